/**
 * The answer to a query as text: names, types, then rows, with tabs between. It is ClickHouse's TabSeparatedWithNamesAndTypes, which
 * keeps whole numbers and decimals exact; answers of DuckDB are written in the same form.
 */
import type { SqlColumn } from './columns.ts';

export interface SqlAnswer {
  columns: SqlColumn[];
  /** null is NULL. */
  rows: (string | null)[][];
}

/** Rows begin after the names and the types. */
export const FIRST_LINE = 3;

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const MEANT: Record<string, string> = { t: '\t', n: '\n', r: '\r', 0: '\0', b: '\b', f: '\f' };

export function formatAnswer({ columns, rows }: SqlAnswer): string {
  const lines = [columns.map(({ name }) => name), columns.map(({ type }) => type), ...rows];
  return lines.map((cells) => `${cells.map(escaped).join('\t')}\n`).join('');
}

export function parseAnswer(text: string): SqlAnswer {
  const [names = [], types = [], ...rows] = text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t').map(meant));
  return { columns: names.map((name, index) => ({ name: name ?? '', type: types[index] ?? '' })), rows };
}

function escaped(cell: string | null): string {
  return cell === null ? '\\N' : cell.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character]);
}

function meant(cell: string): string | null {
  return cell === '\\N' ? null : cell.replace(/\\([\s\S])/g, (_, character: string) => MEANT[character] ?? character);
}
