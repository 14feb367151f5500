/** `high` and `low` are one measure seen from two sides. */
import type { Column } from './column.ts';
import { rollingExtreme } from './extremes.ts';
import type { Measure } from './measure.ts';

export function extreme(name: 'high' | 'low', largest: boolean): Measure {
  return {
    name,
    parameters: [
      { name: 'x', kind: 'column' },
      { name: 'w', kind: 'window' },
    ],
    summary: `${largest ? 'largest' : 'smallest'} of the last w values, today included`,
    words: (args) => `${largest ? 'highest' : 'lowest'} of ${args.words(0)} ${args.window(1).words}`,
    evaluate(args): Column {
      const { days, values, unit } = args.column(0);
      const window = args.window(1);
      const first = (i: number): number => window.first(days, i);
      const last = (i: number): number => window.end(days, i);
      return { days, values: rollingExtreme(values, largest, first, last), unit, reach: (i) => [days[first(i)], days[last(i)]] };
    },
  };
}
