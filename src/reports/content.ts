/** The content folder: reports, and the people and sources they name. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { parseCheckedYaml } from '../checked-yaml.ts';
import { Fault, type Finding } from '../finding.ts';
import type { NamedMetric } from '../metrics/evaluate.ts';
import type { ReportFile } from './compile.ts';
import {
  glossarySchema,
  homeSchema,
  namedMetricsSchema,
  namesSchema,
  type Person,
  personSchema,
  type Source,
  type StateMetric,
  sourceSchema,
  type Term,
} from './front-matter.ts';

export interface Content {
  reports: ReportFile[];
  people: ReadonlyMap<string, Person>;
  sources: ReadonlyMap<string, Source>;
  /** The text of a source, `sources/text/<id>.txt`: held by the desk, not part of what is published. */
  sourceText(id: string): string | null;
  /** Metrics that the desk has given a name. */
  named: ReadonlyMap<string, NamedMetric>;
  /** What the desk calls its series besides their titles. */
  names: ReadonlyMap<string, readonly string[]>;
  /** Terms that are explained to readers, by id. */
  glossary: ReadonlyMap<string, Term>;
  /** What the home page shows of the state of the market. */
  state: readonly StateMetric[];
  /** Faults of all but reports; those of reports are found when they are compiled. */
  findings: Finding[];
}

/**
 * Everything in a content folder, reports in the order of their slugs. What stands in a file that did not change is the same object as
 * before.
 * @param keepsGood whether a file that has a fault now stands for what it held last without one
 */
export function readContent(folder: string, keepsGood = false): Content {
  const findings: Finding[] = [];
  const readFile = <S extends z.ZodType>(path: string, schema: S): z.infer<S> | null => readYaml(path, schema, keepsGood, findings);
  return {
    reports: subfolders(join(folder, 'reports')).flatMap((slug) => {
      const path = join(folder, 'reports', slug, 'index.mdx');
      return existsSync(path) ? [{ slug, path, text: readFileSync(path, 'utf8'), files: readBeside(join(folder, 'reports', slug)) }] : [];
    }),
    people: readCards(join(folder, 'people'), personSchema, readFile),
    sources: readCards(join(folder, 'sources'), sourceSchema, readFile),
    sourceText(id) {
      const path = join(folder, 'sources', 'text', `${id}.txt`);
      return existsSync(path) ? readFileSync(path, 'utf8') : null;
    },
    named: entriesOf(readFile(join(folder, 'metrics.yaml'), namedMetricsSchema)),
    names: entriesOf(readFile(join(folder, 'names.yaml'), namesSchema)),
    glossary: entriesOf(readFile(join(folder, 'glossary.yaml'), glossarySchema)),
    state: readFile(join(folder, 'home.yaml'), homeSchema)?.state ?? NO_STATE,
    findings,
  };
}

function subfolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The YAML files of a report's folder, by name: what its figures are drawn from. */
function readBeside(folder: string): Map<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** One YAML file an entry; its name is its id. */
function readCards<S extends z.ZodType>(
  folder: string,
  schema: S,
  read: (path: string, schema: S) => z.infer<S> | null,
): Map<string, z.infer<S>> {
  const cards = new Map<string, z.infer<S>>();
  if (!existsSync(folder)) return cards;
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    const card = read(join(folder, file), schema);
    if (card) cards.set(file.replace(/\.yaml$/, ''), card);
  }
  return cards;
}

const NO_STATE: readonly StateMetric[] = [];
const NO_ENTRIES = {};
const entries = new WeakMap<object, ReadonlyMap<string, unknown>>();

function entriesOf<V>(record: Readonly<Record<string, V>> | null): ReadonlyMap<string, V> {
  const of: Readonly<Record<string, V>> = record ?? NO_ENTRIES;
  const known = (entries.get(of) as ReadonlyMap<string, V> | undefined) ?? new Map(Object.entries(of));
  entries.set(of, known);
  return known;
}

interface Reading {
  text: string;
  /** Null where it has a fault. */
  value: unknown;
  /** The last value without one. */
  good: unknown;
  faults: readonly Finding[];
}

/** The last reading of each file. */
const readings = new Map<string, Reading>();

/** Null where the file is not there, or (and findings) has a fault. */
function readYaml<S extends z.ZodType>(path: string, schema: S, keepsGood: boolean, findings: Finding[]): z.infer<S> | null {
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8');
  const known = readings.get(path);
  const reading = known?.text === text ? known : parseFile(text, path, schema, known?.good ?? null);
  readings.set(path, reading);
  findings.push(...reading.faults);
  return (keepsGood ? reading.good : reading.value) as z.infer<S> | null;
}

function parseFile(text: string, path: string, schema: z.ZodType, before: unknown): Reading {
  try {
    const { value } = parseCheckedYaml(text, path, schema);
    return { text, value, good: value, faults: [] };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return { text, value: null, good: before, faults: fault.findings };
  }
}
