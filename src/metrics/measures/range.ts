import type { Column } from '../column.ts';
import { rollingExtreme } from '../extremes.ts';
import { formatInput } from '../format.ts';
import type { Measure } from '../measure.ts';

/** high / low - 1 over the last w closes, today included. */
export const range: Measure = {
  name: 'range',
  parameters: [
    { name: 's', kind: 'series' },
    { name: 'w', kind: 'window' },
  ],
  summary: 'high / low - 1 over the last w closes',
  words: (args) => `${args.words(0)}, range of closes ${args.window(1).words}`,
  evaluate(args): Column {
    const { days, values } = args.column(0);
    const window = args.window(1);
    const first = (i: number): number => window.first(days, i);
    const last = (i: number): number => window.end(days, i);
    const highs = rollingExtreme(values, true, first, last);
    const lows = rollingExtreme(values, false, first, last);
    return {
      days,
      values: highs.map((high, i) => high / lows[i] - 1),
      unit: 'ratio',
      reach: (i) => [days[first(i)], days[last(i)]],
      working: (i) => `${formatInput(highs[i])} ÷ ${formatInput(lows[i])} − 1`,
    };
  },
};
