import type { Column } from '../column.ts';
import { rollingExtreme } from '../extremes.ts';
import type { Measure } from '../measure.ts';
import { drawdowns } from './drawdown.ts';

/** The lowest drawdown inside the last w values, each measured from the highest so far. */
export const maxDrawdown: Measure = {
  name: 'maxDrawdown',
  parameters: [
    { name: 's', kind: 'series' },
    { name: 'w', kind: 'window' },
  ],
  summary: 'the lowest drawdown inside the window',
  words: (args) => `${args.words(0)}, deepest fall from its highest close ${args.window(1).words}`,
  evaluate(args): Column {
    const { days, values } = args.column(0);
    const window = args.window(1);
    const first = (i: number): number => window.first(days, i);
    const last = (i: number): number => window.end(days, i);
    return { days, values: rollingExtreme(drawdowns(values), false, first, last), unit: 'ratio', reach: (i) => [days[0], days[last(i)]] };
  },
};
