/** What a publisher has changed in its own past: the cells of one table against those of the snapshot before. */
import type { Day } from '../data/day.ts';
import type { Table } from '../data/table.ts';

export interface Revision {
  series: string;
  day: Day;
  /** The cell as it was, '' if there was none. */
  was: string;
  /** The cell as it is, '' if it is gone. */
  now: string;
}

/**
 * The cells that differ as numbers, by day and then in the order of the columns. Compared are the days from the first
 * of `previous` to the last that both have reached: rows that are new at the end are news, not revisions.
 * @param previous the table of the snapshot before, ascending
 * @param table the table of now, ascending; a series that only one of them has is left out
 */
export function revisionsBetween(previous: Table, table: Table): Revision[] {
  const last = Math.min(previous.days.at(-1) ?? -Infinity, table.days.at(-1) ?? -Infinity);
  const rowsBefore = new Map(previous.days.map((day, row) => [day, row]));
  const rowsNow = new Map(table.days.map((day, row) => [day, row]));
  const days = [...new Set([...previous.days, ...table.days])]
    .filter((day) => day >= previous.days[0] && day <= last)
    .sort((a, b) => a - b);
  const columns = table.columns.flatMap((series, now) => {
    const before = previous.columns.indexOf(series);
    return before < 0 ? [] : [{ series, now, before }];
  });
  const cellOf = (of: Table, row: number | undefined, column: number): string => (row === undefined ? '' : of.cells[row][column]);
  return days.flatMap((day) =>
    columns.flatMap((column) => {
      const was = cellOf(previous, rowsBefore.get(day), column.before);
      const now = cellOf(table, rowsNow.get(day), column.now);
      const same = was === now || (was !== '' && now !== '' && Number(was) === Number(now));
      return same ? [] : [{ series: column.series, day, was, now }];
    }),
  );
}
