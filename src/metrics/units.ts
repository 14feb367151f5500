/**
 * Units of columns, and what arithmetic makes of them. A value is kept in the unit named here:
 * 'ratio' means 0.035, never 3.5. 'percentage points' is the difference of two ratios, kept as a ratio.
 */

export const UNITS = [
  'points',
  'percent',
  'contracts',
  'USD',
  'index',
  'ratio',
  'percentage points',
  'basis points',
  'times',
  'sessions',
  'periods',
  'cases',
  'rank',
  'date',
  'flag',
  'sd',
  'score',
  'number',
] as const;

export type Unit = (typeof UNITS)[number];

/** Levels have a daily change that matters; a return, a change or a rank is already about movement. */
const LEVELS: readonly Unit[] = ['points', 'percent', 'contracts', 'USD', 'index', 'times'];

export function isLevel(unit: Unit): boolean {
  return LEVELS.includes(unit);
}

/** Levels whose moves are returns: prices, indices, volumes. A rate or a spread changes by so many basis points. */
export function hasReturns(unit: Unit): boolean {
  return isLevel(unit) && unit !== 'percent';
}

export interface UnitResult {
  unit: Unit;
  /** Factor by which the plain result is multiplied: a difference of rates in percent is told in basis points. */
  scale: number;
}

/**
 * The unit of `left operator right`, or null where the two don't go together.
 * Difference of ratios: percentage points. Difference of rates: basis points. Level by level: times.
 */
export function combine(operator: '+' | '-' | '*' | '/', left: Unit, right: Unit): UnitResult | null {
  if (left === 'date' || right === 'date' || left === 'flag' || right === 'flag') return null;
  switch (operator) {
    case '+':
      return left === right ? { unit: left, scale: 1 } : null;
    case '-':
      if (left !== right) return null;
      if (left === 'ratio') return { unit: 'percentage points', scale: 1 };
      if (left === 'percent') return { unit: 'basis points', scale: 100 };
      return { unit: left, scale: 1 };
    case '*':
      if (isPlain(right)) return { unit: left, scale: 1 };
      return isPlain(left) ? { unit: right, scale: 1 } : null;
    case '/':
      if (right === 'number') return { unit: left, scale: 1 };
      return left === right ? { unit: 'times', scale: 1 } : null;
  }
}

function isPlain(unit: Unit): boolean {
  return unit === 'number' || unit === 'times';
}
