/**
 * Reading a CSV of a snapshot into columns. A table as this project writes them, plain dates and numbers, is read in one pass over its
 * bytes. One that is anything else goes to the reader of tables, which knows quoting and line ends, and tells what is wrong and where.
 */
import { type Columns, columnsOfTable } from './columns.ts';
import { dayOfParts } from './day.ts';
import { parseTable } from './table.ts';

/** @throws Fault naming line and column for a ragged row, a wrong date, or a cell that is not a number */
export function readCsvColumns(bytes: Uint8Array, path: string): Columns {
  return plainColumns(bytes) ?? columnsOfTable(parseTable(new TextDecoder().decode(bytes), path));
}

const [LINE_FEED, COMMA, MINUS, POINT, ZERO, NINE] = [10, 44, 45, 46, 48, 57];

/** 'YYYY-MM-DD' */
const DATE_LENGTH = 10;

/** As many digits make a whole number that a double holds, and a power of ten that it holds too: their quotient is the nearest double. */
const EXACT_DIGITS = 15;
const POWERS = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_unused, power) => Number(`1e${power}`));

/** null where the bytes are not a header that begins with 'date', and rows that each have a date and as many numbers or empty cells. */
export function plainColumns(bytes: Uint8Array): Columns | null {
  const endOfHeader = bytes.indexOf(LINE_FEED);
  const names = headerOf(bytes.subarray(0, Math.max(0, endOfHeader)));
  if (names === null) return null;
  const rows = rowsIn(bytes, endOfHeader + 1);
  const width = names.length;
  const days = new Int32Array(rows);
  const cells = new Float64Array(rows * width);
  let at = endOfHeader + 1;
  for (let row = 0; row < rows; row++) {
    const day = dayAt(bytes, at);
    if (Number.isNaN(day)) return null;
    days[row] = day;
    at += DATE_LENGTH;
    for (let column = 0; column < width; column++) {
      if (bytes[at++] !== COMMA) return null;
      const start = at;
      const isNegative = bytes[at] === MINUS;
      if (isNegative) at++;
      const firstDigit = at;
      let digits = 0;
      while (isDigit(bytes[at])) digits = digits * 10 + bytes[at++] - ZERO;
      const whole = at - firstDigit;
      let decimals = 0;
      if (bytes[at] === POINT) {
        const point = at++;
        while (isDigit(bytes[at])) digits = digits * 10 + bytes[at++] - ZERO;
        decimals = at - point - 1;
        if (decimals === 0) return null;
      }
      if (at === start) cells[column * rows + row] = Number.NaN;
      else if (whole === 0) return null;
      else if (whole + decimals > EXACT_DIGITS) cells[column * rows + row] = Number(textOf(bytes, start, at));
      else cells[column * rows + row] = (isNegative ? -digits : digits) / POWERS[decimals];
    }
    if (at < bytes.length && bytes[at++] !== LINE_FEED) return null;
  }
  return { names, days, values: names.map((_name, column) => cells.subarray(column * rows, (column + 1) * rows)) };
}

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= NINE;

const textOf = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** The names after 'date'; null where there is none, or something that is not plain. */
function headerOf(bytes: Uint8Array): string[] | null {
  const text = new TextDecoder().decode(bytes);
  if (!/^date(?:,[a-z][a-z0-9_]*)+$/.test(text)) return null;
  return text.split(',').slice(1);
}

/** How many lines there are: the last one may lack its line feed. */
function rowsIn(bytes: Uint8Array, from: number): number {
  let rows = 0;
  let at = from;
  for (let end = bytes.indexOf(LINE_FEED, at); end >= 0; end = bytes.indexOf(LINE_FEED, at)) {
    rows++;
    at = end + 1;
  }
  return at < bytes.length ? rows + 1 : rows;
}

/** The day of a date such as '2024-07-16' that begins at a byte; NaN where there is none. */
function dayAt(bytes: Uint8Array, at: number): number {
  for (let k = 0; k < DATE_LENGTH; k++) {
    const isPlain = k === 4 || k === 7 ? bytes[at + k] === MINUS : isDigit(bytes[at + k]);
    if (!isPlain) return Number.NaN;
  }
  const number = (from: number, length: number): number => {
    let value = 0;
    for (let k = from; k < from + length; k++) value = value * 10 + bytes[at + k] - ZERO;
    return value;
  };
  return dayOfParts(number(0, 4), number(5, 2), number(8, 2));
}
