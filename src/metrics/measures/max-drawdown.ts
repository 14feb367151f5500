import type { Column } from '../column.ts';
import { rollingExtreme } from '../extremes.ts';
import { greatest, least, over, row } from '../formula.ts';
import { listed, type Measure } from '../measure.ts';
import { boundsOf } from '../window-bounds.ts';
import { drawdowns } from './drawdown.ts';

/** The lowest drawdown inside the last w values, each measured from the highest so far. */
export const measure: Measure = {
  name: 'maxDrawdown',
  group: 'risk',
  kind: 'state',
  neverAboveZero: true,
  example: 'maxDrawdown(rut, 1y)',
  test: 'drawdown',
  parameters: [
    { name: 's', kind: 'series' },
    { name: 'w', kind: 'window' },
  ],
  summary: 'the lowest drawdown inside the window',
  words: (args) => `${args.words(0)}, deepest fall from its highest close ${args.window(1).words}`,
  meaning: (args) => `The deepest fall from the highest close so far ${args.window(1).words}, in percent.`,
  formula(symbols) {
    const each = symbols.each(symbols.first(1), symbols.end(1));
    return least(row(over(symbols.value(0, each), greatest(...listed(symbols, 0, symbols.start, each))), '−', '1'));
  },
  evaluate(args): Column {
    const { days, values } = args.column(0);
    const window = args.window(1);
    const [first, last] = [boundsOf(window, 'first', days), boundsOf(window, 'end', days)];
    return { days, values: rollingExtreme(drawdowns(values), false, first, last), unit: 'ratio', reach: (i) => [days[0], days[last[i]]] };
  },
};
