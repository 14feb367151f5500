import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, isoOf } from '../../src/data/day.ts';
import { findingOf } from '../../src/reports/metric-figure.ts';
import { type History, historyOf, standing } from '../../src/reports/metric-history.ts';
import { calendar, july2024 } from '../support/metrics.ts';

const context = { snapshot: july2024, calendar, asOf: dayOf('2024-07-16') };
const at = (metric: string, date = '2024-07-16'): History => {
  const found = historyOf(metric, dayOf(date), context);
  if ('why' in found) throw new Error(found.why);
  return found;
};
const why = (metric: string): string => (historyOf(metric, dayOf('2024-07-16'), context) as { why: string }).why;
const closes = july2024.series.get('rut')?.values ?? new Float64Array();

describe('the place of a value among all others', () => {
  it('is what counting says, whatever the values', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 60 }), (tenths) => {
        const values = Float64Array.from(tenths, (tenth) => tenth / 10);
        const others = tenths.slice(0, -1);
        const last = tenths[tenths.length - 1];
        expect(standing(values)).toEqual({
          larger: others.filter((other) => other > last).length,
          smaller: others.filter((other) => other < last).length,
          equal: others.filter((other) => other === last).length,
        });
      }),
      { numRuns: 300, seed: 3 },
    ));

  it('the five-session return of July 16, 2024 is counted on the closes themselves', () => {
    const returns = Array.from(closes.subarray(5), (close, i) => close / closes[i] - 1);
    const own = returns[returns.length - 1];
    const { larger, smaller, equal, noun, line } = at('return(rut, 5d)');
    expect([larger, smaller, equal]).toEqual([
      returns.filter((other) => other > own).length,
      returns.filter((other) => other < own).length,
      0,
    ]);
    expect([noun, line.values.length, line.values[line.values.length - 1]]).toEqual(['five-session windows', returns.length, own]);
  });

  it('a move of basis points is as large as another of as many, whatever binary arithmetic leaves in the last digit', () => {
    const yields = Array.from(july2024.series.get('ust10y')?.values ?? [], (percent) => Math.round(percent * 100));
    const moves = yields.slice(5).map((basisPoints, i) => basisPoints - yields[i]);
    expect(at('change(ust10y, 5d)').equal).toBe(moves.filter((move) => move === -13).length - 1);
  });

  it.each([
    ['return(rut, 1w)', '2024-07-12', 'weeks'],
    ['return(rut, ytd)', '2024-07-16', 'years'],
    ['return(rut, 1d)', '2024-07-16', 'sessions'],
    ['return(rut, 1y)', '2024-07-16', 'one-year windows'],
    ['change(ust10y, 1d)', '2024-07-16', 'days'],
    ['rut', '2024-07-16', 'closes'],
    ['streak(rut)', '2024-07-16', 'sessions'],
  ])('%s on %s is one of so many %s', (metric, date, noun) => expect(at(metric, date).noun).toBe(noun));

  it('a week counts once, by its last close', () => {
    const { line } = at('return(rut, 1w)', '2024-07-12');
    const weeks = new Set(Array.from(line.days, (day) => Math.floor((day + 3) / 7)));
    expect(weeks.size).toBe(line.days.length);
  });

  it('a fixed window is set beside all others of as many sessions, up to its end', () => {
    const { line, noun } = at('return(rut, from 2023-11-01 to 2023-12-08)');
    expect([line.expression, noun, isoOf(line.days[line.days.length - 1])]).toEqual([
      'return(rut, 26d)',
      '26-session windows',
      '2023-12-08',
    ]);
    expect(line.values[line.values.length - 1]).toBeCloseTo(1880.82 / 1669.7 - 1, 12);
  });

  it.each([
    ['high(rut, from 2022-01-20 to 2024-07-10)', 'Its days are fixed: there is no other value to set it beside.'],
    [
      'return(rut, from 2023-11-01 to 2023-12-04) - return(rut, from 2023-11-03 to 2023-12-06)',
      'Its days are fixed: there is no other value to set it beside.',
    ],
    ['return(iwo, ytd)', 'The data have no other value to set it beside.'],
    ['since(rut)', 'A date has no place among other dates.'],
    ['rank(rut)', 'A rank says already where a value stands.'],
  ])('%s has none: %s', (metric, reason) => expect(why(metric)).toBe(reason));
});

describe('the finding of the figure', () => {
  it.each([
    [0, 6418, 0, 'None of the 6,418 earlier sessions had a larger value'],
    [0, 45, 1, 'None of the 46 earlier sessions had a larger value, 1 had the same'],
    [1, 99, 0, 'One of the 100 earlier sessions had a larger value'],
    [4, 95, 2, 'Four of the 101 earlier sessions had a larger value, 2 had the same'],
    [5473, 687, 227, '687 of the 6,387 earlier sessions had a lower value, 227 had the same'],
  ])('with %i larger, %i smaller and %i equal is told from the shorter side', (larger, smaller, equal, finding) =>
    expect(findingOf({ noun: 'sessions', larger, smaller, equal })).toBe(finding),
  );
});
