import type { Column } from '../column.ts';
import { formatInput } from '../format.ts';
import type { Measure } from '../measure.ts';
import { priceAndRate } from '../rate-argument.ts';

/** rate - (100 - price), in basis points: how much lower than `rate` a future puts the rate of its month. */
export const cutsPriced: Measure = {
  name: 'cutsPriced',
  parameters: [
    { name: 'zq', kind: 'series' },
    { name: 'rate', kind: 'rate' },
  ],
  summary: 'rate - implied rate of a federal funds future, in basis points',
  words: (args) => `cuts priced by the ${args.words(0)} from ${args.words(1)}`,
  evaluate(args): Column {
    const { days, prices, rates } = priceAndRate(args, 0, 1);
    return {
      days,
      values: prices.map((price, i) => (rates[i] - (100 - price)) * 100),
      unit: 'basis points',
      reach: (i) => [days[i], days[i]],
      working: (i) => `${formatInput(rates[i])} − (100 − ${formatInput(prices[i])})`,
    };
  },
};
