/** What is said of a text that is no YAML, and of a value that its schema does not take: what to write instead. */
import { type Document, isMap, isScalar, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { didYouMean } from './nearest.ts';

/** Faults of form that authors make often; the others are told as the parser tells them. */
const OF_FORM: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab stands where the line is indented. Indent with spaces.',
  BLOCK_AS_IMPLICIT_KEY: "': ' stands in a text that is not in quotes, or a line is indented too far. Put the text in quotes.",
  BAD_SCALAR_START: 'a text that begins with this character stands in quotes.',
};

/** The key that stands at an offset a second time; the parser complains of it there. */
export function isOfKeyTwice({ code }: YAMLError): boolean {
  return code === 'DUPLICATE_KEY';
}

/**
 * @param text the YAML itself
 * @param lineAt the line of an offset, as the user counts it
 */
export function formMessage(fault: YAMLError, document: Document.Parsed, text: string, lineAt: (offset: number) => number): string {
  if (isOfKeyTwice(fault)) return keyTwice(fault, document, lineAt);
  const quoted = quotedComponent(fault, text);
  if (quoted !== null) return quoted;
  const what = OF_FORM[fault.code];
  if (what) return `this is not valid YAML: ${what}`;
  return `this is not valid YAML: ${fault.message.split('\n')[0].replace(/ at line .*$/, '')}. Put a text with quotes or signs in it in quotes of the other kind.`;
}

/** A text ends at the quotes of a component's attribute: said where the fault is behind them, on the same line. */
function quotedComponent({ pos: [at] }: YAMLError, text: string): string | null {
  const before = text.slice(text.lastIndexOf('\n', at) + 1, at);
  const [, quote, name] = /^\s*\w+:\s+(["']).*<([A-Z]\w+) [^>]*=\1/.exec(before) ?? [];
  if (quote === undefined) return null;
  return quote === '"'
    ? `inside of a text in double quotes, a ${name} takes single quotes: <${name} m='…'>.`
    : `inside of a text in single quotes, a ${name} takes double quotes: <${name} m="…">.`;
}

function keyTwice({ pos }: YAMLError, document: Document.Parsed, lineAt: (offset: number) => number): string {
  let message = 'a key stands twice. Keep one.';
  const visit = (node: unknown): void => {
    if (!isMap(node)) return;
    const keys = node.items.flatMap(({ key }) => (isScalar(key) && key.range ? [{ name: String(key.value), offset: key.range[0] }] : []));
    const second = keys.find(({ offset }) => offset === pos[0]);
    const first = keys.find(({ name }) => name === second?.name);
    if (first && second) message = `'${second.name}' stands twice, here and on line ${lineAt(first.offset)}. Keep one of them.`;
    for (const { value } of node.items) visit(value);
  };
  visit(document.contents);
  return message;
}

const listed = (values: readonly unknown[]): string =>
  values.length === 1 ? String(values[0]) : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;

/** What to write for a value that is not taken, where its schema says nothing of its own. To be given to a schema that parses. */
export const whatToWrite: z.core.$ZodErrorMap = (issue) => {
  const { input } = issue;
  switch (issue.code) {
    case 'invalid_type':
      return ofType(issue.expected, input);
    case 'invalid_value': {
      const hint = typeof input === 'string' ? didYouMean(input, issue.values.map(String)) : '';
      return `write ${listed(issue.values)}${hint && `.${hint}`}`;
    }
    case 'too_small':
      if (issue.origin === 'string') return 'write something here';
      return issue.origin === 'array'
        ? `write ${issue.minimum === 1 ? 'at least one' : `at least ${issue.minimum}`}`
        : `write a number ${issue.inclusive ? 'of at least' : 'above'} ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'array' || issue.origin === 'string'
        ? `write ${issue.maximum} at the most`
        : `write a number ${issue.inclusive ? 'of at most' : 'below'} ${issue.maximum}`;
    case 'invalid_key':
      return issue.issues[0]?.message;
    case 'invalid_format':
      return `'${String(input)}' has not the form that is wanted, ${issue.pattern ?? issue.format}`;
    default:
      return undefined;
  }
};

function ofType(expected: string, input: unknown): string {
  switch (expected) {
    case 'string':
      return typeof input === 'number' || typeof input === 'boolean' ? `write it as a text, in quotes: "${input}"` : 'write a text';
    case 'boolean':
      return 'write true or false';
    case 'array':
      return typeof input === 'string' || typeof input === 'number' ? `write a list: [${input}]` : 'write a list: [one, another]';
    case 'int':
      return 'write a whole number';
    case 'number':
      return 'write a number';
    case 'object':
    case 'record':
      return 'write keys with their values here, each on a line of its own';
    default:
      return `it must be ${expected}`;
  }
}
