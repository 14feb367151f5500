import type { Column } from '../column.ts';
import type { Measure } from '../measure.ts';
import { isLevel } from '../units.ts';

/**
 * Signed length of the run of one sign that ends at each value: 3 after three gains, -2 after two losses.
 * Zero ends a run and counts 0; NaN gives NaN and starts anew.
 */
export function runLengths(values: Float64Array): Float64Array {
  const result = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const sign = Math.sign(values[i]);
    const before = i === 0 ? 0 : result[i - 1];
    result[i] = Math.sign(before) === sign ? before + sign : sign;
  }
  return result;
}

/** Change from the value before; NaN at the first. */
export function changes(values: Float64Array): Float64Array {
  return values.map((value, i) => (i === 0 ? Number.NaN : value - values[i - 1]));
}

export const streak: Measure = {
  name: 'streak',
  parameters: [{ name: 'x', kind: 'column' }],
  summary: 'signed length of the run of one sign ending now; of a level, the run of its changes',
  words: (args) => `length of the run of ${args.words(0)}`,
  evaluate(args): Column {
    const { days, values, unit, period } = args.column(0);
    const ofChanges = isLevel(unit);
    const result = runLengths(ofChanges ? changes(values) : values);
    const lengthAt = (i: number): number => Math.abs(result[i]) || 0;
    return {
      days,
      values: result,
      unit: period ? 'periods' : 'sessions',
      reach: (i) => [days[Math.max(0, i - lengthAt(i) + (ofChanges ? 0 : 1))], days[i]],
    };
  },
};
