/** The data of a figure as rows with named columns: what the channels of a specification refer to. */
import { type Day, partsOf, weekdayOf } from '../../data/day.ts';
import { formatShort } from '../../metrics/format.ts';
import type { Unit } from '../../metrics/units.ts';
import { dateOf, dayLabel, MONTHS } from '../axes.ts';
import type { FigureData, Line } from '../figure-data.ts';
import { lastOf } from '../lines.ts';

export interface Row {
  day: Day;
  /** A value a series, in the order of the figure; of a point only that of its own. */
  values: readonly (number | null)[];
  /** Index of the series of a point. */
  line: number;
}

export interface Column {
  type: 'number' | 'day' | 'category';
  /** Of numbers, where all have one. */
  unit?: Unit;
  /** The series whose values they are. */
  line?: Line;
  /** Of categories: all of them, in their order. */
  order?: readonly string[];
  valueOf(row: Row): number | Date | string | null;
  /** @param isNarrow true where a series has its short name */
  printed(row: Row, isNarrow: boolean): string;
}

export interface Table {
  rows: readonly Row[];
  columns: ReadonlyMap<string, Column>;
}

export type DataName = 'sessions' | 'points' | 'last';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];

/** @param name what has a row; undefined for a mark of fixed places, which is drawn once */
export function tableOf(data: FigureData, name: DataName | undefined): Table {
  switch (name) {
    case undefined:
      return { rows: [{ day: data.to, values: [], line: 0 }], columns: new Map() };
    case 'sessions':
      return sessions(data);
    case 'points':
      return points(data, data.lines.flatMap(rowsOf));
    case 'last':
      return points(
        data,
        data.lines.map((line, k) => ({ day: line.days[line.days.length - 1], values: [lastOf(line)], line: k })),
      );
  }
}

const rowsOf = (line: Line, k: number): Row[] => Array.from(line.days, (day, i) => ({ day, values: [line.values[i]], line: k }));

/** Every day that a series of the figure has a value on, ascending. */
export function daysOf({ lines }: FigureData): Day[] {
  return [...new Set(lines.flatMap((line) => [...line.days]))].sort((a, b) => a - b);
}

function sessions(data: FigureData): Table {
  const byDay = data.lines.map((line) => new Map(Array.from(line.days, (day, i) => [day, line.values[i]])));
  const rows = daysOf(data).map((day) => ({ day, values: byDay.map((values) => values.get(day) ?? null), line: 0 }));
  const columns = new Map<string, Column>();
  for (const [k, line] of data.lines.entries()) {
    const column = numbers((row) => row.values[k], line.unit, line);
    // Under its expression, and under its name where it has one.
    for (const name of [line.title, line.expression]) columns.set(name, column);
  }
  return { rows, columns: new Map([...columns, ...daily(rows)]) };
}

function points({ lines }: FigureData, rows: readonly Row[]): Table {
  const unit = lines.every((line) => line.unit === lines[0].unit) ? lines[0].unit : undefined;
  const value: Column = {
    ...numbers((row) => row.values[0], unit, lines.length === 1 ? lines[0] : undefined),
    printed: (row) => formatShort(row.values[0] ?? Number.NaN, lines[row.line].unit),
  };
  const order = [...new Set(lines.map((line) => line.title))];
  const series: Column = {
    ...categories((row) => lines[row.line].title, order),
    printed: ({ line }, isNarrow) => (isNarrow ? lines[line].shortTitle : lines[line].title),
  };
  return { rows, columns: new Map([['value', value], ['series', series], ...daily(rows)]) };
}

function daily(rows: readonly Row[]): [string, Column][] {
  const yearOf = (row: Row): string => String(partsOf(row.day).year);
  const date: Column = { type: 'day', valueOf: ({ day }) => dateOf(day), printed: ({ day }) => dayLabel(day) };
  return [
    ['date', date],
    ['year', categories(yearOf, [...new Set(rows.map(yearOf))].sort())],
    ['month', categories(({ day }) => MONTHS[partsOf(day).month - 1], MONTHS)],
    ['weekday', categories(({ day }) => WEEKDAYS[weekdayOf(day) - 1], WEEKDAYS)],
  ];
}

function numbers(read: (row: Row) => number | null, unit: Unit | undefined, line: Line | undefined): Column {
  return { type: 'number', unit, line, valueOf: read, printed: (row) => formatShort(read(row) ?? Number.NaN, unit ?? 'number') };
}

const categories = (read: (row: Row) => string, order: readonly string[]): Column => ({
  type: 'category',
  order,
  valueOf: read,
  printed: read,
});
