/** Compiling a report that is written in a test, on the project's July 2024 snapshot. */

import { sha256 } from '../../src/data/hash.ts';
import { type Finding, formatFinding } from '../../src/finding.ts';
import { type CompiledReport, compileReport } from '../../src/reports/compile.ts';
import type { Source } from '../../src/reports/front-matter.ts';
import { all, calendar, july2024 } from './metrics.ts';

const source = { publisher: null, date: '2024-07-17', approximate: false, quotes: [] };

/** What the source `held` says. */
export const HELD = 'He said: “We can’t confirm it – not yet.” Rates,\n  he thinks, matter more than size.';

const sources = new Map<string, Source>([
  ['held', { ...source, title: 'Held here', textHash: sha256(HELD), quotes: [] }],
  ['elsewhere', { ...source, title: 'Held elsewhere', textHash: sha256('a text'), quotes: [sha256("We can't confirm it")] }],
  ['early', { ...source, date: '2024-07-10', title: 'An early page', quotes: [] }],
  ['page', { ...source, title: 'A page', quotes: [] }],
]);

export interface Written {
  title?: string;
  description?: string;
  /** Further lines of the front matter. */
  head?: string;
  /** YAML files beside the report, by name. */
  files?: Readonly<Record<string, string>>;
}

/** The body begins on line 10 where the front matter has no further lines. */
export function compile(body: string, { title = 'A', description = 'B', head = '', files = {} }: Written = {}): CompiledReport {
  const text = `---\ntitle: ${title}\ndescription: ${description}\npublished: 2024-07-17\nasOf: 2024-07-16\nsnapshot: 2024-07-17\nauthors: [The desk]\ntopics: [Tests]\n${head}---\n${body}\n`;
  return compileReport(
    { slug: '2024-07-17-a', path: 'r.mdx', text, files: new Map(Object.entries(files)) },
    {
      snapshot: (id) => (id === all.id ? all : july2024),
      calendar,
      named: new Map(),
      people: new Map([['somebody', { name: 'Somebody', kind: 'person' }]]),
      sources,
      sourceText: (id) => (id === 'held' ? HELD : null),
    },
  );
}

const told = ({ rule, line, column, message }: Finding): string => `${line}:${column} ${rule}: ${message}`;

/** The findings of a body, each as 'line:column rule: message'. */
export const findingsOf = (body: string, written?: Written): string[] => compile(body, written).findings.map(told);

/** As a user reads them. */
export const printedFindings = (body: string, written?: Written): string[] => compile(body, written).findings.map(formatFinding);
