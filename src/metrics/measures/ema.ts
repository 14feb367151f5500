import type { Column } from '../column.ts';
import { formatInput } from '../format.ts';
import { brackets, type Formula, over, row } from '../formula.ts';
import type { Measure } from '../measure.ts';
import { mean } from '../moments.ts';

/**
 * Exponential moving average: seeded at the n-th value with the simple average of the first n, then
 * e + (x - e) x 2 / (n + 1). NaN before the seed; a NaN in the series makes every later value NaN.
 */
export function exponentialAverage(values: Float64Array, n: number): Float64Array {
  const result = new Float64Array(values.length).fill(Number.NaN);
  if (values.length < n) return result;
  result[n - 1] = mean(values, 0, n - 1);
  for (let i = n; i < values.length; i++) result[i] = result[i - 1] + ((values[i] - result[i - 1]) * 2) / (n + 1);
  return result;
}

const shape = (before: Formula, value: Formula, n: number): Formula =>
  row(before, '+', brackets(row(value, '−', before)), '×', over('2', String(n + 1)));

export const measure: Measure = {
  name: 'ema',
  group: 'averages',
  kind: 'of its argument',
  example: 'ema(rut, 20)',
  parameters: [
    { name: 's', kind: 'series' },
    { name: 'n', kind: 'count' },
  ],
  summary: 'exponential moving average, seeded with the simple one',
  words: (args) => `${args.words(0)}, exponential average over ${args.words(1)} sessions`,
  meaning: (args) =>
    `An average in which each earlier value counts less than the one after it. It begins as the mean of the first ${args.words(1)} values.`,
  formula: (symbols, args) => shape('the average before', symbols.value(0), args.number(1)),
  evaluate(args): Column {
    const { days, values, unit } = args.column(0);
    const n = args.number(1);
    const averages = exponentialAverage(values, n);
    return {
      days,
      values: averages,
      unit,
      filled: (i) => (i < n ? formatInput(averages[i]) : shape(formatInput(averages[i - 1]), formatInput(values[i]), n)),
      reach: (i) => [days[0], days[i]],
    };
  },
};
