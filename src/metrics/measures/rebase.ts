import type { Column } from '../column.ts';
import { formatInput } from '../format.ts';
import type { Measure } from '../measure.ts';

/** 100 x s / s at the window's base: an index that stands at `level` on that day. NaN before it. */
export const rebase: Measure = {
  name: 'rebase',
  parameters: [
    { name: 's', kind: 'series' },
    { name: '100', kind: 'number' },
    { name: 'since D', kind: 'window' },
  ],
  summary: '100 x s / s at D',
  words: (args) => `${args.words(0)}, ${args.words(1)} ${args.window(2).words}`,
  evaluate(args): Column {
    const { days, values } = args.column(0);
    const level = args.number(1);
    const window = args.window(2);
    const base = (i: number): number => window.base(days, i);
    return {
      days,
      values: values.map((value, i) => (base(i) < 0 ? Number.NaN : level * (value / values[base(i)]))),
      unit: 'index',
      reach: (i) => [days[base(i)], days[i]],
      working: (i) => `${formatInput(level)} × ${formatInput(values[i])} ÷ ${formatInput(values[base(i)])}`,
    };
  },
};
