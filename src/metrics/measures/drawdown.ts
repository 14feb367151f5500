import type { Column } from '../column.ts';
import { formatInput } from '../format.ts';
import { type Formula, greatest, over, row } from '../formula.ts';
import { listed, type Measure } from '../measure.ts';

/** Index of the highest value so far, the earliest of equals. NaN never is. */
export function highestSoFar(values: Float64Array): Int32Array {
  const result = new Int32Array(values.length);
  for (let i = 1; i < values.length; i++) result[i] = values[i] > values[result[i - 1]] ? i : result[i - 1];
  return result;
}

/** s / highest so far - 1: 0 at a high, never above. The highest is that of the data, which may begin after the series did. */
export function drawdowns(values: Float64Array): Float64Array {
  const highest = highestSoFar(values);
  return values.map((value, i) => value / values[highest[i]] - 1);
}

const shape = (value: Formula, highest: Formula): Formula => row(over(value, highest), '−', '1');

export const measure: Measure = {
  name: 'drawdown',
  group: 'risk',
  kind: 'state',
  neverAboveZero: true,
  example: 'drawdown(rut)',
  parameters: [{ name: 's', kind: 'series' }],
  summary: 's / highest so far - 1',
  words: (args) => `${args.words(0)}, distance from its highest close`,
  meaning: () => 'How far the close lies below the highest one so far in the data, in percent. At a high it is zero.',
  formula: (symbols) => shape(symbols.value(0), greatest(...listed(symbols, 0, symbols.start))),
  evaluate(args): Column {
    const { days, values } = args.column(0);
    const highest = highestSoFar(values);
    return {
      days,
      values: drawdowns(values),
      unit: 'ratio',
      reach: (i) => [days[highest[i]], days[i]],
      working: (i) => shape(formatInput(values[i]), formatInput(values[highest[i]])),
      pivots: (i) => [
        { day: days[highest[i]], role: 'highest' },
        { day: days[i], role: 'end' },
      ],
    };
  },
};
