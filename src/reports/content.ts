/** The content folder: reports, and the people and sources they name. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type ReadYaml, readCheckedYaml } from '../checked-yaml.ts';
import type { Finding } from '../finding.ts';
import type { NamedMetric } from '../metrics/evaluate.ts';
import type { ReportFile } from './compile.ts';
import {
  glossarySchema,
  homeSchema,
  type MethodNotes,
  methodSchema,
  namedMetricsSchema,
  namesSchema,
  type Person,
  personSchema,
  type Source,
  type StateMetric,
  sourceSchema,
  type Term,
} from './front-matter.ts';
import { folderFindings, type ReportFolders } from './report-folders.ts';

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
  /** What the home page shows of the state of the market, and what stands over it. */
  state: readonly StateMetric[];
  stateTitle: string;
  /** What the method page says of the desk's subject, by section. */
  method: MethodNotes;
  /** Cards and entries that are there and have a fault: 'people/<id>', 'sources/<id>', 'glossary/<id>'. */
  unreadable: ReadonlySet<string>;
  /** Faults of all but reports; those of reports are found when they are compiled. */
  findings: Finding[];
}

/**
 * Everything in a content folder, reports in the order of their slugs. What stands in a file that did not change is the same object as
 * before.
 * @param keepsGood whether a file that has a fault now stands for what it held last without one
 */
export function readContent(folder: string, keepsGood = false): Content {
  const faults: Faults = { findings: [], unreadable: new Set() };
  const reports = reportFolders(join(folder, 'reports'));
  faults.findings.push(...folderFindings(reports));
  const readFile: ReadFile = (path, schema) => readYaml(path, schema, keepsGood, faults);
  const home = readFile(join(folder, 'home.yaml'), homeSchema);
  const glossary = readFile(join(folder, 'glossary.yaml'), glossarySchema);
  for (const id of Object.keys(glossary?.written ?? {})) if (!glossary?.known[id]) faults.unreadable.add(`glossary/${id}`);
  return {
    reports: reports.folders.flatMap(({ name, path, files }) => {
      const text = join(path, 'index.mdx');
      return files.includes('index.mdx')
        ? [{ slug: name, path: text, text: readFileSync(text, 'utf8'), files: readBeside(path, files) }]
        : [];
    }),
    people: readCards(folder, 'people', personSchema, readFile, faults),
    sources: readCards(folder, 'sources', sourceSchema, readFile, faults),
    sourceText(id) {
      const path = join(folder, 'sources', 'text', `${id}.txt`);
      return existsSync(path) ? readFileSync(path, 'utf8') : null;
    },
    named: entriesOf(readFile(join(folder, 'metrics.yaml'), namedMetricsSchema), namedMetrics),
    names: entriesOf(readFile(join(folder, 'names.yaml'), namesSchema), known),
    glossary: entriesOf(glossary, known),
    state: home?.known.state ?? NO_STATE,
    stateTitle: home?.known.title ?? '',
    method: readFile(join(folder, 'method.yaml'), methodSchema)?.known ?? NO_NOTES,
    ...faults,
  };
}

interface Faults {
  findings: Finding[];
  unreadable: Set<string>;
}

/** What an editor or a command keeps beside a file for a while has a name with a point first. */
function reportFolders(folder: string): ReportFolders {
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  const seen = entries
    .filter(({ name }) => !name.startsWith('.'))
    .map((entry) => ({ name: entry.name, path: join(folder, entry.name), isFolder: entry.isDirectory() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    folders: seen.filter(({ isFolder }) => isFolder).map(({ name, path }) => ({ name, path, files: readdirSync(path) })),
    loose: seen.filter(({ name, isFolder }) => !isFolder && /\.mdx?$/.test(name)),
  };
}

/** The YAML files of a report's folder, by name: what its figures are drawn from. */
function readBeside(folder: string, files: readonly string[]): Map<string, string> {
  const names = files.filter((name) => name.endsWith('.yaml'));
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** One YAML file an entry; its name is its id. */
function readCards<S extends z.ZodType>(content: string, kind: string, schema: S, read: ReadFile, faults: Faults): Map<string, z.infer<S>> {
  const cards = new Map<string, z.infer<S>>();
  const folder = join(content, kind);
  if (!existsSync(folder)) return cards;
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    const card = read(join(folder, file), schema)?.value;
    const id = file.replace(/\.yaml$/, '');
    if (card) cards.set(id, card);
    else faults.unreadable.add(`${kind}/${id}`);
  }
  return cards;
}

const NO_STATE: readonly StateMetric[] = [];
const NO_NOTES: MethodNotes = {};
const NO_ENTRIES: ReadonlyMap<string, never> = new Map<string, never>();

const entries = new WeakMap<object, ReadonlyMap<string, unknown>>();

/** The entries of a file; the same map for the same reading. */
function entriesOf<V>(
  read: ReadYaml<Record<string, V>> | null,
  entriesIn: (read: ReadYaml<Record<string, V>>) => ReadonlyMap<string, V>,
): ReadonlyMap<string, V> {
  if (!read) return NO_ENTRIES;
  const of = (entries.get(read) as ReadonlyMap<string, V> | undefined) ?? entriesIn(read);
  entries.set(read, of);
  return of;
}

/** Those without a fault. */
function known<V>({ known: entries }: ReadYaml<Record<string, V>>): Map<string, V> {
  return new Map(Object.entries(entries).flatMap(([id, entry]) => (entry === undefined ? [] : [[id, entry as V]])));
}

/** A metric with a fault in its titles is still one that reports may name. */
function namedMetrics(read: ReadYaml<Record<string, NamedMetric>>): Map<string, NamedMetric> {
  return new Map(
    Object.entries(read.written ?? {}).flatMap(([id, entry]) => {
      const { metric } = (entry ?? {}) as Partial<NamedMetric>;
      const metricOf = read.known[id] ?? (typeof metric === 'string' ? { title: id, shortTitle: id, metric } : null);
      return metricOf ? [[id, metricOf]] : [];
    }),
  );
}

interface Reading {
  text: string;
  read: ReadYaml<unknown>;
  /** The last one without a fault. */
  good: ReadYaml<unknown> | null;
}

/** The last reading of each file. */
const readings = new Map<string, Reading>();

type ReadFile = <S extends z.ZodType>(path: string, schema: S) => ReadYaml<z.infer<S>> | null;

/** Null where the file is not there. */
function readYaml<S extends z.ZodType>(path: string, schema: S, keepsGood: boolean, { findings }: Faults): ReadYaml<z.infer<S>> | null {
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8');
  const last = readings.get(path);
  const read = last?.text === text ? last.read : readCheckedYaml(text, path, schema);
  const good = read.findings.length === 0 ? read : (last?.good ?? null);
  readings.set(path, { text, read, good });
  findings.push(...read.findings);
  return ((keepsGood ? good : null) ?? read) as ReadYaml<z.infer<S>>;
}
