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
  /** What the home page shows of the state of the market. */
  state: readonly StateMetric[];
  /** Cards and entries that are there and have a fault: 'people/<id>', 'sources/<id>', 'glossary/<id>'. */
  unreadable: ReadonlySet<string>;
  /** Faults of all but reports; those of reports are found when they are compiled. */
  findings: Finding[];
}

/** Everything in a content folder, reports in the order of their slugs. */
export function readContent(folder: string): Content {
  const faults: Faults = { findings: [], unreadable: new Set() };
  const reports = reportFolders(join(folder, 'reports'));
  faults.findings.push(...folderFindings(reports));
  return {
    reports: reports.folders.flatMap(({ name, path, files }) => {
      const text = join(path, 'index.mdx');
      return files.includes('index.mdx') ? [{ slug: name, path: text, text: readFileSync(text, 'utf8') }] : [];
    }),
    people: readCards(folder, 'people', personSchema, faults),
    sources: readCards(folder, 'sources', sourceSchema, faults),
    sourceText(id) {
      const path = join(folder, 'sources', 'text', `${id}.txt`);
      return existsSync(path) ? readFileSync(path, 'utf8') : null;
    },
    named: namedMetrics(readFile(join(folder, 'metrics.yaml'), namedMetricsSchema, faults)),
    names: namesOf(readFile(join(folder, 'names.yaml'), namesSchema, faults)),
    glossary: readGlossary(readFile(join(folder, 'glossary.yaml'), glossarySchema, faults), faults),
    state: readFile(join(folder, 'home.yaml'), homeSchema, faults)?.known.state ?? [],
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

/** One YAML file an entry; its name is its id. */
function readCards<S extends z.ZodType>(content: string, kind: string, schema: S, faults: Faults): Map<string, z.infer<S>> {
  const cards = new Map<string, z.infer<S>>();
  const folder = join(content, kind);
  if (!existsSync(folder)) return cards;
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    const card = readFile(join(folder, file), schema, faults)?.value;
    const id = file.replace(/\.yaml$/, '');
    if (card) cards.set(id, card);
    else faults.unreadable.add(`${kind}/${id}`);
  }
  return cards;
}

/** A metric with a fault in its titles is still one that reports may name. */
function namedMetrics(read: ReadYaml<Record<string, NamedMetric>> | null): Map<string, NamedMetric> {
  return new Map(
    Object.entries(read?.written ?? {}).flatMap(([id, entry]) => {
      const { metric } = (entry ?? {}) as Partial<NamedMetric>;
      const known = read?.known[id] ?? (typeof metric === 'string' ? { title: id, shortTitle: id, metric } : null);
      return known ? [[id, known]] : [];
    }),
  );
}

function namesOf(read: ReadYaml<Record<string, string[]>> | null): Map<string, readonly string[]> {
  return new Map(Object.entries(read?.known ?? {}).flatMap(([name, ids]) => (ids ? [[name, ids]] : [])));
}

/** A term with a fault is still one that reports may link to. */
function readGlossary(read: ReadYaml<Record<string, Term>> | null, { unreadable }: Faults): Map<string, Term> {
  const terms = new Map<string, Term>();
  for (const id of Object.keys(read?.written ?? {})) {
    const term = read?.known[id];
    if (term) terms.set(id, term);
    else unreadable.add(`glossary/${id}`);
  }
  return terms;
}

/** Null where the file is not there. */
function readFile<S extends z.ZodType>(path: string, schema: S, { findings }: Faults): ReadYaml<z.infer<S>> | null {
  if (!existsSync(path)) return null;
  const read = readCheckedYaml(readFileSync(path, 'utf8'), path, schema);
  findings.push(...read.findings);
  return read;
}
