import type { Column } from '../column.ts';
import { rollingExtreme } from '../extremes.ts';
import { formatInput } from '../format.ts';
import { greatest, least, row } from '../formula.ts';
import { listed, type Measure } from '../measure.ts';
import { boundsOf, indicesBack } from '../window-bounds.ts';

/** 1 where the close is above every one of the prior w closes, -1 where it is below every one, else 0. */
export const measure: Measure = {
  name: 'breakout',
  group: 'places',
  example: 'breakout(rut, 2y)',
  parameters: [
    { name: 's', kind: 'series' },
    { name: 'w', kind: 'window' },
  ],
  summary: '1 if the close is above every one of the prior w closes, -1 if below, else 0',
  words: (args) => `${args.words(0)}, break out of the range of closes ${args.window(1).words}`,
  meaning: (args) => `1 where the close is above every close before it ${args.window(1).words}, −1 where it is below every one, else 0.`,
  formula(symbols) {
    const prior = listed(symbols, 0, symbols.firstPrior(1), symbols.back(1));
    return row(symbols.value(0), 'against', least(...prior), 'to', greatest(...prior));
  },
  evaluate(args): Column {
    const { days, values } = args.column(0);
    const window = args.window(1);
    const [first, before] = [boundsOf(window, 'firstPrior', days), indicesBack(1, days.length)];
    const highs = rollingExtreme(values, true, first, before);
    const lows = rollingExtreme(values, false, first, before);
    return {
      days,
      values: values.map((value, i) => (Number.isNaN(highs[i]) ? Number.NaN : value > highs[i] ? 1 : value < lows[i] ? -1 : 0)),
      unit: 'flag',
      reach: (i) => [days[first[i]], days[i]],
      working: (i) => row(formatInput(values[i]), 'against', formatInput(lows[i]), 'to', formatInput(highs[i])),
      pivots: (i) => [
        { day: days[values.lastIndexOf(highs[i], i - 1)], role: 'highest' },
        { day: days[values.lastIndexOf(lows[i], i - 1)], role: 'lowest' },
        { day: days[i], role: 'end' },
      ],
    };
  },
};
