/** One cell of a CSV that we write: quoted where it must be, and no text that a spreadsheet would run. */

/** A number as tables and JavaScript write one. It may begin with a sign. */
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * RFC 4180: a cell with a comma, a quotation mark or a line break stands in quotation marks. Text that begins as a formula does gets an
 * apostrophe in front, which spreadsheets read as "this is text". Numbers are left as they are.
 */
export function csvCell(value: string | number): string {
  const text = String(value);
  const safe = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
