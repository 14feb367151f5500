/** The values before the one that is spoken of, as superlatives look at them: at the ends of their periods, freed of binary noise. */
import { type Day, isoOf } from '../../data/day.ts';
import { atPeriodEnds, type Column } from '../../metrics/column.ts';
import { formatExact, halfUnit, printedDecimal, withoutNoise } from '../../metrics/format.ts';
import type { Complaint, Subject } from '../subject.ts';

export interface History {
  days: Int32Array;
  values: Float64Array;
  /** Index of the value that is spoken of: the last. */
  last: number;
  /** Index of the first value there is. */
  first: number;
  /** 1 where large values are good, -1 where small ones are. */
  sign: 1 | -1;
}

/** Every phrase about a column asks for the same. */
const known = new WeakMap<Column, Omit<History, 'sign'>>();

export function historyOf({ column }: Pick<Subject, 'column'>, sign: 1 | -1): History {
  const history = known.get(column) ?? unsigned(column);
  known.set(column, history);
  return { ...history, sign };
}

function unsigned(column: Column): Omit<History, 'sign'> {
  const { days, values } = atPeriodEnds(column);
  const clean = values.map(withoutNoise);
  const first = clean.findIndex((value) => !Number.isNaN(value));
  return { days, values: clean, last: clean.length - 1, first: Math.max(0, first) };
}

/** Index of the latest earlier value that is at least as good, -1 where there is none. A tie is as good. */
export function latestAsGood({ values, first, last, sign }: History): number {
  for (let i = last - 1; i >= first; i--) if (values[i] * sign >= values[last] * sign) return i;
  return -1;
}

/** Index of the latest earlier value that is better, -1 where there is none. */
export function latestBetter({ values, first, last, sign }: History): number {
  for (let i = last - 1; i >= first; i--) if (values[i] * sign > values[last] * sign) return i;
  return -1;
}

/** 'the week to 2023-11-03', '2023-11-14'. */
export function nameOf({ column }: Subject, day: Day): string {
  return column.period ? `the ${column.period} to ${isoOf(day)}` : isoOf(day);
}

/** 'the week to 2023-11-03, +7.560%'. */
export function nameWithValue(history: History, i: number, subject: Subject): string {
  return `${nameOf(subject, history.days[i])}, ${formatExact(history.values[i], subject.unit)}`;
}

/** How many were compared from an index on, and the best of them: '; 34 compared, the next the week to 2023-12-15, +5.554%'. */
export function runnerUp(history: History, subject: Subject, from: number): string {
  const { values, first, last, sign } = history;
  const start = Math.max(first, from);
  let best = -1;
  for (let i = start; i < last; i++) if (best < 0 || values[i] * sign > values[best] * sign) best = i;
  return best < 0 ? '' : `; ${printedDecimal(last - start, 0)} compared, the next ${nameWithValue(history, best, subject)}`;
}

/** A warning where an earlier value differs by less than half a printed unit: a small revision would turn the claim. */
export function nearTies(text: string, offset: number, history: History, subject: Subject, from: number): Complaint[] {
  const { values, days, first, last } = history;
  // Counts do not get revised by half a unit.
  if (['sessions', 'periods', 'rank'].includes(subject.unit)) return [];
  const half = halfUnit(subject.unit);
  for (let i = last - 1; i >= Math.max(first, from); i--) {
    const distance = withoutNoise(Math.abs(values[i] - values[last]));
    if (distance < half && distance > 0) {
      const [here, there] = [values[last], values[i]].map((value) => formatExact(value, subject.unit));
      const message = `'${text}' is a near tie: ${here} against ${there} for ${nameOf(subject, days[i])}. A small revision would turn it.`;
      return [{ rule: 'near-tie', offset, message }];
    }
  }
  return [];
}
