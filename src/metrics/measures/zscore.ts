import type { Column } from '../column.ts';
import type { Measure } from '../measure.ts';
import { mean, sampleDeviation } from '../moments.ts';

/** (x - mean) / sample standard deviation of values[first(i)..i-1], today excluded. NaN under two prior values. */
export function priorZscore(values: Float64Array, first: (i: number) => number): Float64Array {
  return values.map((value, i) => {
    const from = first(i);
    return from < 0 || from >= i - 1 ? Number.NaN : (value - mean(values, from, i - 1)) / sampleDeviation(values, from, i - 1);
  });
}

export const zscore: Measure = {
  name: 'zscore',
  parameters: [
    { name: 'x', kind: 'column' },
    { name: 'w', kind: 'window' },
  ],
  summary: '(x - mean) / sample standard deviation of the prior w values, today excluded',
  words: (args) => `${args.words(0)}, in standard deviations from the mean of the prior values ${args.window(1).words}`,
  evaluate(args): Column {
    const { days, values } = args.column(0);
    const window = args.window(1);
    const first = (i: number): number => window.firstPrior(days, i);
    return { days, values: priorZscore(values, first), unit: 'sd', reach: (i) => [days[first(i)], days[i]] };
  },
};
