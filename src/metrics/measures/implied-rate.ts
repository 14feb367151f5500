import type { Column } from '../column.ts';
import { formatInput } from '../format.ts';
import { type Formula, row } from '../formula.ts';
import type { Measure } from '../measure.ts';

const shape = (price: Formula): Formula => row('100', '−', price);

/** 100 - price of a federal funds future: the average rate of its month, in percent. */
export const measure: Measure = {
  name: 'impliedRate',
  group: 'rates',
  example: 'impliedRate(zqz24)',
  test: 'fed-funds',
  parameters: [{ name: 'zq', kind: 'series' }],
  summary: '100 - price of a federal funds future, in percent',
  words: (args) => `rate implied by the ${args.words(0)}`,
  meaning: () => 'One hundred less the price of the future, which is the average rate of its month in percent.',
  formula: (symbols) => shape(symbols.value(0)),
  evaluate(args): Column {
    const { days, values } = args.column(0);
    return {
      days,
      values: values.map((price) => 100 - price),
      unit: 'percent',
      reach: (i) => [days[i], days[i]],
      working: (i) => shape(formatInput(values[i])),
    };
  },
};
