/**
 * YAML checked against a strict schema: every fault with its line and column, all faults at once,
 * an unknown key with the nearest known one.
 */
import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { error, Fault, type Finding, type Place } from './finding.ts';
import { didYouMean, nearest } from './nearest.ts';
import { textsWithUnseen, unseenMessage } from './unseen-characters.ts';
import { formMessage, isOfKeyTwice, whatToWrite } from './yaml-faults.ts';

type Path = readonly PropertyKey[];

export interface CheckedYaml<T> {
  value: T;
  /** The place of a key (or of the file's first line, if the key is not written). */
  placeOf(...keys: string[]): Place;
}

/** A file with its faults, and what of it can be read all the same. */
export interface ReadYaml<T> extends Pick<CheckedYaml<T>, 'placeOf'> {
  /** Null where there is any fault. */
  value: T | null;
  /** The keys whose values are right by themselves, with their defaults. */
  known: Partial<T>;
  /** All keys as they are written, right or wrong. */
  written: Readonly<Record<string, unknown>>;
  /** True where the text is YAML at all, so that a key that is not among those written is not there. */
  isYaml: boolean;
  findings: Finding[];
}

/**
 * @param text the YAML itself
 * @param path named in findings
 * @param schema a strict object schema
 * @param firstLine the line of the file on which the text begins (2 for front matter)
 * @throws Fault with one finding a fault
 */
export function parseCheckedYaml<S extends z.ZodType>(text: string, path: string, schema: S, firstLine = 1): CheckedYaml<z.infer<S>> {
  const { value, findings, placeOf } = readCheckedYaml(text, path, schema, firstLine);
  if (value === null) throw new Fault(findings);
  return { value, placeOf };
}

/** The same, with faults as findings beside what can be read in spite of them. */
export function readCheckedYaml<S extends z.ZodType>(text: string, path: string, schema: S, firstLine = 1): ReadYaml<z.infer<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core' });
  const placeAt = (offset: number): Place & { line: number } => {
    const { line, col } = lines.linePos(offset);
    return { path, line: line + firstLine - 1, column: col };
  };
  const placeOf = (keys: Path): Place => {
    const node = keyNode(document, keys);
    return node?.range ? placeAt(node.range[0]) : { path, line: firstLine };
  };
  const findings = document.errors.map((fault) =>
    error(
      'yaml',
      placeAt(fault.pos[0]),
      formMessage(fault, document, text, (offset) => placeAt(offset).line),
    ),
  );
  const unresolved = unresolvedAlias(document);
  if (unresolved !== null)
    findings.push(
      error(
        'yaml',
        placeAt(text.indexOf(`*${unresolved}`)),
        `'*${unresolved}' refers to something that is not in the file. Put a text that begins with '*' in quotes.`,
      ),
    );
  const isYaml = unresolved === null && document.errors.every(isOfKeyTwice);
  const written: unknown = unresolved === null ? (document.toJS() ?? {}) : {};
  const unseen = textsWithUnseen(written);
  findings.push(...unseen.map(({ path: keys, name }) => error('unseen-character', placeOf(keys), unseenMessage(name))));
  const parsed = schema.safeParse(written, { error: whatToWrite });
  // What else is wrong with a text that is no YAML can't be told from what its faults made of it.
  if (isYaml && unseen.length === 0 && !parsed.success)
    findings.push(...withoutMisspelt(parsed.error.issues, written, schema).flatMap((issue) => explain(issue, written, schema, placeOf)));
  return {
    value: findings.length === 0 && parsed.success ? parsed.data : null,
    known: knownIn(schema, written),
    written: isRecord(written) ? written : {},
    isYaml,
    findings,
    placeOf: (...keys) => placeOf(keys),
  };
}

/** The first name that stands after a '*' and is given to nothing before it; null where there is none. */
function unresolvedAlias(document: Document.Parsed): string | null {
  let name: string | null = null;
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document) !== undefined) return undefined;
      name = alias.source;
      return visit.BREAK;
    },
  });
  return name;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of an object or a record: each key whose value is right by itself. */
function knownIn<S extends z.ZodType>(schema: S, written: unknown): Partial<z.infer<S>> {
  if (!isRecord(written)) return {};
  const ofKey = (key: string): unknown =>
    schema instanceof z.ZodObject ? schema.shape[key] : schema instanceof z.ZodRecord ? schema.valueType : undefined;
  const keys = schema instanceof z.ZodObject ? Object.keys(schema.shape) : Object.keys(written);
  return Object.fromEntries(
    keys.flatMap((key) => {
      const own = ofKey(key);
      const parsed = own instanceof z.ZodType ? own.safeParse(written[key]) : undefined;
      return parsed?.success && parsed.data !== undefined ? [[key, parsed.data]] : [];
    }),
  ) as Partial<z.infer<S>>;
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

/** A key that is missing because it is misspelt is told once, as the unknown key that it is. */
function withoutMisspelt(issues: readonly z.core.$ZodIssue[], written: unknown, schema: z.ZodType): z.core.$ZodIssue[] {
  const meant = issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const known = knownKeys(schema, issue.path, written);
    return issue.keys.map((key) => [...issue.path, nearest(key, known)].join('.'));
  });
  return issues.filter((issue) => valueAt(written, issue.path) !== undefined || !meant.includes(issue.path.join('.')));
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
  const what = /[.?]$/.test(issue.message) ? issue.message : `${issue.message}.`;
  if (issue.path.length === 0) return [error('wrong-value', placeOf([]), `the file is not right: ${what}`)];
  const name = issue.path.join('.');
  if (valueAt(written, issue.path) === undefined) return [error('missing-key', placeOf(issue.path), `'${name}' is missing: ${what}`)];
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
