/**
 * The reports of a generated desk as a project of Observable Framework: the same words, the same numbers in the same places, the same sessions
 * in four figures. Written as its documentation has it: Markdown, inline expressions, data loaders of what the reports show, which all of
 * them share: a loader for each would be a process for each.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Folders } from '../../src/reports/desk.ts';

const TEMPLATE = join(import.meta.dirname, 'framework-project');
const PLOT = '@observablehq/plot';
const TABLES = ['us-equity-indices', 'treasury-yields'];

/** What the project takes from the registry, in the versions measured. Plot is added in the version that this project has. */
const PACKAGES = { '@observablehq/framework': '1.13.4', 'd3-dsv': '3.0.2' } as const;

/** A figure of the generated desk, and the function of the project's that draws it from the report's data. */
const FIGURES: Readonly<Record<string, string>> = {
  'indexed-lines of rut, spx': 'indexed(report.closes',
  'range-band of rut': 'inRange(report.closes',
  'lines of distance(rut, 200)': 'distance(report.closes',
  'lines of ust2y, ust10y': 'yields(report.yields',
};

/** Writes the project without a report. Its packages are not there yet. */
export function writeProject(to: string): void {
  cpSync(TEMPLATE, to, { recursive: true });
  const { devDependencies: ours } = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Record<string, string> };
  const dependencies = { ...PACKAGES, [PLOT]: ours[PLOT] };
  writeFileSync(join(to, 'package.json'), `${JSON.stringify({ type: 'module', private: true, dependencies }, null, 2)}\n`);
}

/** Writes into the project a page a report, and the tables that they rest on. */
export function writeReports(desk: Folders, to: string): void {
  const [snapshot] = readdirSync(join(desk.data, 'snapshots')).sort().slice(-1);
  mkdirSync(tablesOf(to), { recursive: true });
  for (const name of TABLES) cpSync(join(desk.data, 'snapshots', snapshot, `${name}.csv`), join(tablesOf(to), `${name}.csv`));
  mkdirSync(reportsOf(to));
  for (const slug of readdirSync(join(desk.content, 'reports'))) {
    const mdx = readFileSync(join(desk.content, 'reports', slug, 'index.mdx'), 'utf8');
    writeFileSync(join(reportsOf(to), `${slug}.md`), frameworkPage(mdx, slug));
  }
}

export const tablesOf = (project: string): string => join(project, 'src/data/tables');
export const reportsOf = (project: string): string => join(project, 'src/reports');

/**
 * A page of the project, of a report in MDX.
 * @throws Error where the report has a component that generated ones don't have
 */
export function frameworkPage(mdx: string, slug: string): string {
  const title = /^title: (".*")$/m.exec(mdx)?.[1];
  const body = mdx.replace(/^---\n.*?\n---\n/s, '').replaceAll(/<\/?Takeaways>\n/g, '');
  const page = body
    .replaceAll(/<Fact m="([^"]+)"(?: \/>|>(.*?)<\/Fact>)/g, number)
    .replaceAll(/<Figure ([^>]+) \/>/g, (_, text) => figure(text));
  const asOf = /^asOf: (.*)$/m.exec(mdx)?.[1];
  const from = /<Figure [^>]*from="([^"]+)"/.exec(mdx)?.[1];
  const component = /<[A-Z]\w*/.exec(page);
  if (component) throw new Error(`${slug} has a component without a counterpart: ${component[0]}`);
  return `---
title: ${title}
---

# ${JSON.parse(title ?? '""')}

\`\`\`js
import { distance, indexed, inRange, yields } from "../components/figures.js";
import { percent, whole } from "../components/format.js";
import { load } from "../components/report.js";
const report = load("${slug}", { from: "${from}", to: "${asOf}" });
\`\`\`
${page}`;
}

/** Words with a number in them: the words stay, the number is that of the report's data. */
function number(_: string, metric: string, words = metric.startsWith('change') ? '0 basis points' : '0%'): string {
  const format = metric.startsWith('change') ? 'whole' : 'percent';
  return words.replace(/[\d.]+/, `\${${format}(report.numbers["${metric}"])}`);
}

function figure(text: string): string {
  const attributes = Object.fromEntries([...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
  const { kind, series, title, subtitle, highlight } = attributes;
  const call = FIGURES[`${kind} of ${series}`];
  if (!call) throw new Error(`There is no counterpart of a figure ${kind} of ${series}.`);
  const until = /to (\S+):/.exec(highlight ?? '')?.[1];
  const options = [
    `title: ${JSON.stringify(title)}`,
    `subtitle: ${JSON.stringify(subtitle)}`,
    ...(until ? [`until: "${until}"`] : []),
    'width',
  ];
  return `\`\`\`js\nresize((width) => ${call}, { ${options.join(', ')} }))\n\`\`\``;
}
