/** A table as columns of numbers: what a snapshot is read into, of whichever format its tables are. */
import type { Day } from './day.ts';
import type { Table } from './table.ts';

export interface Columns {
  /** Of the columns after `date`. */
  names: readonly string[];
  days: Int32Array;
  /** A value a day, by column; NaN where it is missing. */
  values: readonly Float64Array[];
}

export function columnsOfTable({ columns, days, cells }: Table): Columns {
  return {
    names: columns,
    days: Int32Array.from(days),
    values: columns.map((_name, column) => Float64Array.from(cells, (row) => (row[column] === '' ? Number.NaN : Number(row[column])))),
  };
}

/** The same as texts: the shortest that give the numbers back. */
export function tableOfColumns({ names, days, values }: Columns): Table {
  return {
    columns: names,
    days: Array.from<number, Day>(days, (day) => day),
    cells: Array.from(days, (_day, row) => values.map((column) => (Number.isNaN(column[row]) ? '' : decimalText(column[row])))),
  };
}

/** A number without an exponent, which tables don't have. */
function decimalText(value: number): string {
  // What is carried over from Parquet to Parquet keeps its bytes, that of a negative zero too.
  if (Object.is(value, -0)) return '-0';
  const text = String(value);
  return text.includes('e') ? value.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 17 }) : text;
}

/** The days on which a column has a value, with its values. A column without gaps is returned as it is: its days are those of the table. */
export function observationsOf(days: Int32Array, values: Float64Array): { days: Int32Array; values: Float64Array } {
  let count = 0;
  for (const value of values) if (!Number.isNaN(value)) count++;
  if (count === values.length) return { days, values };
  const own = { days: new Int32Array(count), values: new Float64Array(count) };
  for (let row = 0, k = 0; row < values.length; row++) {
    if (Number.isNaN(values[row])) continue;
    own.days[k] = days[row];
    own.values[k++] = values[row];
  }
  return own;
}
