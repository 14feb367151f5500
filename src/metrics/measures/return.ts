import type { Column } from '../column.ts';
import { formatInput } from '../format.ts';
import { type Formula, over, row } from '../formula.ts';
import { type Measure, valueWord } from '../measure.ts';
import { boundsOf } from '../window-bounds.ts';
import type { Window } from '../windows.ts';

/**
 * Simple return over a window: end / base - 1, as a ratio.
 * Price return unless the series is a total return. Null (NaN) where the window has no base in the data.
 */
export function windowReturn(values: Float64Array, days: Int32Array, window: Window): Float64Array {
  const result = new Float64Array(values.length).fill(Number.NaN);
  const [bases, ends] = [boundsOf(window, 'base', days), boundsOf(window, 'end', days)];
  for (let i = 0; i < values.length; i++) {
    const base = bases[i];
    if (base >= 0) result[i] = values[ends[i]] / values[base] - 1;
  }
  return result;
}

const shape = (end: Formula, base: Formula): Formula => row(over(end, base), '−', '1');

export const measure: Measure = {
  name: 'return',
  group: 'moves',
  kind: 'move',
  example: 'return(rut, 1w)',
  parameters: [
    { name: 's', kind: 'series' },
    { name: 'w', kind: 'window' },
  ],
  summary: 'end / base - 1 over a window, as a ratio',
  words: (args) => `${args.words(0)}, return ${args.window(1).words}`,
  meaning: (args) =>
    `The change in percent from the ${valueWord(args)} ${args.window(1).from} to the ${valueWord(args)} ${args.window(1).to}.`,
  formula(symbols) {
    const base = symbols.base(1);
    return shape(symbols.value(0, symbols.end(1)), symbols.value(0, base));
  },
  evaluate(args): Column {
    const { days, values } = args.column(0);
    const window = args.window(1);
    return {
      days,
      values: windowReturn(values, days, window),
      unit: 'ratio',
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
