/** The number that a metric is compared with: written with the metric's own unit, so that 5 is never taken for 5%. */
import { type Comparator, ExpressionError, type Threshold } from './expression.ts';
import { formatInput } from './format.ts';
import { printThreshold } from './print-expression.ts';
import type { Unit } from './units.ts';

type Mark = NonNullable<Threshold['mark']>;

/** The marks that a unit is written with, and what one of each is in it. A unit that is not here is a plain number. */
const MARKS: Partial<Record<Unit, Partial<Record<Mark, number>>>> = {
  ratio: { '%': 0.01 },
  'percentage points': { '%': 0.01, pp: 0.01 },
  percent: { '%': 1 },
  'basis points': { bp: 1 },
};

/** These have no order that a number could stand in. */
const WITHOUT: readonly Unit[] = ['date', 'flag'];

/**
 * A threshold in the unit of the metric that is compared with it: 0.05 for '5%' of a ratio.
 * @throws ExpressionError where it is of another unit, with what to write
 */
export function thresholdIn(unit: Unit, threshold: Threshold): number {
  const { number, mark, offset } = threshold;
  if (WITHOUT.includes(unit)) throw new ExpressionError('metric-units', offset, `a ${unit} is not compared with a number`);
  const marks = MARKS[unit];
  const factor = mark === null ? (marks && number !== 0 ? undefined : 1) : marks?.[mark];
  if (factor !== undefined) return Number((number * factor).toPrecision(12));
  const ways = marks ? Object.keys(marks).map((one) => `${number}${one}`) : [String(number)];
  const wrong = mark === null ? `${number} has no unit` : `'${printThreshold(threshold)}' is of another unit`;
  throw new ExpressionError('metric-units', offset, `${wrong}, and the metric is in ${unit}. Write ${ways.join(' or ')}`);
}

export const COMPARATOR_SIGN: Readonly<Record<Comparator, string>> = { '>=': '≥', '>': '>', '<=': '≤', '<': '<' };

export const COMPARATOR_WORDS: Readonly<Record<Comparator, string>> = { '>=': 'at least', '>': 'above', '<=': 'at most', '<': 'below' };

/** As it stands in a formula: '5 pp', '−25 bp', '2,200'. */
export function thresholdText({ number, mark }: Threshold, unit: Unit): string {
  const told = unit === 'percentage points' && mark !== null ? 'pp' : mark;
  return `${formatInput(number).replace(/\.?0+$/, (zeros) => (zeros.startsWith('.') ? '' : zeros))}${told === null ? '' : told === '%' ? '%' : `\u00A0${told}`}`;
}

/** In words: '5 percentage points'. */
export function thresholdInWords(threshold: Threshold, unit: Unit): string {
  return thresholdText(threshold, unit).replace(/(?<=^(.*))\u00A0(pp|bp)$/, (_all, number: string, mark: string) => {
    const isOne = /^\u2212?1$/.test(number);
    return `\u00A0${mark === 'pp' ? 'percentage' : 'basis'} point${isOne ? '' : 's'}`;
  });
}
