import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/data/day.ts';
import { markReports } from '../../src/reports/marks.ts';
import { marksRecord } from '../../src/reports/marks-record.ts';
import { namedIn } from '../../src/reports/new/speaking-of.ts';
import { pathsSince, type Since, sincePublication } from '../../src/reports/since-publication.ts';
import { findingSince, leadInBrief, leadSentence } from '../../src/reports/since-words.ts';
import { desk, published, revised, until } from '../support/marks.ts';
import { all } from '../support/metrics.ts';

const NEWEST = '2026-08-21';

/** The closes as they stand in the table, read by themselves. */
function closesIn(table: string, column: string): Map<string, number> {
  const [head, ...rows] = readFileSync(`data/snapshots/${NEWEST}/${table}.csv`, 'utf8').trim().split('\n');
  const at = head.split(',').indexOf(column);
  return new Map(rows.map((row) => row.split(',')).flatMap((cells) => (cells[at] ? [[cells[0], Number(cells[at])] as const] : [])));
}
const [rut, spx] = ['rut', 'spx'].map((id) => closesIn('us-equity-indices', id));
const close = (closes: Map<string, number>, day: string): number => closes.get(day) ?? Number.NaN;

const since = (base: string, { pair = ['rut', 'spx'], snapshot = all, asOf = NEWEST } = {}): Since =>
  sincePublication(pair, dayOf(base), { snapshot, calendar: desk.calendar, named: desk.named, asOf: dayOf(asOf) });
const daysOf = ({ horizons }: Since): (string | null)[] => horizons.map(({ reached }) => reached?.at ?? null);
const shown = ({ horizons }: Since): (string[] | null)[] =>
  horizons.map(({ reached }) =>
    reached ? [reached.first, reached.second, reached.difference].map(({ display }) => display.replace('\u00A0', ' ')) : null,
  );

describe('since the close that a report knew', () => {
  it('both returns and their difference are those of the closes in the table', () => {
    const { horizons } = since('2024-07-16');
    expect(close(rut, '2024-07-16')).toBe(2263.67);
    expect(close(rut, NEWEST)).toBe(3017.87);
    expect(close(spx, NEWEST)).toBe(7674.37);
    for (const { reached } of horizons) {
      const [own, other] = [rut, spx].map((closes) => close(closes, reached?.at ?? '') / close(closes, '2024-07-16') - 1);
      expect(reached?.first.value).toBeCloseTo(own, 12);
      expect(reached?.second.value).toBeCloseTo(other, 12);
      expect(reached?.difference.value).toBeCloseTo(own - other, 12);
    }
    expect(shown(since('2024-07-16'))).toEqual([
      ['−0.9%', '−2.0%', '+1.1 pp'],
      ['−5.4%', '−2.0%', '−3.4 pp'],
      ['+1.0%', '+3.1%', '−2.1 pp'],
      ['+0.1%', '+4.8%', '−4.6 pp'],
      ['−1.6%', '+10.5%', '−12.1 pp'],
      ['+33.3%', '+35.4%', '−2.1 pp'],
    ]);
  });

  it.each([
    ['2024-08-05', '−9.9%', '−8.5%'],
    ['2024-12-31', '−1.5%', '+3.8%'],
  ])('on %s stood where the note of July 2024 is held against', (day, small, large) => {
    const { reached } = since('2024-07-16', { asOf: day }).horizons[5];
    expect([reached?.at, reached?.first.display, reached?.second.display]).toEqual([day, small, large]);
  });

  it('each value is that of a metric anybody could write, with its working', () => {
    const { reached } = since('2024-07-16').horizons[1];
    expect(reached?.first).toMatchObject({
      metric: 'return(rut, from 2024-07-16 to 2024-08-16)',
      unit: 'ratio',
      exact: '−5.378%',
      working: '2,141.92 ÷ 2,263.67 − 1',
    });
    expect(reached?.difference.metric).toBe('return(rut, from 2024-07-16 to 2024-08-16) - return(spx, from 2024-07-16 to 2024-08-16)');
  });
});

describe('horizons', () => {
  it.each([
    // The days are those of the calendar; what falls on a weekend or a holiday ends with the next close.
    ['2024-07-16', ['2024-07-23', '2024-08-16', '2024-10-16', '2025-01-16', '2025-07-16', NEWEST]],
    // July 4 comes a week after; the months end on the 28th, on a Sunday, on a Saturday.
    ['2024-06-27', ['2024-07-05', '2024-07-29', '2024-09-27', '2024-12-27', '2025-06-27', NEWEST]],
    // August 31 has no day in September, November and February: their last days, the next close after a weekend.
    ['2020-08-31', ['2020-09-08', '2020-09-30', '2020-11-30', '2021-03-01', '2021-08-31', NEWEST]],
    // Of February 29 of a leap year.
    ['2024-02-29', ['2024-03-07', '2024-04-01', '2024-05-29', '2024-08-29', '2025-02-28', NEWEST]],
  ])('of %s end on the first close on or after their day', (base, days) => {
    expect(daysOf(since(base))).toEqual(days);
    // Independent of the calendar: no close lies between the day that is due and the one that is taken.
    for (const { due, reached } of since(base).horizons)
      if (due) expect([...rut.keys()].find((day) => day >= due && spx.has(day))).toBe(reached?.at);
  });

  it('are not reached where the data end before, and nothing has followed on the day itself', () => {
    const early = since('2024-07-16', { asOf: '2024-08-15' });
    expect(daysOf(early)).toEqual(['2024-07-23', null, null, null, null, '2024-08-15']);
    const none = since('2024-07-16', { asOf: '2024-07-16' });
    expect(daysOf(none)).toEqual([null, null, null, null, null, null]);
    expect(none.figure).toBe(null);
  });

  it('are those of the days that both series have', () => {
    // The Treasury table ends in September 2025, the closes of shares later.
    expect(since('2024-07-16', { pair: ['ust2y', 'ust10y'] }).horizons[5].reached?.at).toBe('2025-09-25');
  });
});

it('of rates the changes are told, in basis points', () => {
  const [two, ten] = ['ust2y', 'ust10y'].map((id) => closesIn('treasury-yields', id));
  const { reached } = since('2024-07-16', { pair: ['ust2y', 'ust10y'] }).horizons[1];
  const moved = (yields: Map<string, number>): number => 100 * (close(yields, reached?.at ?? '') - close(yields, '2024-07-16'));
  expect(reached?.first.unit).toBe('basis points');
  expect(reached?.first.value).toBeCloseTo(moved(two), 9);
  expect(reached?.second.value).toBeCloseTo(moved(ten), 9);
  expect(reached?.difference.value).toBeCloseTo(moved(two) - moved(ten), 9);
});

describe('the figure', () => {
  const context = { snapshot: all, calendar: desk.calendar, named: desk.named, asOf: dayOf(NEWEST) };

  it('has both lines at 100 on the base, and before it a quarter of the time after it', () => {
    const { lines, from, to } = pathsSince(['rut', 'spx'], dayOf('2024-07-16'), dayOf(NEWEST), context);
    const base = dayOf('2024-07-16');
    expect((base - from) / (to - base)).toBeCloseTo(1 / 4, 1);
    for (const [k, closes] of [rut, spx].entries()) {
      expect(lines[k].values[lines[k].days.indexOf(base)]).toBe(100);
      expect(lines[k].values.at(-1)).toBeCloseTo((100 * close(closes, NEWEST)) / close(closes, '2024-07-16'), 9);
    }
  });

  it('of rates has them as they are', () => {
    const { lines } = pathsSince(['ust2y', 'ust10y'], dayOf('2024-07-16'), dayOf('2025-09-25'), context);
    expect(lines.map(({ expression, unit }) => [expression, unit])).toEqual([
      ['ust2y', 'percent'],
      ['ust10y', 'percent'],
    ]);
  });
});

describe('marks on a snapshot that ends earlier', () => {
  const sinceOn = (snapshot = all): (Since | null)[] => marksRecord(markReports(desk, published, snapshot)).reports.map((one) => one.since);

  it('do not see what came later', () => {
    const end = '2024-10-21';
    const poison = Object.fromEntries([...rut.keys()].filter((day) => day > end).map((day) => [day, 1]));
    const cut = sinceOn(until(all, end));
    expect(cut[0]?.horizons.map(({ reached }) => reached?.at ?? null)).toEqual(['2024-07-23', '2024-08-16', '2024-10-16', null, null, end]);
    const poisoned = until(revised(all, { rut: poison, spx: poison }, all.id), end);
    expect(sinceOn(poisoned)).toEqual(cut);
  });
});

describe('in words', () => {
  const names = (first: string, second: string) => {
    const [own, other] = [first, second].map((id) => namedIn(id, { snapshot: () => all, named: desk.named }, NEWEST));
    if (!own || !other) throw new Error('no such series');
    return { first: own, second: other };
  };
  const told = (base: string, pair: [string, string], asOf = NEWEST): string[] => {
    const { reached } = since(base, { pair, asOf }).horizons[5];
    if (!reached) throw new Error('nothing has followed');
    return [leadSentence(reached, names(...pair)), leadInBrief(reached, names(...pair)), findingSince(reached, names(...pair), base)];
  };

  it.each([
    [
      '2024-07-16',
      ['rut', 'spx'],
      NEWEST,
      [
        'The Russell 2000 is 2.1 percentage points behind the S&P 500',
        'Russell 2000 2.1 pp behind S&P 500',
        'The Russell 2000 is behind the S&P 500 since July 16, 2024',
      ],
    ],
    [
      '2024-07-16',
      ['spx', 'rut'],
      NEWEST,
      [
        'The S&P 500 is 2.1 percentage points ahead of the Russell 2000',
        'S&P 500 2.1 pp ahead of Russell 2000',
        'The S&P 500 is ahead of the Russell 2000 since July 16, 2024',
      ],
    ],
    [
      '2024-07-16',
      ['ust2y', 'ust10y'],
      '2025-09-25',
      [
        'The two-year Treasury yield is down 79 basis points and the ten-year Treasury yield up 1 basis point',
        'Two-year Treasury yield −79 bp, Ten-year Treasury yield +1 bp',
        'The two-year Treasury yield is down and the ten-year Treasury yield up since July 16, 2024',
      ],
    ],
  ] as [string, [string, string], string, string[]][])('since %s of %j', (base, pair, asOf, words) =>
    expect(told(base, pair, asOf).map((text) => text.replaceAll('\u00A0', ' '))).toEqual(words),
  );
});
