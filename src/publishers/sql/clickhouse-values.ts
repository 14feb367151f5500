/** Values for ClickHouse: as parameters, which it takes beside the query, and as literals for servers before version 20, which don't. */
import type { SqlValue } from './question.ts';

const TYPES = { day: 'Date', text: 'String', whole: 'Int64', fraction: 'Float64' } as const;

/** The type that stands in `{name:Type}`. */
export function parameterType(value: SqlValue): string {
  // Date begins in 1970.
  const type = value.type === 'day' && value.values.some((day) => day < '1970') ? 'Date32' : TYPES[value.type];
  return value.isList ? `Array(${type})` : type;
}

export function parameterValue({ isList, values }: SqlValue): unknown {
  return isList ? values : values[0];
}

/** A value as it stands in a query. Nothing in a text can end it. */
export function literal({ type, isList, values }: SqlValue): string {
  const own = values.map((value) => {
    if (type === 'day') return `toDate(${quoted(String(value))})`;
    return type === 'text' ? quoted(String(value)) : String(value);
  });
  return isList ? `[${own.join(', ')}]` : own[0];
}

/** In ClickHouse a backslash begins an escape, and a quote ends the text. Everything else stands for itself. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
