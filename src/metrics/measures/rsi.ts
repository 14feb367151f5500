import type { Column } from '../column.ts';
import { over, row } from '../formula.ts';
import type { Measure } from '../measure.ts';

/**
 * Wilder's relative strength index (New Concepts in Technical Trading Systems, 1978): 100 - 100 / (1 + gains / losses), of averages
 * seeded with the mean of the first n changes and then smoothed by (n - 1) / n. Needs n + 1 prices; NaN where gains and losses
 * are both zero. Its start is forgotten after some 250 values.
 */
export function wilderRsi(values: Float64Array, n: number): Float64Array {
  const result = new Float64Array(values.length).fill(Number.NaN);
  let [gains, losses] = [0, 0];
  for (let i = 1; i < values.length; i++) {
    const move = values[i] - values[i - 1];
    const [gain, loss] = [Math.max(move, 0), Math.max(-move, 0)];
    if (i <= n) {
      gains += gain / n;
      losses += loss / n;
    } else {
      gains = (gains * (n - 1) + gain) / n;
      losses = (losses * (n - 1) + loss) / n;
    }
    if (i >= n) result[i] = (100 * gains) / (gains + losses);
  }
  return result;
}

export const measure: Measure = {
  name: 'rsi',
  group: 'averages',
  example: 'rsi(rut, 14)',
  parameters: [
    { name: 's', kind: 'series' },
    { name: 'n', kind: 'count' },
  ],
  summary: "Wilder's relative strength index, 0 to 100",
  words: (args) => `${args.words(0)}, relative strength index over ${args.words(1)} sessions`,
  meaning: (args) =>
    `The average gain as a share of average gain and average loss together, from 0 to 100, both smoothed over ${args.words(1)} sessions by Wilder’s method.`,
  formula: () => row('100', '×', over('average gain', row('average gain', '+', 'average loss'))),
  evaluate(args): Column {
    const { days, values } = args.column(0);
    return { days, values: wilderRsi(values, args.number(1)), unit: 'score', reach: (i) => [days[0], days[i]] };
  },
};
