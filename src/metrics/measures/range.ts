import type { Column } from '../column.ts';
import { rollingExtreme } from '../extremes.ts';
import { formatInput } from '../format.ts';
import { type Formula, greatest, least, over, row } from '../formula.ts';
import { listed, type Measure } from '../measure.ts';
import { boundsOf } from '../window-bounds.ts';

const shape = (high: Formula, low: Formula): Formula => row(over(high, low), '−', '1');

/** high / low - 1 over the last w closes, today included. */
export const measure: Measure = {
  name: 'range',
  group: 'places',
  example: 'range(rut, 2y)',
  parameters: [
    { name: 's', kind: 'series' },
    { name: 'w', kind: 'window' },
  ],
  summary: 'high / low - 1 over the last w closes',
  words: (args) => `${args.words(0)}, range of closes ${args.window(1).words}`,
  meaning: (args) => `How far the highest close ${args.window(1).words} lies above the lowest, in percent.`,
  formula(symbols) {
    const closes = listed(symbols, 0, symbols.first(1), symbols.end(1));
    return shape(greatest(...closes), least(...closes));
  },
  evaluate(args): Column {
    const { days, values } = args.column(0);
    const window = args.window(1);
    const [first, last] = [boundsOf(window, 'first', days), boundsOf(window, 'end', days)];
    const highs = rollingExtreme(values, true, first, last);
    const lows = rollingExtreme(values, false, first, last);
    return {
      days,
      values: highs.map((high, i) => high / lows[i] - 1),
      unit: 'ratio',
      reach: (i) => [days[first[i]], days[last[i]]],
      working: (i) => shape(formatInput(highs[i]), formatInput(lows[i])),
      pivots: (i) => [
        { day: days[values.lastIndexOf(highs[i], last[i])], role: 'highest' },
        { day: days[values.lastIndexOf(lows[i], last[i])], role: 'lowest' },
      ],
    };
  },
};
