import type { Column } from '../column.ts';
import { formatInput } from '../format.ts';
import { type Formula, row } from '../formula.ts';
import { type Measure, valueWord } from '../measure.ts';
import { boundsOf } from '../window-bounds.ts';
import type { Window } from '../windows.ts';

/** Change over a window: end - base, times `scale`. NaN where the window has no base in the data. */
export function windowChange(values: Float64Array, days: Int32Array, window: Window, scale = 1): Float64Array {
  const result = new Float64Array(values.length).fill(Number.NaN);
  const [bases, ends] = [boundsOf(window, 'base', days), boundsOf(window, 'end', days)];
  for (let i = 0; i < values.length; i++) {
    const base = bases[i];
    if (base >= 0) result[i] = (values[ends[i]] - values[base]) * scale;
  }
  return result;
}

const shape = (end: Formula, base: Formula): Formula => row(end, '−', base);

/** In basis points for a rate in percent, else in the series' own unit. */
export const measure: Measure = {
  name: 'change',
  group: 'moves',
  kind: 'move',
  example: 'change(ust2y, 5d)',
  parameters: [
    { name: 's', kind: 'series' },
    { name: 'w', kind: 'window' },
  ],
  summary: "end - base over a window, in basis points for a rate, else in the series' own unit",
  words: (args) => `${args.words(0)}, change ${args.window(1).words}`,
  meaning(args) {
    const { from, to } = args.window(1);
    const unit = args.column(0).unit === 'percent' ? ', in basis points' : '';
    return `The change from the ${valueWord(args)} ${from} to the ${valueWord(args)} ${to}${unit}.`;
  },
  formula(symbols) {
    const base = symbols.base(1);
    return shape(symbols.value(0, symbols.end(1)), symbols.value(0, base));
  },
  evaluate(args): Column {
    const { days, values, unit } = args.column(0);
    const window = args.window(1);
    const isRate = unit === 'percent';
    return {
      days,
      values: windowChange(values, days, window, isRate ? 100 : 1),
      unit: isRate ? 'basis points' : unit,
      period: window.period,
      reach: (i) => [days[window.base(days, i)], days[window.end(days, i)]],
      working: (i) => shape(formatInput(values[window.end(days, i)]), formatInput(values[window.base(days, i)])),
      pivots: (i) => [
        { day: days[window.base(days, i)], role: 'base' },
        { day: days[window.end(days, i)], role: 'end' },
      ],
    };
  },
};
