import type { Column } from '../column.ts';
import { formatInput } from '../format.ts';
import type { Measure } from '../measure.ts';
import { movingAverage } from './average.ts';

/** x / mean of the prior n values, today excluded. NaN for the first n. */
export const multiple: Measure = {
  name: 'multiple',
  parameters: [
    { name: 'x', kind: 'column' },
    { name: 'n', kind: 'count' },
  ],
  summary: 'x / mean of the prior n values, today excluded',
  words: (args) => `${args.words(0)}, multiple of the average of the prior ${args.words(1)} sessions`,
  evaluate(args): Column {
    const { days, values } = args.column(0);
    const n = args.number(1);
    const averages = movingAverage(values, n);
    const prior = (i: number): number => (i === 0 ? Number.NaN : averages[i - 1]);
    return {
      days,
      values: values.map((value, i) => value / prior(i)),
      unit: 'times',
      reach: (i) => [days[Math.max(0, i - n)], days[i]],
      working: (i) => `${formatInput(values[i])} ÷ ${formatInput(prior(i))}`,
    };
  },
};
