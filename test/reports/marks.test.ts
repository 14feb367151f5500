import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/data/day.ts';
import { indexOnOrBefore } from '../../src/data/series.ts';
import type { AssertionMarks, Marks } from '../../src/reports/marks.ts';
import { markReports } from '../../src/reports/marks.ts';
import { desk, marked, marksOn, published, revised, until, written } from '../support/marks.ts';
import { all, july2024 } from '../support/metrics.ts';

const assertionsOf = ({ reports }: Marks): AssertionMarks[] => reports.flatMap(({ assertions }) => assertions);
const firstOf = (body: string, snapshot = all): AssertionMarks => marked(body, snapshot)[0];

/** Closes of the Russell 2000 as they stand in the newest table, by date. */
const closes = new Map(
  readFileSync('data/snapshots/2026-08-21/us-equity-indices.csv', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').slice(0, 2) as [string, string])
    .map(([date, close]) => [date, Number(close)] as const),
);
const dates = [...closes.keys()];
const close = (date: string): number => closes.get(date) ?? Number.NaN;
const before = (date: string): string => dates[dates.indexOf(date) - 1];

describe('both reports on the newest snapshot', () => {
  const marks = marksOn(all);
  const assertions = assertionsOf(marks);

  it('are marked whole', () => {
    expect(marks.findings).toEqual([]);
    expect(marks.reports).toHaveLength(2);
    expect(marks.newest).toBe('2026-08-21');
    const withMetric = published
      .flatMap(({ record }) => record?.assertions ?? [])
      .filter((one) => one.kind === 'fact' || (one.kind === 'reported' && one.ours));
    expect(assertions).toHaveLength(withMetric.length);
  });

  it('give their records on their own snapshot, and the same on the newest: nothing was revised', () => {
    expect(assertions.filter(({ pinned }) => pinned !== 'as-recorded')).toEqual([]);
    expect(assertions.filter(({ restated }) => restated.mark !== 'unchanged')).toEqual([]);
    const figures = marks.reports.flatMap((report) => report.figures);
    expect(figures.length).toBeGreaterThan(5);
    expect(figures.filter(({ pinned, restated }) => pinned !== 'as-recorded' || restated.mark !== 'unchanged')).toEqual([]);
  });

  const beatenOf = (words: RegExp, metric: string): (string | undefined)[] => [
    ...new Set(
      assertions
        .filter((one) => one.metric === metric)
        .flatMap(({ current }) => current.superlatives)
        .flatMap((one) => (words.test(one.words) ? [one.beaten?.at] : [])),
    ),
  ];

  it('say when the highest close since January 4, 2022 was beaten: as the table of closes does', () => {
    const byHand = dates.find((date) => date > '2024-07-16' && close(date) >= close('2024-07-16'));
    expect(byHand).toBe('2024-10-16');
    expect(beatenOf(/highest (?:close|level) since January 4, 2022/, 'rut')).toEqual([byHand]);
  });

  it('say when the best day since November 2023 was', () => {
    const gain = (date: string): number => close(date) / close(before(date)) - 1;
    const byHand = dates.find((date) => date > '2024-07-11' && gain(date) >= gain('2024-07-11'));
    expect(byHand).toBe('2024-11-06');
    expect(beatenOf(/best day since November/, 'return(rut, 1d)')).toEqual([byHand]);
  });

  it('say when the best week since November 2023 was: a Friday', () => {
    const weekOf = (friday: string, lastFriday: string): number => close(friday) / close(lastFriday) - 1;
    expect(weekOf('2024-11-08', '2024-11-01')).toBeGreaterThan(weekOf('2024-07-12', '2024-07-05'));
    expect(beatenOf(/best week since November 2023/, 'return(rut, 1w)')).toEqual(['2024-11-08']);
    const running = assertionsOf(marksOn(until(all, '2024-11-07')));
    const weeks = running.filter(({ metric, current }) => metric === 'return(rut, 1w)' && current.superlatives.length > 0);
    expect(weeks.map(({ current }) => current.mark)).toEqual(weeks.map(() => 'stands'));
  });

  it('say the value of today, on the newest day of each metric', () => {
    const rut = assertions.find(({ metric, at }) => metric === 'rut' && at === '2024-07-16');
    expect(rut?.current.value).toMatchObject({ at: '2026-08-21', value: 3017.87 });
    expect(assertions.find(({ metric }) => metric === 'ust2y')?.current.value?.at).toBe('2025-09-25');
  });

  it('know which calls fell due, and how they went', () => {
    const callsOn = ({ reports }: Marks): string[] => reports.flatMap(({ calls }) => calls.map(({ mark }) => mark.status));
    expect(callsOn(marks)).toEqual(['right', 'unscorable']);
    expect(callsOn(marksOn(until(all, '2025-01-15')))).toEqual(['open', 'unscorable']);
  });
});

describe('restated', () => {
  const rose = '<Fact m="return(rut, 1d)">closed up 3.5%</Fact>';

  it('is unchanged where other values were revised', () => {
    expect(firstOf(rose, revised(all, { rut: { '2024-07-12': 2100 }, spx: { '2024-07-16': 5000 } })).restated).toMatchObject({
      mark: 'unchanged',
      text: null,
    });
  });

  it('is restated where the value moved and the words hold', () => {
    const { restated } = firstOf(rose, revised(all, { rut: { '2024-07-16': 2263.6 } }));
    expect(restated).toMatchObject({ mark: 'restated', text: null, status: null, why: [] });
    expect(restated.value?.value).toBeCloseTo(2263.6 / 2187.02 - 1, 12);
  });

  it('says how a printed number would change, and that it would not', () => {
    const snapshot = revised(all, { rut: { '2024-07-16': 2263.6 } });
    expect(firstOf('<Fact m="rut" format=".2" />', snapshot).restated).toMatchObject({
      mark: 'restated',
      text: { was: '2,263.67', now: '2,263.60' },
    });
    expect(firstOf('<Fact m="rut" format=".0" />', snapshot).restated).toMatchObject({ mark: 'restated', text: null });
  });

  it('is broken where the words no longer hold, with what to write', () => {
    expect(firstOf(rose, revised(all, { rut: { '2024-07-16': 2258.5 } })).restated).toMatchObject({
      mark: 'broken-by-revision',
      status: 'fails',
      text: { was: 'closed up 3.5%', now: 'closed up 3.3%' },
      why: [expect.stringMatching(/^'3\.5%' does not hold\. The data say \+3\.268%/)],
    });
  });

  it('is broken where an earlier value takes a superlative away, though its own is the same', () => {
    const marks = firstOf('<Fact m="rut">its highest close since January 4, 2022</Fact>', revised(all, { rut: { '2022-06-01': 2300 } }));
    expect(marks.restated).toMatchObject({
      mark: 'broken-by-revision',
      value: { value: 2263.67 },
      text: { now: 'its highest close since June 1, 2022' },
    });
    expect(marks.current).toMatchObject({ mark: 'valued', superlatives: [] });
  });

  it('is broken where a Reported is no longer what the report says of it', () => {
    const body = '<Reported by="factset" source="note-2024-07-17" m="return(rut, ytd)">11%</Reported>';
    expect(firstOf(body, revised(all, { rut: { '2024-07-16': 2250 } })).restated).toMatchObject({
      mark: 'broken-by-revision',
      status: 'holds',
      text: null,
    });
  });

  it('has no value, and says why, where the newer data lack a series', () => {
    const series = new Map([...all.series].filter(([id]) => id !== 'rut'));
    const { restated, current, pinned } = firstOf(rose, { ...all, series });
    expect(pinned).toBe('as-recorded');
    expect(restated).toMatchObject({ mark: 'no-value', value: null, why: [expect.stringContaining("unknown series 'rut'")] });
    expect(current).toMatchObject({ mark: 'no-value', value: null, why: expect.stringContaining("unknown series 'rut'") });
  });

  it('is the same whatever comes after its day', () => {
    const clean = assertionsOf(marksOn(july2024)).map(({ restated }) => restated);
    const poisoned = (value: number, from: number) =>
      new Map(
        [...all.series].map(([id, one]) => {
          const kept = indexOnOrBefore(one.days, from) + 1;
          return [id, { ...one, values: one.values.map((old, i) => (i < kept ? old : value)) }];
        }),
      );
    fc.assert(
      fc.property(
        fc.constantFrom(0, 1e12, Number.NaN),
        fc.integer({ min: dayOf('2024-07-16'), max: dayOf('2026-08-21') }),
        (value, from) => {
          const snapshot = { ...all, series: poisoned(value, from) };
          expect(assertionsOf(marksOn(snapshot)).map(({ restated }) => restated)).toEqual(clean);
        },
      ),
      { numRuns: 4, seed: 1 },
    );
  });
});

describe('current', () => {
  it('stands until the day on which it is beaten, and stays so', () => {
    const body = '<Fact m="rut">its highest close since January 4, 2022</Fact>';
    const on = (date: string): AssertionMarks['current'] => firstOf(body, until(all, date)).current;
    expect(on('2024-10-15')).toMatchObject({
      mark: 'stands',
      superlatives: [{ words: 'highest close since January 4, 2022', beaten: null }],
    });
    for (const date of ['2024-10-16', '2024-10-17', '2025-04-08'])
      expect(on(date)).toMatchObject({ mark: 'superseded', superlatives: [{ beaten: { at: '2024-10-16', value: 2286.68 } }] });
  });

  it('has no value where the newest day gives none, and does not throw', () => {
    const { restated, current } = firstOf('<Fact m="return(rut, 1d)" />', revised(all, { rut: { '2026-08-21': Number.NaN } }));
    expect(restated.mark).toBe('unchanged');
    expect(current).toMatchObject({ mark: 'no-value', why: 'return(rut, 1d) has no value on 2026-08-21, its newest day.' });
  });

  it('is printed as the Fact is', () => {
    expect(firstOf('<Fact m="rut" format=".0" />').current.value?.display).toBe('3,018');
  });
});

describe('pinned', () => {
  it('has drifted where the record says another thing than its snapshot', () => {
    const { file, record } = written('<Fact m="rut">2,263.67</Fact> <Fact m="spx" />');
    if (!record) throw new Error('no record');
    const [rut, spx] = record.assertions;
    const touched = { ...record, assertions: [{ ...rut, value: 2263.66 } as typeof rut, spx] };
    const [report] = markReports(desk, [{ file, record: touched }], all).reports;
    expect(report.assertions.map(({ pinned }) => pinned)).toEqual(['drifted', 'as-recorded']);
  });

  it('can’t be told without a record of the same text', () => {
    const { file, record } = written('<Fact m="rut" />');
    const missing = markReports(desk, [{ file, record: null }], all);
    expect([missing.reports, missing.findings.map(({ rule }) => rule)]).toEqual([[], ['unmarked']]);
    const other = markReports(desk, [{ file: { ...file, text: `${file.text}\nMore.` }, record }], all);
    expect(other.findings[0].message).toBe("the record is of another text. Run 'npm run metrics -- 2024-07-17-a'.");
  });

  it('is not asked on an older snapshot', () => {
    expect(markReports(desk, [written('<Fact m="rut" />')], { ...july2024, id: '2024-07-16' })).toMatchObject({
      reports: [],
      findings: [],
    });
  });
});
