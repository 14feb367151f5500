import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../src/data/calendar.ts';
import { parseTable } from '../../src/data/table.ts';
import { readPublishers } from '../../src/publishers/declaration.ts';
import { validateTable } from '../../src/publishers/validate.ts';

const calendar = readCalendar('data');
const resources = new Map(readPublishers('data').flatMap((publisher) => publisher.resources.map((resource) => [resource.name, resource])));

function findings(resource: string, text: string): string[] {
  const declaration = resources.get(resource);
  if (!declaration) throw new Error(resource);
  return validateTable(parseTable(text, 'x.csv'), declaration, calendar, 'x.csv').map(
    ({ rule, line, message }) => `${line ?? '-'} ${rule}: ${message}`,
  );
}

describe('validateTable', () => {
  it('lets the real extremes pass: the crash of March 2020', () => {
    expect(
      findings('us-equity-indices', 'date,rut,spx\n2020-03-13,1210.13,2711.02\n2020-03-16,1037.42,2386.13\n2020-03-17,1106.51,2529.19\n'),
    ).toEqual([]);
  });

  it('lets the day pass on which the exchange was closed for a funeral', () => {
    expect(findings('us-equity-indices', 'date,rut,spx\n2025-01-08,2238.96,5918.25\n2025-01-10,2189.23,5827.04\n')).toEqual([]);
  });

  it('lets a table of events have a Sunday', () => {
    expect(findings('fed-decisions', 'date,fed_lower,fed_upper\n2020-03-03,1.00,1.25\n2020-03-15,0.00,0.25\n')).toEqual([]);
  });

  it('lets a listed missing day be missing', () => {
    const header = 'date,equity_calls,equity_puts,etp_calls,etp_puts,index_calls,index_puts';
    expect(findings('cboe-option-volume', `${header}\n2023-06-26,1,1,1,1,1,1\n2023-06-28,1,1,1,1,1,1\n`)).toEqual([]);
  });

  it.each([
    ['header', 'us-equity-indices', 'date,spx,rut\n2024-07-16,1,1\n', /^1 header: the columns are 'date,spx,rut'/],
    ['empty', 'us-equity-indices', 'date,rut,spx\n', /^- empty/],
    ['duplicate-date', 'volatility', 'date,vix\n2024-07-16,13\n2024-07-16,13\n', /^3 duplicate-date: 2024-07-16 stands twice/],
    ['unordered-date', 'volatility', 'date,vix\n2024-07-16,13\n2024-07-15,13\n', /^3 unordered-date: 2024-07-15 comes after 2024-07-16/],
    ['weekend', 'treasury-yields', 'date,ust2y,ust10y\n2024-07-13,4.4,4.2\n', /^2 weekend: 2024-07-13/],
    ['closed-day', 'volatility', 'date,vix\n2024-07-04,13\n', /^2 closed-day: the New York Stock Exchange was closed on 2024-07-04/],
    ['missing-session', 'volatility', 'date,vix\n2024-07-12,13\n2024-07-16,13\n', /^- missing-session: there is no row for 2024-07-15/],
    ['range', 'volatility', 'date,vix\n2024-07-16,-13\n', /^2 range: vix is -13 on 2024-07-16/],
    ['range', 'volatility', 'date,vix\n2024-07-16,0\n', /^2 range: vix is 0 on 2024-07-16. It can't be zero/],
    ['range', 'treasury-yields', 'date,ust2y,ust10y\n2024-07-16,443,4.2\n', /^2 range: ust2y is 443 on 2024-07-16. It can't be over 20/],
  ])('%s trips in %s', (_rule, resource, text, expected) => {
    const found = findings(resource, text);
    expect(
      found.some((finding) => expected.test(finding)),
      found.join('\n'),
    ).toBe(true);
  });

  it('rejects its rows in any other order', () => {
    const [header, ...rows] = readFileSync('data/snapshots/2024-07-17/volatility.csv', 'utf8').trimEnd().split('\n');
    const stretch = rows.slice(-12);
    expect(findings('volatility', `${[header, ...stretch].join('\n')}\n`)).toEqual([]);
    fc.assert(
      fc.property(fc.shuffledSubarray(stretch, { minLength: stretch.length }), (shuffled) => {
        fc.pre(shuffled.join() !== stretch.join());
        expect(findings('volatility', `${[header, ...shuffled].join('\n')}\n`).some((finding) => finding.includes('unordered-date'))).toBe(
          true,
        );
      }),
    );
  });
});
