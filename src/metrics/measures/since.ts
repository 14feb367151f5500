import type { Column } from '../column.ts';
import { latestOf, row } from '../formula.ts';
import type { Measure } from '../measure.ts';

/** Index of the latest earlier value at least as large, -1 if there is none. By a monotonic stack, one pass. */
export function latestAtLeast(values: Float64Array): Int32Array {
  const result = new Int32Array(values.length).fill(-1);
  const stack: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) continue;
    while (stack.length > 0 && values[stack[stack.length - 1]] < values[i]) stack.pop();
    if (stack.length > 0) result[i] = stack[stack.length - 1];
    stack.push(i);
  }
  return result;
}

/** The day of the latest earlier value >= x; NaN where the data have none. */
export const measure: Measure = {
  name: 'since',
  group: 'places',
  example: 'since(return(rut, 1d) - return(spx, 1d))',
  parameters: [{ name: 'x', kind: 'column' }],
  summary: 'date of the latest earlier value at least as large; null if none in the data',
  words: (args) => `the last day on which ${args.words(0)} was at least as high`,
  meaning: () => 'The last earlier day with a value at least as large.',
  formula(symbols) {
    const earlier = symbols.each(symbols.start, symbols.back(1));
    return latestOf(row(earlier.letter, 'with', symbols.value(0, earlier), 'at least', symbols.value(0)));
  },
  evaluate(args): Column {
    const { days, values } = args.column(0);
    const latest = latestAtLeast(values);
    return {
      days,
      values: Float64Array.from(latest, (index) => (index < 0 ? Number.NaN : days[index])),
      unit: 'date',
      reach: (i) => [days[Math.max(0, latest[i])], days[i]],
    };
  },
};
