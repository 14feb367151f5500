/** `high` and `low` are one measure seen from two sides. */
import type { Column } from './column.ts';
import { rollingExtreme } from './extremes.ts';
import { formatInput } from './format.ts';
import { greatest, least } from './formula.ts';
import { listed, type Measure } from './measure.ts';
import { boundsOf } from './window-bounds.ts';

interface Extreme {
  name: 'high' | 'low';
  largest: boolean;
  example: string;
}

export function extreme({ name, largest, example }: Extreme): Measure {
  const extremeOf = largest ? greatest : least;
  return {
    name,
    group: 'places',
    kind: 'of its argument',
    example,
    test: 'high-low',
    parameters: [
      { name: 'x', kind: 'column' },
      { name: 'w', kind: 'window' },
    ],
    summary: `${largest ? 'largest' : 'smallest'} of the last w values, today included`,
    words: (args) => `${largest ? 'highest' : 'lowest'} of ${args.words(0)} ${args.window(1).words}`,
    meaning: (args) => `The ${largest ? 'largest' : 'smallest'} of the values ${args.window(1).words}, both ends included.`,
    formula: (symbols) => extremeOf(...listed(symbols, 0, symbols.first(1), symbols.end(1))),
    evaluate(args): Column {
      const { days, values, unit } = args.column(0);
      const window = args.window(1);
      const [first, last] = [boundsOf(window, 'first', days), boundsOf(window, 'end', days)];
      const extremes = rollingExtreme(values, largest, first, last);
      const at = (i: number): number => values.lastIndexOf(extremes[i], last[i]);
      return {
        days,
        values: extremes,
        unit,
        filled(i) {
          const shown = [...new Set([first[i], at(i), last[i]])].sort((a, b) => a - b);
          return extremeOf(
            ...shown.flatMap((k, n) => (n > 0 && k > shown[n - 1] + 1 ? ['…', formatInput(values[k])] : [formatInput(values[k])])),
          );
        },
        pivots: (i) => [{ day: days[at(i)], role: largest ? 'highest' : 'lowest' }],
        reach: (i) => [days[first[i]], days[last[i]]],
      };
    },
  };
}
