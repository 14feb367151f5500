import type { Column } from '../column.ts';
import { formatInput } from '../format.ts';
import { type Formula, meanOf, over } from '../formula.ts';
import { listed, type Measure } from '../measure.ts';
import { movingAverage } from './average.ts';

const shape = (value: Formula, mean: Formula): Formula => over(value, mean);

/** x / mean of the prior n values, today excluded. NaN for the first n. */
export const measure: Measure = {
  name: 'multiple',
  group: 'averages',
  example: 'multiple(etp_calls, 250)',
  parameters: [
    { name: 'x', kind: 'column' },
    { name: 'n', kind: 'count' },
  ],
  summary: 'x / mean of the prior n values, today excluded',
  words: (args) => `${args.words(0)}, multiple of the average of the prior ${args.words(1)} sessions`,
  meaning: (args) => `The value of the day divided by the mean of the ${args.words(1)} values before it.`,
  formula: (symbols, args) => shape(symbols.value(0), meanOf(...listed(symbols, 0, symbols.back(args.number(1)), symbols.back(1)))),
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
      working: (i) => shape(formatInput(values[i]), formatInput(prior(i))),
      pivots: (i) => [{ day: days[i], role: 'end' }],
    };
  },
};
