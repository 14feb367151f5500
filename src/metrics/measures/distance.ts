import type { Column } from '../column.ts';
import { formatInput } from '../format.ts';
import { type Formula, meanOf, over, row } from '../formula.ts';
import { listed, type Measure } from '../measure.ts';
import { movingAverage } from './average.ts';

const shape = (value: Formula, mean: Formula): Formula => row(over(value, mean), '−', '1');

/** s / mean of the last n values, today included, - 1. */
export const measure: Measure = {
  name: 'distance',
  group: 'averages',
  kind: 'state',
  example: 'distance(rut, 50)',
  parameters: [
    { name: 's', kind: 'series' },
    { name: 'n', kind: 'count' },
  ],
  summary: 's / average(s, n) - 1',
  words: (args) => `${args.words(0)}, distance from the average of ${args.words(1)} sessions`,
  meaning: (args) => `How far the close lies above the mean of the last ${args.words(1)} closes, in percent; below it with a minus.`,
  formula: (symbols, args) => shape(symbols.value(0), meanOf(...listed(symbols, 0, symbols.back(args.number(1) - 1)))),
  evaluate(args): Column {
    const { days, values } = args.column(0);
    const n = args.number(1);
    const averages = movingAverage(values, n);
    return {
      days,
      values: values.map((value, i) => value / averages[i] - 1),
      unit: 'ratio',
      reach: (i) => [days[Math.max(0, i - n + 1)], days[i]],
      working: (i) => shape(formatInput(values[i]), formatInput(averages[i])),
      pivots: (i) => [{ day: days[i], role: 'end' }],
    };
  },
};
