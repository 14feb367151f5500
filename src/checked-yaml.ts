/**
 * YAML checked against a strict schema: every fault with its line and column, all faults at once,
 * an unknown key with the nearest known one.
 */
import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';
import { error, Fault, type Finding, type Place } from './finding.ts';
import { didYouMean } from './nearest.ts';
import { textsWithUnseen, unseenMessage } from './unseen-characters.ts';

type Path = readonly PropertyKey[];

export interface CheckedYaml<T> {
  value: T;
  /** The place of a key (or of the file's first line, if the key is not written). */
  placeOf(...keys: string[]): Place;
}

/**
 * @param text the YAML itself
 * @param path named in findings
 * @param schema a strict object schema
 * @param firstLine the line of the file on which the text begins (2 for front matter)
 * @throws Fault with one finding a fault
 */
export function parseCheckedYaml<S extends z.ZodType>(text: string, path: string, schema: S, firstLine = 1): CheckedYaml<z.infer<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core' });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { path, line: line + firstLine - 1, column: col };
  };
  if (document.errors.length > 0) {
    throw new Fault(
      document.errors.map((fault) =>
        error('yaml', placeAt(fault.pos[0]), `this is not valid YAML: ${fault.message.split('\n')[0].replace(/ at line .*$/, '')}.`),
      ),
    );
  }
  const placeOf = (keys: Path): Place => {
    const node = keyNode(document, keys);
    return node?.range ? placeAt(node.range[0]) : { path, line: firstLine };
  };
  const written: unknown = document.toJS() ?? {};
  const unseen = textsWithUnseen(written);
  if (unseen.length > 0)
    throw new Fault(unseen.map(({ path: keys, name }) => error('unseen-character', placeOf(keys), unseenMessage(name))));
  const parsed = schema.safeParse(written);
  if (!parsed.success) throw new Fault(parsed.error.issues.flatMap((issue) => explain(issue, written, schema, placeOf)));
  return { value: parsed.data, placeOf: (...keys) => placeOf(keys) };
}

/** The node of the key at a path (the nearest parent that is written), for its position. */
function keyNode(document: Document.Parsed, keys: Path): Node | null {
  for (let depth = keys.length; depth > 0; depth--) {
    const parent = document.getIn(keys.slice(0, depth - 1), true) ?? document.contents;
    const key = keys[depth - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (pair) return pair.key as Node;
    } else {
      const item = document.getIn(keys.slice(0, depth), true);
      if (item) return item as Node;
    }
  }
  return null;
}

function explain(issue: z.core.$ZodIssue, written: unknown, schema: z.ZodType, placeOf: (keys: Path) => Place): Finding[] {
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, issue.path, written);
    return issue.keys.map((key) =>
      error(
        'unknown-key',
        placeOf([...issue.path, key]),
        `unknown key '${key}'.${didYouMean(key, known)} Known keys: ${known.join(', ')}.`,
      ),
    );
  }
  const name = issue.path.join('.');
  if (valueAt(written, issue.path) === undefined) {
    const what = issue.code === 'invalid_type' ? ` It must be a ${issue.expected === 'array' ? 'list' : issue.expected}.` : '';
    return [error('missing-key', placeOf(issue.path), `'${name}' is missing.${what}`)];
  }
  const what = /[.?]$/.test(issue.message) ? issue.message : `${issue.message}.`;
  return [error('wrong-value', placeOf(issue.path), `'${name}' is not right: ${what}`)];
}

function valueAt(written: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], written);
}

/** The keys that a strict object schema knows at a path. */
function knownKeys(schema: z.ZodType, path: Path, written: unknown): string[] {
  let at: unknown = unwrap(schema, written);
  for (const [depth, key] of path.entries()) {
    if (at instanceof z.ZodObject) at = at.shape[String(key)];
    else if (at instanceof z.ZodArray) at = at.element;
    else if (at instanceof z.ZodRecord) at = at.valueType;
    at = unwrap(at, valueAt(written, path.slice(0, depth + 1)));
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

/** The schema itself behind optional, default and nullable; of a union, the member that the written value names. */
function unwrap(schema: unknown, written: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return unwrap(schema.unwrap(), written);
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema;
  const { discriminator } = schema.def;
  const name = valueAt(written, [discriminator]);
  return schema.options.find((option) => option instanceof z.ZodObject && option.shape[discriminator].safeParse(name).success);
}
