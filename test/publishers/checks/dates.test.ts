import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/data/day.ts';
import { findings, projectTable, resource, resourceNames, rulesIn, stretch } from '../../support/tables.ts';

const at = (iso: string, hour: number) => ({ today: { day: dayOf(iso), hour } });

describe('dates', () => {
  it.each([
    [
      'volatility',
      'date,vix\n2024-07-16,13.19\n2024-07-16,13.19\n',
      'x.csv:3:1  error duplicate-date  2024-07-16 stands twice. There is one row a day. Keep the right one of the two.',
    ],
    [
      'volatility',
      'date,vix\n2024-07-16,13.19\n2024-07-15,13.12\n',
      'x.csv:3:1  error unordered-date  2024-07-15 comes after 2024-07-16. Rows ascend in time. Sort them by date.',
    ],
    [
      'treasury-yields',
      'date,ust2y,ust10y\n2024-07-13,4.4,4.2\n',
      'x.csv:2:1  error weekend  2024-07-13 is a Saturday. treasury-yields has rows of weekdays only. Remove the row, or correct its date.',
    ],
    [
      'volatility',
      'date,vix\n2024-07-04,12.26\n',
      "x.csv:2:1  error closed-day  the New York Stock Exchange was closed on 2024-07-04. volatility has rows of its sessions. Remove the row, or list the day under 'extra' of volatility.",
    ],
  ])('in %s: %j', (name, text, expected) => {
    expect(findings(name, text)).toEqual([expected]);
  });

  it('lets a day pass that the publisher is known to have', () => {
    expect(findings(resource('volatility', { extra: ['2024-07-04'] }), 'date,vix\n2024-07-04,12.26\n')).toEqual([]);
  });

  it('lets the bond market trade on days of its own, and the Federal Reserve decide on a Sunday', () => {
    expect(findings('treasury-yields', 'date,ust2y,ust10y\n2025-01-09,4.27,4.68\n')).toEqual([]);
    expect(findings('fed-decisions', 'date,fed_lower,fed_upper\n2020-03-03,1.00,1.25\n2020-03-15,0.00,0.25\n')).toEqual([]);
  });

  it('lets half-days and the day before a funeral pass', () => {
    expect(findings('us-equity-indices', stretch('us-equity-indices', '2024-11-25', '2025-01-10'))).toEqual([]);
  });

  it('knows of no day that has not come', () => {
    const text = 'date,vix\n2024-07-16,13.19\n2024-07-17,14.48\n';
    expect(findings('volatility', text, at('2024-07-16', 20))).toEqual([
      'x.csv:3:1  error future-date  2024-07-17 has not come: it is 2024-07-16 in New York. A row is of a day that is over. Remove it, or correct its date.',
    ]);
    expect(findings('volatility', text, at('2024-07-18', 0))).toEqual([]);
    expect(findings('volatility', text)).toEqual([]);
  });

  it('takes the day’s row from 18:00 in New York, not at 17', () => {
    const text = 'date,vix\n2024-07-16,13.19\n';
    expect(findings('volatility', text, at('2024-07-16', 17))).toEqual([
      'x.csv:2:1  error unfinished-day  2024-07-16 is today, and it is not yet 18:00 in New York. Figures are final from then. Leave the day out with --until, or refresh again later.',
    ]);
    expect(findings('volatility', text, at('2024-07-16', 18))).toEqual([]);
  });

  it('takes a decision of the Federal Reserve as soon as it is out', () => {
    expect(findings('fed-decisions', 'date,fed_lower,fed_upper\n2024-09-18,4.75,5.00\n', at('2024-09-18', 14))).toEqual([]);
  });

  it.each(resourceNames)('rejects the rows of %s in any other order', (name) => {
    const [header, ...rows] = projectTable(name);
    const last = rows.slice(-12);
    fc.assert(
      fc.property(fc.shuffledSubarray(last, { minLength: last.length }), (shuffled) => {
        fc.pre(shuffled.join() !== last.join());
        expect(rulesIn(name, `${[header, ...shuffled].join('\n')}\n`).some((rule) => rule.startsWith('unordered-date'))).toBe(true);
      }),
    );
  });
});
