/** The tables of snapshots in the formats they may have: as columns, as texts, and as the bytes of a file. */
import { type Columns, columnsOfTable, tableOfColumns } from './columns.ts';
import { readCsvColumns } from './csv-columns.ts';
import { isoOf } from './day.ts';
import type { TableFormat } from './manifest.ts';
import { parquetOf, readParquetColumns } from './parquet-columns.ts';
import { formatTable, parseTable, type Table } from './table.ts';

/** @throws Fault where the bytes are no such table */
export function readColumns(bytes: Uint8Array, format: TableFormat, path: string): Columns {
  return format === 'csv' ? readCsvColumns(bytes, path) : readParquetColumns(bytes, path);
}

/**
 * The same with cells as texts: of a CSV as they are written, of Parquet the shortest that give the numbers back.
 * @throws Fault where the bytes are no such table
 */
export function readTable(bytes: Uint8Array, format: TableFormat, path: string): Table {
  return format === 'csv' ? parseTable(new TextDecoder().decode(bytes), path) : tableOfColumns(readParquetColumns(bytes, path));
}

/** The file of a table: the same bytes for the same table. */
export function tableFile(table: Table, format: TableFormat): Uint8Array {
  return format === 'csv' ? new TextEncoder().encode(formatTable(table, isoOf)) : parquetOf(columnsOfTable(table));
}
