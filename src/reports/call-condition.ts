/** The condition of a call: '> 0', '>= 5%', '< −2 pp', read against values of a metric. */
import { withoutNoise } from '../metrics/number-style.ts';
import type { Unit } from '../metrics/units.ts';

type Comparison = '>' | '<' | '>=' | '<=' | '=';
type Suffix = '%' | 'pp' | 'bp' | '';

export interface Condition {
  comparison: Comparison;
  /** As it is written, in `suffix`. */
  number: number;
  suffix: Suffix;
}

const CONDITION = /^([<>]=?|=) ?([+\-−]?\d[\d,]*(?:\.\d+)?) ?(%|pp|bp|percentage points|basis points)?$/;
const SUFFIXES: Readonly<Record<string, Suffix>> = { 'percentage points': 'pp', 'basis points': 'bp' };

/** Null for what is no condition. */
export function parseCondition(expects: string): Condition | null {
  const [, comparison, digits, suffix = ''] = CONDITION.exec(expects) ?? [];
  if (digits === undefined) return null;
  return {
    comparison: comparison as Comparison,
    number: Number(digits.replaceAll(',', '').replace('−', '-')),
    suffix: SUFFIXES[suffix] ?? (suffix as Suffix),
  };
}

/** The suffix that a number has in a condition on values of a unit. */
export function suffixFor(unit: Unit): Suffix {
  if (unit === 'ratio' || unit === 'percent') return '%';
  return unit === 'percentage points' ? 'pp' : unit === 'basis points' ? 'bp' : '';
}

/** A bare zero is zero in every unit; any other number is told in the unit of the values. */
export function fitsUnit({ number, suffix }: Condition, unit: Unit): boolean {
  if (unit === 'date') return false;
  return suffix === suffixFor(unit) || (number === 0 && suffix === '');
}

/** The number of a condition as values of the unit are kept: 5% is 0.05 of a ratio. */
export function thresholdIn({ number }: Condition, unit: Unit): number {
  return unit === 'ratio' || unit === 'percentage points' ? number / 100 : number;
}

/** Whether a value meets it, at full precision but for the noise of binary arithmetic. */
export function meets(value: number, condition: Condition, unit: Unit): boolean {
  const [found, threshold] = [withoutNoise(value), withoutNoise(thresholdIn(condition, unit))];
  switch (condition.comparison) {
    case '>':
      return found > threshold;
    case '<':
      return found < threshold;
    case '>=':
      return found >= threshold;
    case '<=':
      return found <= threshold;
    case '=':
      return found === threshold;
  }
}
