/** The measures of what followed events, by hand, against arithmetic straight from the file, and by their properties. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/data/day.ts';
import { evaluateAt, evaluateColumn } from '../../../src/metrics/evaluate.ts';
import { separateCases } from '../../../src/metrics/event-study.ts';
import { all, at, calendar, contextOf, daily, message, ofValues } from '../../support/metrics.ts';
import { on, said } from '../../support/subject.ts';

describe('a comparison', () => {
  it.each([
    ['s >= 2', [0, 1, 1]],
    ['s > 2', [0, 0, 1]],
    ['s <= 2', [1, 1, 0]],
    ['s < 2', [1, 0, 0]],
  ])('%s is 1 where it holds, 0 where it does not, and nothing where there is no value', (metric, expected) =>
    expect(ofValues(metric, [1, 2, 3, Number.NaN])).toEqual([...expected, null]),
  );

  it.each([
    ['return(s, 1d) >= 5%', [null, 1]],
    ['return(s, 1d) >= 5.1%', [null, 0]],
    ['return(s, 1d) > 0', [null, 1]],
    ['return(s, 1d) < -1%', [null, 0]],
    ['return(s, 1d) - return(s, 1d) >= -0.5pp', [null, 1]],
  ])('%s is of the unit that the metric has, without binary noise', (metric, expected) =>
    expect(ofValues(metric, [100, 105])).toEqual(expected),
  );

  it('rates move in basis points', () => {
    const dated = at('change(ust2y, 5d) <= -19bp', '2024-07-16');
    expect(dated).toMatchObject({ value: 1, unit: 'flag', working: '−19.0\u00A0bp ≤ −19\u00A0bp' });
    expect(dated.words).toBe('Two-year Treasury yield, change over 5 sessions, at most −19\u00A0basis points');
  });
});

describe('what followed, by hand', () => {
  // Events at 0, 1, 4 and 6; with two sessions after each, separate cases at 0, 4 and 6.
  const values = [9, 9, 1, 2, 9, 3, 9, 5, 4];

  it.each([
    ['afterCount(s >= 9, 2)', [null, null, 1, 2, 2, 2, 3, 3, 4]],
    ['afterCases(s >= 9, 2)', [null, null, 1, 1, 1, 1, 2, 2, 3]],
    ['afterMean(s, s >= 9, 2)', [null, null, 1, 1, 1, 1, 5, 5, 14 / 3]],
    ['afterMedian(s, s >= 9, 2)', [null, null, 1, 1, 1, 1, 5, 5, 4]],
    ['afterHits(s - s, s >= 9, 2)', [null, null, 0, 0, 0, 0, 0, 0, 0]],
    ['afterHits(s, s >= 9, 2)', [null, null, 1, 1, 1, 1, 2, 2, 3]],
    ['afterHitRate(s, s >= 9, 2)', values.map(() => null)],
    ['afterMean(s, s >= 10, 2)', values.map(() => null)],
    ['afterCases(s >= 10, 2)', [null, null, 0, 0, 0, 0, 0, 0, 0]],
    ['baselineMean(s)', [9, 9, 19 / 3, 21 / 4, 6, 33 / 6, 6, 47 / 8, 51 / 9]],
    ['baselineMedian(s)', [9, 9, 9, 5.5, 9, 6, 9, 7, 5]],
    ['baselineHitRate(s)', values.map(() => 1)],
    ['baselineCases(s, 4)', [1, 1, 1, 1, 2, 2, 2, 2, 3]],
  ])('%s', (metric, expected) => expect(ofValues(metric, values)).toEqual(expected));

  it('a day of which it is not known whether it was an event leaves all later cases unknown', () =>
    expect(ofValues('afterCases(s >= 9, 2)', [Number.NaN, 9, 1, Number.NaN, 9, 1, 1])).toEqual([null, null, null, 1, 1, null, null]));

  it('an outcome that is missing leaves all later ones unknown', () =>
    expect(ofValues('afterMean(s, s >= 9 , 1)', [9, 2, Number.NaN, 9, 4])).toEqual([null, 2, 2, null, null]));
});

const gap = 'return(rut, 5d) - return(spx, 5d) >= 5%';
const moved = (n: number): string => `return(rut, ${n}d) - return(spx, ${n}d)`;

/** Dates and closes straight from the file, without the project's own readers. */
const rows = readFileSync('data/snapshots/2026-08-21/us-equity-indices.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([date, rut, spx]) => ({ date, rut: Number(rut), spx: Number(spx) }));
const ahead = (from: number, to: number): number => rows[to].rut / rows[from].rut - rows[to].spx / rows[from].spx;

describe.each([5, 20, 60])('after gaps of five points over five sessions, %i sessions on', (n) => {
  const days: number[] = [];
  for (let i = 5; i + n < rows.length; i++) if (Math.round(ahead(i - 5, i) * 1e12) >= 0.05 * 1e12) days.push(i);
  const cases: number[] = [];
  for (const i of days) if (cases.length === 0 || i >= cases[cases.length - 1] + n) cases.push(i);
  const outcomes = cases.map((i) => ahead(i, i + n)).sort((a, b) => a - b);
  const everyDay = rows.flatMap((_row, i) => (i < n ? [] : [ahead(i - n, i)])).sort((a, b) => a - b);
  const meanOf = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
  const medianOf = (list: readonly number[]): number => (list[Math.floor((list.length - 1) / 2)] + list[Math.floor(list.length / 2)]) / 2;

  it.each([
    [`afterCount(${gap}, ${n})`, days.length],
    [`afterCases(${gap}, ${n})`, cases.length],
    [`afterMean(${moved(n)}, ${gap}, ${n})`, meanOf(outcomes)],
    [`afterMedian(${moved(n)}, ${gap}, ${n})`, medianOf(outcomes)],
    [`afterHits(${moved(n)}, ${gap}, ${n})`, outcomes.filter((one) => one > 0).length],
    [`afterHitRate(${moved(n)}, ${gap}, ${n})`, outcomes.filter((one) => one > 0).length / cases.length],
    [`baselineMean(${moved(n)})`, meanOf(everyDay)],
    [`baselineMedian(${moved(n)})`, medianOf(everyDay)],
    [`baselineHitRate(${moved(n)})`, everyDay.filter((one) => one > 0).length / everyDay.length],
    [`baselineCases(${moved(n)}, ${n})`, Math.ceil(everyDay.length / n)],
  ])('%s is what the file gives', (metric, expected) => {
    expect(cases.length).toBeGreaterThan(9);
    expect(at(metric, '2026-08-21', all).value).toBeCloseTo(expected, 12);
  });
});

describe('a share of few cases', () => {
  const rare = gap.replace('5%', '7%');

  it('has no value under ten, and the error says what to write', () =>
    expect(message(() => at(`afterHitRate(${moved(20)}, ${rare}, 20)`, '2024-07-16'))).toBe(
      "few-cases at 0: afterHitRate is a share, and there are 5 cases: under 10 none is given in percent. Write '2 of 5', with afterHits for the one number and afterCases for the other",
    ));

  it('is given from ten on', () => expect(at(`afterHitRate(${moved(20)}, ${gap}, 20)`, '2024-07-16').value).toBeGreaterThan(0));

  it.each([
    ['five', `afterCases(${rare}, 20)`],
    ['5', `afterCases(${rare}, 20)`],
    ['two', `afterHits(${moved(20)}, ${rare}, 20)`],
    ['at least five', `afterCases(${rare}, 20)`],
  ])("'%s' is understood of %s", (words, metric) => expect(said(words, on(metric))).toBe('holds'));

  it('a wrong count is told', () => expect(said('six', on(`afterCases(${rare}, 20)`))).toMatch(/^'six' does not hold\. The data say 5/));
});

describe('for any series', () => {
  const walk = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 60 });
  const length = fc.integer({ min: 1, max: 9 });

  it('separate cases are events, n sessions apart at least, and no event is farther from the case before it', () =>
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 80 }), length, (flags, n) => {
        const events = flags.flatMap((flag, i) => (flag ? [i] : []));
        const cases = separateCases(flags.map(Number), n);
        expect(cases.filter((i) => !flags[i])).toEqual([]);
        for (const [k, i] of cases.entries()) if (k > 0) expect(i - cases[k - 1]).toBeGreaterThanOrEqual(n);
        for (const i of events) expect(cases.some((start) => start <= i && i - start < n)).toBe(true);
      }),
      { numRuns: 200, seed: 8 },
    ));

  it('nothing that comes later changes what was known', () =>
    fc.assert(
      fc.property(walk, walk, length, (past, future, n) => {
        const metrics = [
          `afterMean(s, s >= 3, ${n})`,
          `afterMedian(s, s >= 3, ${n})`,
          `afterHits(s, s >= 3, ${n})`,
          `afterCases(s >= 3, ${n})`,
        ];
        for (const metric of metrics) expect(ofValues(metric, [...past, ...future]).slice(0, past.length)).toEqual(ofValues(metric, past));
      }),
      { numRuns: 60, seed: 8 },
    ));

  it('a comparison is 1 where its opposite is 0', () =>
    fc.assert(
      fc.property(walk, fc.integer({ min: -9, max: 9 }), (values, level) => {
        const [from, under] = ['>=', '<'].map((sign) => ofValues(`s ${sign} ${level}`, values));
        expect(from.map((flag, i) => Number(flag) + Number(under[i]))).toEqual(values.map(() => 1));
      }),
      { numRuns: 60, seed: 8 },
    ));

  it('a value rests on no session after its own', () => {
    const context = contextOf([daily('s', [9, 1, 9, 1])]);
    const { column } = evaluateColumn('afterMean(s, s >= 9, 1)', context);
    for (const [i, day] of column.days.entries()) expect(column.reach(i)[1]).toBe(day);
  });

  it('a trigger that is none is refused, of a named day too', () =>
    expect(
      message(() => evaluateAt('afterCases(rut, 20)', dayOf('2024-07-16'), { snapshot: all, calendar, asOf: dayOf('2024-07-16') })),
    ).toBe(
      "metric-arguments at 11: 'trigger' of afterCases(trigger, n) must be a comparison such as 'return(rut, 5d) >= 5%', not a metric in points",
    ));
});
