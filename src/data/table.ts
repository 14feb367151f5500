/** Reading one CSV: a header, a `date` column first, and numbers. Cells keep their text beside the value. */
import { parse } from 'csv-parse/sync';
import { error, Fault, type Place } from '../finding.ts';
import { type Day, dayOf, isIsoDate } from './day.ts';

export interface Table {
  columns: readonly string[];
  days: Day[];
  /** The cells of a row without its date, as written; '' is missing. */
  cells: string[][];
}

/**
 * Parse a CSV whose first column is `date`.
 * @throws Fault naming line and column for a ragged row, a wrong date, or a cell that is not a number.
 */
export function parseTable(text: string, path: string): Table {
  const rows = splitRows(text, path);
  const header = rows[0] ?? [];
  if (header[0] !== 'date' || header.length < 2) {
    throw new Fault(
      error(
        'header',
        { path, line: 1 },
        `the first column must be 'date', followed by at least one series. The file begins '${header.join(',').slice(0, 60)}'.`,
      ),
    );
  }
  const table: Table = { columns: header.slice(1), days: [], cells: [] };
  for (let index = 1; index < rows.length; index++) {
    const [date, ...cells] = rows[index];
    const place: Place = { path, line: index + 1 };
    if (cells.length !== table.columns.length) {
      throw new Fault(error('row', place, `the row has ${cells.length + 1} cells, the header ${header.length}.`));
    }
    if (!isIsoDate(date)) throw new Fault(error('date', { ...place, column: 1 }, `'${date}' is not a date. Write YYYY-MM-DD.`));
    for (const [column, cell] of cells.entries()) {
      if (cell !== '' && !isNumber(cell)) {
        throw new Fault(
          error(
            'number',
            place,
            `'${cell}' in column ${table.columns[column]} is not a number. Leave the cell empty where a value is missing.`,
          ),
        );
      }
    }
    table.days.push(dayOf(date));
    table.cells.push(cells);
  }
  return table;
}

/** True for a number as tables have them: digits, '.' before decimals, '-' in front; no thousands separator, no exponent. */
export function isNumber(cell: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(cell);
}

/** The text of a table: LF, final newline, cells as they were. */
export function formatTable(table: Table, isoOf: (day: Day) => string): string {
  const lines = [['date', ...table.columns].join(',')];
  for (const [row, day] of table.days.entries()) lines.push([isoOf(day), ...table.cells[row]].join(','));
  return `${lines.join('\n')}\n`;
}

function splitRows(text: string, path: string): string[][] {
  try {
    return parse(text, { relax_column_count: true, skip_empty_lines: true, bom: true }) as string[][];
  } catch (cause) {
    throw new Fault(error('csv', { path }, `the file is not a CSV: ${(cause as Error).message}.`));
  }
}
