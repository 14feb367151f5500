/** A column: one value a day, on its own days only. What every expression evaluates to. */
import { type Day, startOf, startOfWeek } from '../data/day.ts';
import { indexOnOrBefore } from '../data/series.ts';
import type { Formula } from './formula.ts';
import type { Unit } from './units.ts';

/** Calendar periods inside which a value may run: a week's return grows from Monday to Friday. */
export type Period = 'week' | 'month' | 'quarter' | 'year';

/** A day whose value decides: where a change is measured from, where it ends, the extreme that is taken. */
export interface Pivot {
  day: Day;
  role: 'base' | 'end' | 'highest' | 'lowest';
}

export interface Column {
  /** Ascending day numbers. */
  days: Int32Array;
  /** As long as `days`; NaN where there is no answer yet. */
  values: Float64Array;
  unit: Unit;
  /** Set where values run inside a calendar period and only the period's last one counts in comparisons. */
  period?: Period;
  /** The first and last day of the arguments that the value at index `i` rests on. */
  reach(i: number): readonly [Day, Day];
  /** The value at index `i` in numbers, for the working: 2,263.67 ÷ 2,029.47 − 1. */
  working?(i: number): Formula;
  /** The same with more of the numbers, where the working has none or only those of its parts. */
  filled?(i: number): Formula;
  pivots?(i: number): readonly Pivot[];
}

/** Index of a day in a column, -1 if it has none. */
export function indexOf(column: Pick<Column, 'days'>, day: Day): number {
  const index = indexOnOrBefore(column.days, day);
  return index >= 0 && column.days[index] === day ? index : -1;
}

/** First day of the calendar period that a day is in. */
export function startOfPeriod(period: Period, day: Day): Day {
  return period === 'week' ? startOfWeek(day) : startOf(period, day);
}

/**
 * The column at the last sessions of its periods, the current one included. Ranks, superlatives and streaks
 * of a running value look at these only. A column without period is returned as it is.
 */
export function atPeriodEnds(column: Column): Column {
  const { period, days } = column;
  if (!period) return column;
  const ends: number[] = [];
  for (let i = 0; i < days.length; i++) {
    const last = i === days.length - 1;
    if (last || startOfPeriod(period, days[i]) !== startOfPeriod(period, days[i + 1])) ends.push(i);
  }
  return {
    ...column,
    days: Int32Array.from(ends, (i) => days[i]),
    values: Float64Array.from(ends, (i) => column.values[i]),
    reach: (i) => column.reach(ends[i]),
    working: column.working && ((i) => column.working?.(ends[i]) ?? ''),
    filled: column.filled && ((i) => column.filled?.(ends[i]) ?? ''),
    pivots: column.pivots && ((i) => column.pivots?.(ends[i]) ?? []),
  };
}

/** The indices of the days that both columns have. */
export function commonDays(a: Pick<Column, 'days'>, b: Pick<Column, 'days'>): { days: Int32Array; left: Int32Array; right: Int32Array } {
  const most = Math.min(a.days.length, b.days.length);
  const left = new Int32Array(most);
  const right = new Int32Array(most);
  let count = 0;
  for (let i = 0, j = 0; i < a.days.length && j < b.days.length; ) {
    if (a.days[i] === b.days[j]) {
      left[count] = i++;
      right[count++] = j++;
    } else if (a.days[i] < b.days[j]) i++;
    else j++;
  }
  const of = left.subarray(0, count);
  return { days: of.map((i) => a.days[i]), left: of, right: right.subarray(0, count) };
}

/** Both columns on the days that both have. Nothing is filled forward. */
export function join(a: Column, b: Column): { days: Int32Array; a: Float64Array; b: Float64Array } {
  const { days, left, right } = commonDays(a, b);
  return { days, a: valuesAt(a.values, left), b: valuesAt(b.values, right) };
}

/** The values at some indices. */
export function valuesAt(values: Float64Array, indices: Int32Array): Float64Array {
  const picked = new Float64Array(indices.length);
  for (let k = 0; k < indices.length; k++) picked[k] = values[indices[k]];
  return picked;
}
