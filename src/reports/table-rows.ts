/** The first and last rows of a table, cells as written. */
import { isoOf } from '../data/day.ts';
import type { Table } from '../data/table.ts';

export interface TableRows {
  columns: readonly string[];
  first: readonly (readonly string[])[];
  /** How many rows stand between; 0 where all are in `first`. */
  between: number;
  last: readonly (readonly string[])[];
}

/** @param shown how many rows at either end */
export function tableRows({ columns, days, cells }: Table, shown = 3): TableRows {
  const rowsBetween = (from: number, to: number): string[][] => cells.slice(from, to).map((row, i) => [isoOf(days[from + i]), ...row]);
  const count = days.length;
  const isShort = count <= 2 * shown;
  return {
    columns: ['date', ...columns],
    first: rowsBetween(0, isShort ? count : shown),
    between: isShort ? 0 : count - 2 * shown,
    last: isShort ? [] : rowsBetween(count - shown, count),
  };
}
