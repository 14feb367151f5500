/**
 * The newest snapshot cut at ten days, as if the desk had refreshed on each: what its reports are told, and when. All that is expected
 * is reckoned here from the table of closes, by loops over its rows.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/data/snapshot.ts';
import { compileReport, type Desk } from '../../src/reports/compile.ts';
import { stoppedIn } from '../../src/reports/living-findings.ts';
import { type Marks, markReports, type Published } from '../../src/reports/marks.ts';
import { type RefreshReport, refreshReport } from '../../src/reports/refresh-report.ts';
import { desk, published, until } from '../support/marks.ts';
import { all, july2024 } from '../support/metrics.ts';

/** Days on which something happens, each after the session before it, on which nothing does. */
const CUTS = [
  '2024-07-17',
  '2024-10-15',
  '2024-10-16',
  '2024-11-05',
  '2024-11-06',
  '2024-11-07',
  '2024-11-08',
  '2025-01-15',
  '2025-01-16',
  '2026-08-21',
];
const snapshots = CUTS.map((date) => until(all, date, date));

const [header, ...rows] = readFileSync('data/snapshots/2026-08-21/us-equity-indices.csv', 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(','));
const dates = rows.map(([date]) => date);
const closesOf = (series: string): number[] => rows.map((row) => Number(row[header.indexOf(series)]));
const [rut, spx] = [closesOf('rut'), closesOf('spx')];

const returnOf = (closes: readonly number[], i: number, sessions: number): number => closes[i] / closes[i - sessions] - 1;
const gap = (i: number, sessions: number): number => returnOf(rut, i, sessions) - returnOf(spx, i, sessions);
const mondayOf = (date: string): number => Math.floor((Date.parse(date) / 86_400_000 + 3) / 7);
/** True where the next row is of another week. */
const endsWeek = (i: number): boolean => i + 1 === dates.length || mondayOf(dates[i + 1]) > mondayOf(dates[i]);
function weekOf(i: number): number {
  let last = i;
  while (mondayOf(dates[last]) === mondayOf(dates[i])) last--;
  return endsWeek(i) ? rut[i] / rut[last] - 1 : Number.NaN;
}

/** The metrics of which the reports state superlatives, on the day of a row; NaN where it is not told of that day. */
const BY_HAND: Readonly<Record<string, (i: number) => number>> = {
  rut: (i) => rut[i],
  'return(rut, 1d)': (i) => returnOf(rut, i, 1),
  'return(rut, 1w)': weekOf,
  'return(rut, 1d) - return(spx, 1d)': (i) => gap(i, 1),
  'return(rut, 5d) - return(spx, 5d)': (i) => gap(i, 5),
};

/** The first row after `at` that is at least as good; all superlatives of the reports are of what is high. */
function beatenByHand(metric: string, at: string): { at: string; value: number } | null {
  const value = BY_HAND[metric];
  for (let i = dates.indexOf(at) + 1; i < dates.length; i++)
    if (value(i) >= value(dates.indexOf(at))) return { at: dates[i], value: value(i) };
  return null;
}

/** True where something of that day is told by the refresh of a cut, and not by one before. */
const fallsIn = (day: string | null | undefined, before: string, cut: string): boolean => !!day && day > before && day <= cut;

describe('the reports of July 2024, refreshed on ten days', () => {
  const ofThen = published.filter(({ record }) => record?.snapshot.id === july2024.id);
  const marks = [july2024, ...snapshots].map((snapshot) => markReports(desk, ofThen, snapshot));
  const ends = ['2024-07-16', ...CUTS];
  const told = CUTS.map((_, k): RefreshReport => refreshReport(marks[k], marks[k + 1]));
  const stated = marks[0].reports.flatMap(({ slug, assertions }) =>
    assertions.flatMap(({ id, metric, at, current }) =>
      current.superlatives.map(({ words, beaten }) => ({ key: `${slug} ${id} ${words}`, beaten, byHand: beatenByHand(metric, at) })),
    ),
  );

  it('state superlatives, of which all but one are beaten by now', () => {
    expect(stated.length).toBeGreaterThan(10);
    expect(stated.filter(({ byHand }) => byHand === null).map(({ key }) => key)).toEqual([expect.stringContaining('third-widest gap')]);
  });

  it.each(CUTS)('on %s are told each superlative that was beaten since the cut before, and no other', (cut) => {
    const k = CUTS.indexOf(cut);
    const expected = stated.filter(({ byHand, beaten }) => !beaten && fallsIn(byHand?.at, ends[k], cut));
    const found = told[k].reports.flatMap(({ slug, superlatives }) =>
      superlatives.map(({ id, words, was, now }) => ({ key: `${slug} ${id} ${words}`, was, at: now?.at, value: now?.value })),
    );
    expect(found).toEqual(
      expected.map(({ key, byHand }) => ({ key, was: null, at: byHand?.at, value: expect.closeTo(byHand?.value ?? 0, 12) })),
    );
    expect(['2024-07-17', '2024-10-16', '2024-11-06', '2024-11-08'].includes(cut)).toBe(found.length > 0);
  });

  it('are told a call on the first cut that reaches its day', () => {
    const due = CUTS.flatMap((cut, k) => told[k].reports.flatMap((report) => report.due.map((call) => [cut, call.id, call.due])));
    const calls = marks[0].reports.flatMap((report) => report.calls);
    const expected = CUTS.flatMap((cut, k) =>
      calls.filter((call) => fallsIn(call.due, ends[k], cut)).map((call) => [cut, call.id, call.due]),
    );
    expect(due).toEqual(expected);
    expect(due.map(([cut]) => cut)).toContain('2025-01-16');
  });

  it('lose nothing on any of them: their own days are the same', () => {
    expect(told.flatMap(({ reports }) => reports.flatMap(({ moved, figures, living }) => [...moved, ...figures, living]))).toEqual(
      told.flatMap(({ reports }) => reports.map(() => null)),
    );
  });
});

/** What a living report states, with what its metric is on the last row of a cut, and where the words hold. */
const STATED = [
  { fact: '<Fact m="rut">below 2,300</Fact>', value: (i: number) => rut[i], holds: (value: number) => value < 2300 },
  {
    fact: '<Fact m="return(rut, 5d) - return(spx, 5d)">ahead of the S&P 500</Fact>',
    value: (i: number) => gap(i, 5),
    holds: (value: number) => value > 0,
  },
  { fact: '<Fact m="return(rut, 5d)" />', value: (i: number) => returnOf(rut, i, 5), holds: () => true },
];
const HIGH = '<Fact m="rut" at="2024-07-16">its highest close since January 4, 2022</Fact>';

describe('a living report, refreshed on ten days', () => {
  const text = `---\ntitle: A\ndescription: B\npublished: 2024-07-15\nasOf: latest\nsnapshot: latest\nauthors: [The desk]\ntopics: [Tests]\n---\n\nIt stands ${STATED[0].fact}, is ${STATED[1].fact}, and moved ${STATED[2].fact}. July 16, 2024 was ${HIGH}.\n`;
  const file = { slug: '2024-07-15-a', path: 'index.mdx', text };
  const known = [until(all, '2024-07-16', '2024-07-16'), ...snapshots];
  /** The desk as it was when a snapshot was the newest. */
  const deskOf = (k: number): Desk => ({
    ...desk,
    snapshots: () => known.slice(0, k + 1).map(({ id }) => id),
    snapshot: (id) => known.find((one) => one.id === id) as Snapshot,
  });
  const compiled = known.map((_, k) => compileReport(file, deskOf(k)));
  const lastRows = known.map(({ id }) => dates.indexOf(id));
  const stops = (k: number): string[] => STATED.flatMap(({ value, holds }, n) => (holds(value(lastRows[k])) ? [] : [`f${n + 1}`]));
  /** The refresh that brought a snapshot, with the record of the one before. */
  const refreshed = (k: number): { report: RefreshReport; after: Marks } => {
    const reports: Published[] = [{ file, record: compiled[k - 1].record }];
    const after = markReports(deskOf(k), reports, known[k]);
    return { report: refreshReport(markReports(deskOf(k), reports, known[k - 1]), after), after };
  };

  it('stands on each newest snapshot, and speaks of its last session', () => {
    expect(compiled.map(({ record }) => [record?.snapshot.id, record?.asOf])).toEqual(known.map(({ id }) => [id, id]));
  });

  it.each(CUTS)('on %s fails where it stopped being true, in check and in the refresh alike, and nowhere else', (cut) => {
    const k = CUTS.indexOf(cut) + 1;
    const { report, after } = refreshed(k);
    const errors = compiled[k].findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule, assertion }) => [rule, assertion])).toEqual(stops(k).map((id) => ['fact-fails', id]));
    expect(stoppedIn(after).map(({ rule, severity, assertion }) => [rule, severity, assertion])).toEqual(
      stops(k).map((id) => ['living-stopped', 'error', id]),
    );
    const [{ living, moved, superlatives }] = report.reports;
    expect(living).toEqual({ was: known[k - 1].id, now: cut });
    expect(moved.map(({ id, mark, was, now }) => [id, mark, was?.value, now?.value])).toEqual(
      STATED.map(({ value }, n) => [
        `f${n + 1}`,
        stops(k).includes(`f${n + 1}`) ? 'stopped' : 'moved',
        expect.closeTo(value(lastRows[k - 1]), 12),
        expect.closeTo(value(lastRows[k]), 12),
      ]),
    );
    expect(superlatives.map(({ now }) => now?.at)).toEqual(cut === '2024-10-16' ? [cut] : []);
  });

  it('holds at first, and stops on days that the table of closes names', () => {
    expect(CUTS.flatMap((cut, k) => stops(k + 1).map((id) => [cut, id]))).toEqual([
      ['2024-11-06', 'f1'],
      ['2024-11-07', 'f1'],
      ['2024-11-08', 'f1'],
      ['2025-01-15', 'f2'],
      ['2026-08-21', 'f1'],
      ['2026-08-21', 'f2'],
    ]);
  });
});
