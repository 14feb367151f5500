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
  /** Faults of all but reports; those of reports are found when they are compiled. */
  findings: Finding[];
}

/** Everything in a content folder, reports in the order of their slugs. */
export function readContent(folder: string): Content {
  const findings: Finding[] = [];
  const home = readFile(join(folder, 'home.yaml'), homeSchema, findings);
  return {
    reports: subfolders(join(folder, 'reports')).flatMap((slug) => {
      const path = join(folder, 'reports', slug, 'index.mdx');
      return existsSync(path) ? [{ slug, path, text: readFileSync(path, 'utf8') }] : [];
    }),
    people: readCards(join(folder, 'people'), personSchema, findings),
    sources: readCards(join(folder, 'sources'), sourceSchema, findings),
    sourceText(id) {
      const path = join(folder, 'sources', 'text', `${id}.txt`);
      return existsSync(path) ? readFileSync(path, 'utf8') : null;
    },
    named: new Map(Object.entries(readFile(join(folder, 'metrics.yaml'), namedMetricsSchema, findings) ?? {})),
    names: new Map(Object.entries(readFile(join(folder, 'names.yaml'), namesSchema, findings) ?? {})),
    glossary: new Map(Object.entries(readFile(join(folder, 'glossary.yaml'), glossarySchema, findings) ?? {})),
    state: home?.state ?? [],
    stateTitle: home?.title ?? '',
    method: readFile(join(folder, 'method.yaml'), methodSchema, findings) ?? {},
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

/** One YAML file an entry; its name is its id. */
function readCards<S extends z.ZodType>(folder: string, schema: S, findings: Finding[]): Map<string, z.infer<S>> {
  const cards = new Map<string, z.infer<S>>();
  if (!existsSync(folder)) return cards;
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    const card = readFile(join(folder, file), schema, findings);
    if (card) cards.set(file.replace(/\.yaml$/, ''), card);
  }
  return cards;
}

/** Null where the file is not there, or (and findings) has a fault. */
function readFile<S extends z.ZodType>(path: string, schema: S, findings: Finding[]): z.infer<S> | null {
  if (!existsSync(path)) return null;
  try {
    return parseCheckedYaml(readFileSync(path, 'utf8'), path, schema).value;
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    findings.push(...fault.findings);
    return null;
  }
}
