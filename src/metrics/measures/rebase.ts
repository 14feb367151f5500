import type { Column } from '../column.ts';
import { formatInput } from '../format.ts';
import { type Formula, over, row } from '../formula.ts';
import { type Measure, valueWord } from '../measure.ts';
import { boundsOf } from '../window-bounds.ts';

const shape = (level: number, value: Formula, base: Formula): Formula => row(formatInput(level), '×', over(value, base));

/** 100 x s / s at the window's base: an index that stands at `level` on that day. NaN before it. */
export const measure: Measure = {
  name: 'rebase',
  group: 'moves',
  example: 'rebase(rut, 100, since 2023-12-29)',
  parameters: [
    { name: 's', kind: 'series' },
    { name: '100', kind: 'number' },
    { name: 'since D', kind: 'window' },
  ],
  summary: '100 x s / s at D',
  words: (args) => `${args.words(0)}, ${args.words(1)} ${args.window(2).words}`,
  meaning: (args) => `The ${valueWord(args)} of the day where the ${valueWord(args)} ${args.window(2).from} is put at ${args.words(1)}.`,
  formula: (symbols, args) => shape(args.number(1), symbols.value(0), symbols.value(0, symbols.base(2))),
  evaluate(args): Column {
    const { days, values } = args.column(0);
    const level = args.number(1);
    const window = args.window(2);
    const base = boundsOf(window, 'base', days);
    return {
      days,
      values: values.map((value, i) => (base[i] < 0 ? Number.NaN : level * (value / values[base[i]]))),
      unit: 'index',
      reach: (i) => [days[base[i]], days[i]],
      working: (i) => shape(level, formatInput(values[i]), formatInput(values[base[i]])),
      pivots: (i) => [
        { day: days[base[i]], role: 'base' },
        { day: days[i], role: 'end' },
      ],
    };
  },
};
