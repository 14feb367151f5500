import type { Column } from '../column.ts';
import { countOf, row } from '../formula.ts';
import type { Measure } from '../measure.ts';
import { all } from '../windows.ts';

/**
 * Rank of each value among those from the first up to itself: 1 + the number strictly greater.
 * 1 is the largest; ties share the better rank. By binary insertion into a sorted copy.
 * Leading NaN (warm-up) is left out and stays NaN; a NaN after it makes every later rank NaN.
 */
export function expandingRank(values: Float64Array): Float64Array {
  const result = new Float64Array(values.length).fill(Number.NaN);
  const sorted: number[] = [];
  let i = values.findIndex((value) => !Number.isNaN(value));
  if (i < 0) return result;
  for (; i < values.length && !Number.isNaN(values[i]); i++) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle] <= values[i]) low = middle + 1;
      else high = middle;
    }
    result[i] = 1 + sorted.length - low;
    sorted.splice(low, 0, values[i]);
  }
  return result;
}

/** Rank of each value among values[first(i)..i]; NaN where the window is not in the data or has a NaN. */
export function windowRank(values: Float64Array, first: (i: number) => number): Float64Array {
  return values.map((value, i) => {
    const from = first(i);
    if (from < 0 || Number.isNaN(value)) return Number.NaN;
    let greater = 0;
    for (let j = from; j < i; j++) {
      if (Number.isNaN(values[j])) return Number.NaN;
      if (values[j] > value) greater++;
    }
    return 1 + greater;
  });
}

export const measure: Measure = {
  name: 'rank',
  group: 'places',
  example: 'rank(return(rut, 1d), 1y)',
  parameters: [
    { name: 'x', kind: 'column' },
    { name: 'w', kind: 'window', optional: true },
  ],
  summary: '1 + number of values in the window (or in all the data) strictly greater; 1 is the largest',
  words: (args) => `rank of ${args.words(0)} ${(args.has(1) ? args.window(1) : all).words}`,
  meaning: (args) =>
    `The place of the value among those ${(args.has(1) ? args.window(1) : all).words}: one more than the number that are larger. The largest has rank 1.`,
  formula: (symbols) =>
    row('1', '+', countOf(row(symbols.value(0, symbols.each(symbols.first(1), symbols.back(0))), 'above', symbols.value(0)))),
  evaluate(args): Column {
    const { days, values } = args.column(0);
    const window = args.has(1) ? args.window(1) : all;
    return {
      days,
      values: window === all ? expandingRank(values) : windowRank(values, (i) => window.first(days, i)),
      unit: 'rank',
      reach: (i) => [days[window.first(days, i)], days[i]],
    };
  },
};
