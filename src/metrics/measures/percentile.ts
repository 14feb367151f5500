import type { Column } from '../column.ts';
import { countOf, over, row } from '../formula.ts';
import type { Measure } from '../measure.ts';
import { amongPrior } from '../sorted-values.ts';
import { boundsOf } from '../window-bounds.ts';

/** Share of values[first[i]..i-1] strictly below values[i]. NaN without a prior value, or with a NaN among them. */
export function priorPercentile(values: Float64Array, first: Int32Array): Float64Array {
  return amongPrior(values, first, (prior, value) => {
    const share = prior.smaller(value) / prior.size;
    prior.add(value);
    return share;
  });
}

export const measure: Measure = {
  name: 'percentile',
  group: 'places',
  example: 'percentile(vix, 252d)',
  parameters: [
    { name: 'x', kind: 'column' },
    { name: 'w', kind: 'window' },
  ],
  summary: 'share of the prior w values strictly below',
  words: (args) => `percentile of ${args.words(0)} among the prior values ${args.window(1).words}`,
  meaning: (args) => `The share of the values before it, ${args.window(1).words}, that are smaller.`,
  formula(symbols) {
    const prior = symbols.value(0, symbols.each(symbols.firstPrior(1), symbols.back(1)));
    return over(countOf(row(prior, 'below', symbols.value(0))), countOf(prior));
  },
  evaluate(args): Column {
    const { days, values } = args.column(0);
    const window = args.window(1);
    const first = boundsOf(window, 'firstPrior', days);
    return { days, values: priorPercentile(values, first), unit: 'ratio', reach: (i) => [days[first[i]], days[i]] };
  },
};
