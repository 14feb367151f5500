import type { Column } from '../column.ts';
import { formatInput } from '../format.ts';
import { brackets, type Formula, row } from '../formula.ts';
import type { Measure } from '../measure.ts';
import { priceAndRate } from '../rate-argument.ts';

const shape = (rate: Formula, price: Formula): Formula => row(rate, '−', brackets(row('100', '−', price)));

/** rate - (100 - price), in basis points: how much lower than `rate` a future puts the rate of its month. */
export const measure: Measure = {
  name: 'cutsPriced',
  group: 'rates',
  kind: 'state',
  example: 'cutsPriced(zqz24, fed_upper)',
  test: 'fed-funds',
  parameters: [
    { name: 'zq', kind: 'series' },
    { name: 'rate', kind: 'rate' },
  ],
  summary: 'rate - implied rate of a federal funds future, in basis points',
  words: (args) => `cuts priced by the ${args.words(0)} from ${args.words(1)}`,
  title: (args) => `${args.words(0)}: rate cuts priced from ${args.words(1)}${args.isNumber(1) ? '%' : ''}`,
  meaning: (args) =>
    `How much lower than ${args.words(1)}${args.isNumber(1) ? '%' : ''} the future puts the average rate of its month, in basis points.`,
  formula: (symbols) => shape(symbols.value(1), symbols.value(0)),
  evaluate(args): Column {
    const { days, prices, rates } = priceAndRate(args, 0, 1);
    return {
      days,
      values: prices.map((price, i) => (rates[i] - (100 - price)) * 100),
      unit: 'basis points',
      reach: (i) => [days[i], days[i]],
      working: (i) => shape(formatInput(rates[i]), formatInput(prices[i])),
    };
  },
};
