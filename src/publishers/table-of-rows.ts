import { type Day, isoOf } from '../data/day.ts';
import type { Table } from '../data/table.ts';
import { error, Fault, type Finding, type Place } from '../finding.ts';
import { isDecimal, withDecimals } from './decimal-text.ts';

/** One row as the publisher wrote it. */
export interface Row {
  day: Day;
  cells: string[];
  place: Place;
}

/**
 * A table of rows in any order, ascending. Rows of which no cell has a value are left out.
 * @throws Fault with every day that stands twice
 */
export function tableOfRows(columns: readonly string[], rows: readonly Row[]): Table {
  const byDay = new Map<Day, Row>();
  const findings: Finding[] = [];
  for (const row of rows) {
    if (row.cells.every((cell) => cell === '')) continue;
    const other = byDay.get(row.day);
    if (!other) byDay.set(row.day, row);
    else
      findings.push(
        error(
          'duplicate-date',
          row.place,
          `${isoOf(row.day)} stands twice, with ${other.cells.join() || 'nothing'} in line ${other.place.line} of ${other.place.path} and with ${row.cells.join()} here. Ask the publisher which is right, and drop in a table by hand.`,
        ),
      );
  }
  if (findings.length > 0) throw new Fault(findings);
  const sorted = [...byDay.values()].sort((a, b) => a.day - b.day);
  return { columns, days: sorted.map((row) => row.day), cells: sorted.map((row) => row.cells) };
}

/**
 * A cell with so many decimals, or as it is written.
 * @param column the publisher's name of the column
 * @throws Fault where the text is not a number
 */
export function numberCell(text: string, column: string, place: Place, decimals?: number): string {
  if (!isDecimal(text)) throw notANumber(text, column, place, 'Fetch the file again, or drop in a table by hand.');
  return decimals === undefined ? text : withDecimals(text, decimals);
}

/** The fault of a text that is not a number. */
export function notANumber(text: string, column: string, place: Place, advice: string): Fault {
  return new Fault(error('number', place, `'${text}' in column ${column} is not a number. ${advice}`));
}

/** The fault of a text that is not a date. */
export function notADate(text: string, format: string, place: Place): Fault {
  return new Fault(
    error('date', place, `'${text}' is not a date of the form ${format}. Fetch the file again, or drop in a table by hand.`),
  );
}
