import type { Column } from '../column.ts';
import { countOf, row } from '../formula.ts';
import type { Measure } from '../measure.ts';
import { amongPrior } from '../sorted-values.ts';
import { boundsOf } from '../window-bounds.ts';
import { all } from '../windows.ts';

/**
 * Rank of each value among values[first[i]..i]: 1 + the number strictly greater. 1 is the largest; ties share the better rank.
 * NaN where the window is not in the data, or has a NaN.
 */
export function windowRank(values: Float64Array, first: Int32Array): Float64Array {
  return amongPrior(values, first, (prior, value) => 1 + prior.size - prior.add(value));
}

/** The same among all so far. Leading NaN (warm-up) is left out and stays NaN; a NaN after it makes every later rank NaN. */
export function expandingRank(values: Float64Array): Float64Array {
  const start = values.findIndex((value) => !Number.isNaN(value));
  return windowRank(values, new Int32Array(values.length).fill(start));
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
      values: window === all ? expandingRank(values) : windowRank(values, boundsOf(window, 'first', days)),
      unit: 'rank',
      reach: (i) => [days[window.first(days, i)], days[i]],
    };
  },
};
