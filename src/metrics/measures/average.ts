import type { Column } from '../column.ts';
import { formatInput } from '../format.ts';
import { meanOf, over } from '../formula.ts';
import { listed, type Measure } from '../measure.ts';

/**
 * Mean of the last n values, today included. NaN for the first n - 1, and where a value is NaN.
 * By prefix sums with Neumaier's compensation, which keep their last digits over any length.
 */
export function movingAverage(values: Float64Array, n: number): Float64Array {
  const result = new Float64Array(values.length).fill(Number.NaN);
  const sums = new Float64Array(values.length + 1);
  const corrections = new Float64Array(values.length + 1);
  let lastGap = -1;
  let sum = 0;
  let correction = 0;
  for (let i = 0; i < values.length; i++) {
    const gap = Number.isNaN(values[i]);
    if (gap) lastGap = i;
    const value = gap ? 0 : values[i];
    const next = sum + value;
    // What the sum has lost of the larger of the two, and of the smaller: exact, and without asking which is which.
    const part = next - value;
    correction += sum - part + (value - (next - part));
    sum = next;
    sums[i + 1] = sum;
    corrections[i + 1] = correction;
    const from = i - n + 1;
    if (from >= 0 && lastGap < from) result[i] = (sum - sums[from] + (correction - corrections[from])) / n;
  }
  return result;
}

export const measure: Measure = {
  name: 'average',
  group: 'averages',
  kind: 'of its argument',
  example: 'average(rut, 200)',
  parameters: [
    { name: 'x', kind: 'column' },
    { name: 'n', kind: 'count' },
  ],
  summary: 'mean of the last n values, today included',
  words: (args) => `average of ${args.words(0)} over ${args.words(1)}`,
  meaning: (args) => `The mean of the last ${args.words(1)} values, that of the day included.`,
  formula: (symbols, args) => meanOf(...listed(symbols, 0, symbols.back(args.number(1) - 1))),
  evaluate(args): Column {
    const { days, values, unit } = args.column(0);
    const n = args.number(1);
    const averages = movingAverage(values, n);
    return {
      days,
      values: averages,
      unit,
      filled: (i) => over(formatInput(averages[i] * n), String(n)),
      reach: (i) => [days[Math.max(0, i - n + 1)], days[i]],
    };
  },
};
