/**
 * Tables as Parquet: a column of days called `date`, then one of numbers a series. Reading is synchronous, as it is for a CSV, which is why
 * the library's decoder of columns is called for each of them: what reads a whole file in it waits for every part.
 */
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { type ColumnChunk, type Compressors, parquetMetadata, parquetSchema, type SchemaTree } from 'hyparquet';
import { readColumn } from 'hyparquet/src/column.js';
import { DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { error, Fault, type Finding } from '../finding.ts';
import type { Columns } from './columns.ts';

const PARSERS = { ...DEFAULT_PARSERS, dateFromDays: (day: number) => day as unknown as Date };

/** The compressions that Node unpacks, to no more than the file says; Snappy is the library's own. */
const COMPRESSORS: Compressors = {
  GZIP: (input, maxOutputLength) => gunzipSync(input, { maxOutputLength }),
  BROTLI: (input, maxOutputLength) => brotliDecompressSync(input, { maxOutputLength }),
  ZSTD: (input, maxOutputLength) => zstdDecompressSync(input, { maxOutputLength }),
};

/** What a column of numbers may be stored as. A FLOAT has half of the digits that are written: 2187.02 comes back as 2187.02001953125. */
const NUMBER = /^(?:DOUBLE|DECIMAL|INTEGER|U?INT_?(?:8|16|32|64))$/;

/** @throws Fault for what is no Parquet file, a column of another type, or a value that is no number */
export function readParquetColumns(bytes: Uint8Array, path: string): Columns {
  try {
    return columnsIn(new Uint8Array(bytes).buffer, path);
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault(error('parquet', { path }, `the file can't be read as Parquet: ${(cause as Error).message}.`));
  }
}

function columnsIn(file: ArrayBuffer, path: string): Columns {
  const metadata = parquetMetadata(file);
  const root = parquetSchema(metadata);
  const fields = root.children;
  const findings = fields.flatMap((field, index) => typeFault(field, index, path));
  if (fields[0]?.element.name !== 'date' || fields.length < 2)
    findings.unshift(
      error(
        'header',
        { path },
        `the first column must be 'date', followed by at least one series. There are: ${fields.map(({ element }) => element.name).join(', ')}.`,
      ),
    );
  if (findings.length > 0) throw new Fault(findings);
  const columns = fields.map(() => new Float64Array(Number(metadata.num_rows)));
  let from = 0;
  for (const { columns: chunks, num_rows: rows } of metadata.row_groups) {
    for (const [index, chunk] of chunks.entries()) {
      let row = from;
      for (const values of decoded(file, chunk, [root, fields[index]], Number(rows)))
        for (let k = 0; k < values.length; k++) columns[index][row++] = numberIn(values[k], row, fields[index], path);
    }
    from += Number(rows);
  }
  const [days, ...values] = columns;
  const undated = days.findIndex(Number.isNaN);
  if (undated >= 0) throw new Fault(error('date', { path }, `row ${undated + 1} has no date.`));
  return { names: fields.slice(1).map(({ element }) => element.name), days: Int32Array.from(days), values };
}

function typeFault({ element, children }: SchemaTree, index: number, path: string): Finding[] {
  const { name, type } = element;
  const told = children.length > 0 ? 'a group' : (element.converted_type ?? element.logical_type?.type ?? type ?? 'nothing');
  // A decimal in bytes is none that a double holds.
  const isFine = index === 0 ? told === 'DATE' : NUMBER.test(told) && !type?.endsWith('BYTE_ARRAY');
  if (isFine) return [];
  const instead = index === 0 ? 'Write days as DATE' : 'Write numbers as DOUBLE, INT32, INT64 or DECIMAL of up to 18 digits';
  return [error('parquet', { path }, `the column ${name} is ${told}. ${instead}.`)];
}

/** The values of one column in one group of rows, in parts. */
function decoded(file: ArrayBuffer, { meta_data: chunk }: ColumnChunk, schemaPath: SchemaTree[], rows: number): ArrayLike<unknown>[] {
  if (!chunk) throw new Error('a column is in another file');
  const start = Number(chunk.dictionary_page_offset ?? chunk.data_page_offset);
  const { element } = schemaPath[schemaPath.length - 1];
  const reader = { view: new DataView(file, start, Number(chunk.total_compressed_size)), offset: 0 };
  const decoder = {
    pathInSchema: chunk.path_in_schema,
    type: chunk.type,
    codec: chunk.codec,
    // As they are stored: a decimal is a whole number, to be divided once.
    element: { ...element, converted_type: element.converted_type === 'DECIMAL' ? undefined : element.converted_type },
    schemaPath,
    parsers: PARSERS,
    compressors: COMPRESSORS,
  };
  return readColumn(reader, { groupStart: 0, selectStart: 0, selectEnd: rows, groupRows: rows }, decoder).data;
}

/** NaN for null. */
function numberIn(value: unknown, row: number, { element }: SchemaTree, path: string): number {
  if (value === null || value === undefined) return Number.NaN;
  const number = Number(value) / 10 ** (element.scale ?? 0);
  if (Number.isFinite(number)) return number;
  throw new Fault(
    error('number', { path }, `row ${row} has ${String(value)} in column ${element.name}. Leave it null where a value is missing.`),
  );
}

/** The bytes of a table: the same for the same columns. */
export function parquetOf({ names, days, values }: Columns): Uint8Array {
  const withGaps = values.map((column) => column.some(Number.isNaN));
  return new Uint8Array(
    parquetWriteBuffer({
      createdBy: 'marked-to-market',
      schema: [
        { name: 'root', num_children: names.length + 1 },
        { name: 'date', type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' }, repetition_type: 'REQUIRED' },
        ...names.map((name, k) => ({
          name,
          type: 'DOUBLE' as const,
          repetition_type: withGaps[k] ? ('OPTIONAL' as const) : ('REQUIRED' as const),
        })),
      ],
      columnData: [
        { name: 'date', data: days },
        ...values.map((column, k) => ({
          name: names[k],
          data: withGaps[k] ? Array.from(column, (value) => (Number.isNaN(value) ? null : value)) : column,
        })),
      ],
    }),
  );
}
