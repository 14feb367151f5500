/** The keys of a file, as a table of its schema. */
import type { JsonSchema } from './json-schema.ts';

export interface Key {
  /** With those it stands in: 'corrections[].date'; '<name>' is one that the author chooses. */
  path: string;
  isNeeded: boolean;
  /** What it may be, in words. */
  form: string;
  default: unknown;
  doc: string;
}

/** Every key, those inside of others after them; not those that only one form of a union has. */
export function keysOf({ properties = {}, required = [], items, additionalProperties }: JsonSchema, inside = ''): Key[] {
  const own = Object.entries(properties).flatMap(([name, value]) => {
    const path = inside ? `${inside}.${name}` : name;
    return [keyOf(path, value, required.includes(name)), ...keysOf(value, path)];
  });
  const inItems = items ? keysOf(items, `${inside}[]`) : [];
  if (typeof additionalProperties !== 'object') return [...own, ...inItems];
  const chosen = inside ? `${inside}.<name>` : '<name>';
  const isTold = additionalProperties.description !== undefined;
  return [...own, ...(isTold ? [keyOf(chosen, additionalProperties, true)] : []), ...keysOf(additionalProperties, chosen)];
}

const keyOf = (path: string, schema: JsonSchema, isNeeded: boolean): Key => ({
  path,
  isNeeded,
  form: formOf(schema),
  default: schema.default,
  doc: schema.description ?? '',
});

const formsOf = ({ anyOf, oneOf }: JsonSchema): readonly JsonSchema[] => anyOf ?? oneOf ?? [];

/** 'date', 'list of text', '`person` or `firm`'. */
function formOf(schema: JsonSchema): string {
  const { type, format, items } = schema;
  const values = schema.enum ?? ('const' in schema ? [schema.const] : []);
  if (values.length > 0) return listed(values.map((value) => `\`${JSON.stringify(value).replace(/^"(.*)"$/, '$1')}\``));
  if (format === 'date') return 'date';
  const forms = formsOf(schema);
  if (forms.some(({ type }) => type === 'object')) return 'keys, by kind';
  if (forms.length > 0) return listed(forms.map(formOf));
  if (format === 'uri') return 'address';
  if (type === 'array') return items?.type === 'object' ? 'list of entries' : `list of ${formOf(items ?? {})}`;
  return (
    { string: 'text', boolean: 'true or false', integer: 'whole number', number: 'number', null: '`null`', object: 'keys' }[type ?? ''] ??
    ''
  );
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;

/** In Markdown. @param inside the key that all of them stand in */
export function keyTable(schema: JsonSchema, inside = ''): string {
  const rows = keysOf(schema, inside).map(({ path, isNeeded, form, default: value, doc }) => {
    const need = isNeeded ? 'yes' : emptyOr(value);
    return `| \`${path}\` | ${form.replaceAll('|', '\\|')} | ${need} | ${doc.replaceAll('|', '\\|')} |`;
  });
  return ['| key | form | needed | what it is |', '|---|---|---|---|', ...rows].join('\n');
}

/** What a key stands for that is left out, where that is worth telling. */
function emptyOr(value: unknown): string {
  const isEmpty = value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);
  return isEmpty ? '' : `else \`${typeof value === 'object' ? JSON.stringify(value) : value}\``;
}
