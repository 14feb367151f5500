/** A character at the start of a text that makes a spreadsheet read it as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * One cell of a CSV file (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers.
 */
export function csvCell(text: string | number): string {
  if (typeof text === 'number') return String(text);
  const defused = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}
