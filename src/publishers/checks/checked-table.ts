/** A table made ready for the checks: cells as numbers, beside those of the snapshot before and what is declared of them. */
import type { Calendar } from '../../data/calendar.ts';
import { type Day, dayOf } from '../../data/day.ts';
import { isNumber, type Table } from '../../data/table.ts';
import type { Finding, Place } from '../../finding.ts';
import type { ResourceDeclaration } from '../declaration.ts';
import { type Instrument, instrumentOf } from '../instrument.ts';
import type { Rule } from './rule.ts';

/** A group of rules, and what finds their faults. */
export interface Check {
  rules: readonly Rule[];
  findings: (checked: CheckedTable) => Finding[];
}

/** The hour, 0 to 23, of a day in New York. */
export interface NewYorkHour {
  day: Day;
  hour: number;
}

/** What the values of a table are. */
export interface Described {
  basis: ResourceDeclaration['basis'];
  /** By series. */
  units: ReadonlyMap<string, string>;
}

export interface CheckOptions {
  /** The same table in the newest snapshot before, if there is one. */
  previous?: Table;
  /** What its manifest says of it there. */
  described?: Described;
  /** Now, if rows are to be held against it. */
  today?: NewYorkHour;
  /** Revised index closes have been looked at, and are only recorded. */
  acceptRevisions?: boolean;
}

export interface CheckedTable extends CheckOptions {
  table: Table;
  resource: ResourceDeclaration;
  calendar: Calendar;
  path: string;
  columns: Column[];
}

export interface Column {
  name: string;
  index: number;
  field: ResourceDeclaration['fields'][number];
  instrument: Instrument;
  /** A value a row, NaN where the cell is empty or no number. */
  values: Float64Array;
  /** What the snapshot before had on the row's day, NaN where nothing. */
  before: Float64Array;
  /** Recorded splits: shares after the day for one before it; 1 for a move that is real. */
  events: { day: Day; ratio: number }[];
}

/** @param table with the columns that the resource declares */
export function checkedTable(
  table: Table,
  resource: ResourceDeclaration,
  calendar: Calendar,
  path: string,
  options: CheckOptions,
): CheckedTable {
  const { previous } = options;
  const rowsBefore = new Map(previous?.days.map((day, row) => [day, row]));
  const columns = resource.fields.map((field, index): Column => {
    const columnBefore = previous?.columns.indexOf(field.name) ?? -1;
    return {
      name: field.name,
      index,
      field,
      instrument: instrumentOf(resource, field),
      values: Float64Array.from(table.cells, (cells) => numberOf(cells[index])),
      before: Float64Array.from(table.days, (day) => numberOf(previous?.cells[rowsBefore.get(day) ?? -1]?.[columnBefore])),
      events: resource.events.filter((event) => event.series === field.name).map(({ date, ratio }) => ({ day: dayOf(date), ratio })),
    };
  });
  return { ...options, table, resource, calendar, path, columns };
}

/** Where a row's date stands. Rows are counted from the header, line 1. */
export function placeOfDate({ path }: CheckedTable, row: number): Place {
  return { path, line: row + 2, column: 1 };
}

/** Where a cell begins, in a file as this project writes them. */
export function placeOfCell({ path, table }: CheckedTable, row: number, column: number): Place {
  const before = table.cells[row].slice(0, column).join('').length;
  return { path, line: row + 2, column: 'YYYY-MM-DD,'.length + before + column + 1 };
}

function numberOf(cell: string | undefined): number {
  return cell !== undefined && isNumber(cell) ? Number(cell) : Number.NaN;
}
