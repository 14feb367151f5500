/** The rows of a publisher's CSV, with their line numbers. UTF-8 only; a byte order mark and CRLF are accepted. */
import { isUtf8 } from 'node:buffer';
import { type CsvError, parse } from 'csv-parse/sync';
import { error, Fault } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import type { Body } from './publisher-kind.ts';

export interface CsvRow {
  /** Line in the file, the first being 1. */
  line: number;
  /** Without space around. */
  cells: string[];
}

export interface Csv {
  header: string[];
  rows: CsvRow[];
}

/**
 * @param options.trailingDelimiter accept one empty cell more than the header has
 * @throws Fault for bytes that are not UTF-8, broken quotes, a row that is shorter or longer than the header
 */
export function readCsv(body: Body, options: { delimiter?: string; trailingDelimiter?: boolean } = {}): Csv {
  const [first, ...rows] = readRows(utf8Text(body), body.address, options.delimiter);
  if (!first) throw new Fault(error('header', { path: body.address }, 'the file has no header. Look at the address in a browser.'));
  const header = first.cells;
  for (const row of rows) {
    if (options.trailingDelimiter && row.cells.length === header.length + 1 && row.cells.at(-1) === '') row.cells.pop();
    if (row.cells.length !== header.length) {
      throw new Fault(
        error(
          'row',
          { path: body.address, line: row.line },
          `the row has ${row.cells.length} cells, the header ${header.length}: '${row.cells.join().slice(0, 60)}'. Fetch the file again; it may have been cut off.`,
        ),
      );
    }
  }
  return { header, rows };
}

/** Every row, however long. Empty lines are left out. */
export function readRows(text: string, address: string, delimiter = ','): CsvRow[] {
  try {
    const records = parse(text, { delimiter, info: true, relax_column_count: true, skip_empty_lines: true, trim: true }) as unknown as {
      info: { lines: number };
      record: string[];
    }[];
    return records.map(({ info, record }) => ({ line: info.lines, cells: record }));
  } catch (cause) {
    const { message, lines } = cause as CsvError & { lines?: number };
    throw new Fault(error('csv', { path: address, line: lines }, `this is not a CSV: ${message}. Fetch the file again.`));
  }
}

/**
 * The text of a body, without its byte order mark.
 * @throws Fault naming the first line that is not UTF-8
 */
export function utf8Text({ address, bytes }: Pick<Body, 'address' | 'bytes'>): string {
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let line = 1;
  for (let start = 0; ; line++) {
    const end = buffer.indexOf('\n', start);
    if (end < 0 || !isUtf8(buffer.subarray(start, end))) break;
    start = end + 1;
  }
  throw new Fault(error('encoding', { path: address, line }, 'the line is not UTF-8. Save the file as UTF-8 and drop it in by hand.'));
}

/**
 * Index of a column.
 * @throws Fault with the nearest name where there is none, or two
 */
export function columnOf(header: readonly string[], name: string, address: string): number {
  const index = header.indexOf(name);
  if (index >= 0 && header.lastIndexOf(name) === index) return index;
  const what =
    index < 0 ? `there is no column '${name}'.${didYouMean(name, header)} The header is` : `there are two columns '${name}'. The header is`;
  throw new Fault(
    error(
      'header',
      { path: address, line: 1 },
      `${what} '${header.join().slice(0, 160)}'. If the publisher renamed it, change it in its declaration.`,
    ),
  );
}
