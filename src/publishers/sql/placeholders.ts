/** The places of a query where a value is put in: `$from`, `$underlying`. In strings, quoted names and comments there are none. */

export interface Placeholder {
  name: string;
  /** Index of its `$`, and of what follows it. */
  start: number;
  end: number;
}

/** A string, a quoted name, a comment, or a placeholder. `E'…'` and ClickHouse know the backslash; elsewhere it is a character. */
const PARTS = /'(?:[^'\\]|\\[\s\S]|'')*'|"(?:[^"]|"")*"|`[^`]*`|--[^\n]*|\/\*[\s\S]*?\*\/|(?<![\w$])\$([a-z][a-z0-9_]*)/gi;

/** All placeholders, in the order of the text. */
export function placeholdersIn(query: string): Placeholder[] {
  return [...query.matchAll(PARTS)].flatMap(({ index, 0: text, 1: name }) =>
    name === undefined ? [] : [{ name, start: index, end: index + text.length }],
  );
}

/** The query with something else in place of each placeholder. */
export function replacePlaceholders(query: string, replace: (name: string) => string): string {
  let at = 0;
  let text = '';
  for (const { name, start, end } of placeholdersIn(query)) {
    text += query.slice(at, start) + replace(name);
    at = end;
  }
  return text + query.slice(at);
}
