/** Whether a publisher has put the whole past of a series on another level: another unit, or prices adjusted for a split. */
import type { CheckedTable, Column } from './checked-table.ts';
import { unexplained } from './leaps.ts';

export interface Restatement {
  /** The last row that the snapshot before has a value for. */
  row: number;
  /** Median of the values over those of the snapshot before, splits recorded since taken out. */
  ratio: number;
}

/** The restatement of a series, if its past has left its level. Single values that were changed are revisions. */
export function restatementOf({ table, previous }: CheckedTable, column: Column): Restatement | undefined {
  const { values, before } = column;
  const rows = [...values.keys()].filter((row) => before[row] !== 0 && !Number.isNaN(before[row]) && !Number.isNaN(values[row]));
  const ratios = Float64Array.from(rows, (row) => values[row] / before[row]).sort();
  const row = rows.at(-1);
  const lastBefore = previous?.days.at(-1);
  const lastNow = table.days.at(-1);
  if (row === undefined || lastBefore === undefined || lastNow === undefined) return undefined;
  const ratio = unexplained(column, ratios[ratios.length >> 1], lastBefore, lastNow);
  return ratio === undefined ? undefined : { row, ratio };
}
