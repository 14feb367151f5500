/** Series, columns and snapshots made in memory, for the tests of metrics. */
import { readCalendar } from '../../src/data/calendar.ts';
import { type Day, dayOf } from '../../src/data/day.ts';
import type { SeriesUnit } from '../../src/data/manifest.ts';
import type { Series } from '../../src/data/series.ts';
import { readSnapshot } from '../../src/data/snapshot.ts';
import { type Context, evaluateAt, evaluateColumn, type ValueAt } from '../../src/metrics/evaluate.ts';

export const calendar = readCalendar('data');

/** The project's snapshots; reading one verifies all its hashes, so it is done once. */
export const july2024 = readSnapshot('data', '2024-07-17');
export const all = readSnapshot('data', '2026-08-21');

/** A metric on the project's data, on a day it could be known. */
export function at(metric: string, date: string, snapshot = july2024): ValueAt {
  return evaluateAt(metric, dayOf(date), { snapshot, calendar, asOf: dayOf(date) });
}

/** A series from [date, value] pairs. */
export function series(id: string, rows: readonly (readonly [string, number])[], unit: SeriesUnit = 'points'): Series {
  const template = july2024.series.get(unit === 'percent' ? 'ust2y' : 'rut') as Series;
  return {
    ...template,
    id,
    title: id,
    unit,
    days: Int32Array.from(rows, ([date]) => dayOf(date)),
    values: Float64Array.from(rows, ([, value]) => value),
  };
}

/** A series on consecutive days from 2024-01-01: where only the order counts. */
export function daily(id: string, values: readonly number[]): Series {
  const first = dayOf('2024-01-01');
  return { ...series(id, []), days: Int32Array.from(values, (_value, i) => first + i), values: Float64Array.from(values) };
}

export function contextOf(list: readonly Series[], asOf: Day = dayOf('2099-12-31')): Context {
  return { snapshot: { series: new Map(list.map((one) => [one.id, one])) }, calendar, asOf };
}

/** A metric of series made in memory, as an array; NaN is null, as in JSON. */
export function column(metric: string, ...list: Series[]): (number | null)[] {
  return Array.from(evaluateColumn(metric, contextOf(list)).column.values, (value) => (Number.isNaN(value) ? null : value));
}

/** A column of a daily series called `s`. */
export function ofValues(metric: string, values: readonly number[]): (number | null)[] {
  return column(metric, daily('s', values));
}

export function message(attempt: () => unknown): string {
  try {
    attempt();
    return 'no error';
  } catch (fault) {
    const { rule, offset, message: text } = fault as { rule?: string; offset?: number; message: string };
    return `${rule} at ${offset}: ${text}`;
  }
}
