import type { Column } from '../column.ts';
import { formatExact } from '../format.ts';
import { countOf, type Formula, row } from '../formula.ts';
import type { Measure } from '../measure.ts';
import { moveBetween } from '../move-between.ts';
import { isLevel, type Unit } from '../units.ts';

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

/** Longer runs are told by their first and last value. */
const SHORT_RUN = 8;

const shown = ({ value, unit }: { value: number; unit: Unit }): string => formatExact(value, unit);

const ofRun = (list: readonly Formula[]): Formula => countOf(...(list.length > SHORT_RUN ? [list[0], '…', list[list.length - 1]] : list));

export const measure: Measure = {
  name: 'streak',
  group: 'moves',
  kind: 'move',
  example: 'streak(return(rut, 1w) - return(spx, 1w))',
  parameters: [{ name: 'x', kind: 'column' }],
  summary: 'signed length of the run of one sign ending now; of a level, the run of its changes',
  words: (args) => `length of the run of ${args.words(0)}`,
  title: (args) => (isLevel(args.column(0).unit) ? `${args.words(0)}, run of gains or losses` : `Run of one sign: ${args.words(0)}`),
  meaning: (args) =>
    isLevel(args.column(0).unit)
      ? 'For how many sessions in a row the close has risen, or fallen where a minus stands before it. A session without a change ends a run.'
      : 'How many values in a row are above zero, or below it where a minus stands before it. A value of zero ends a run.',
  formula(symbols, args) {
    const change = (from: number): Formula => row(symbols.value(0, symbols.back(from)), '−', symbols.value(0, symbols.back(from + 1)));
    const each = isLevel(args.column(0).unit) ? change : (back: number) => symbols.value(0, symbols.back(back));
    return countOf(each(0), each(1), 'and so on while the sign is the same');
  },
  evaluate(args): Column {
    const { days, values, unit, period } = args.column(0);
    const ofChanges = isLevel(unit);
    const result = runLengths(ofChanges ? changes(values) : values);
    const lengthAt = (i: number): number => Math.abs(result[i]) || 0;
    return {
      days,
      values: result,
      unit: period ? 'periods' : 'sessions',
      filled(i) {
        const length = lengthAt(i);
        const run = Array.from({ length }, (_unused, k) => i - length + 1 + k);
        return ofRun(run.map((k) => shown(ofChanges ? moveBetween(values[k - 1], values[k], unit) : { value: values[k], unit })));
      },
      reach: (i) => [days[Math.max(0, i - lengthAt(i) + (ofChanges ? 0 : 1))], days[i]],
    };
  },
};
