/**
 * The reports of a generated desk in Observable Framework: how long its builds take, and what its readers load. Each build is made once, because
 * it takes long. Its processor time hardly varies, and tells where the machine was busy with something else.
 */
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Folders, foldersFrom } from '../../src/reports/desk.ts';
import { deskCommands } from './desk-commands.ts';
import { build, clearCache, clearLoaded, install } from './framework-build.ts';
import { type Loaded, loadPage } from './framework-page.ts';
import { reportsOf, tablesOf, writeProject, writeReports } from './framework-project.ts';
import { generateDesk } from './generated-desk.ts';
import type { MeasuredRun } from './measured-run.ts';
import type { BenchLine, Subject } from './result.ts';

export const framework: Subject = {
  name: 'framework',
  description: 'the builds of the same generated reports in Observable Framework, and what its readers load',
  run: (options) => timeFramework(foldersFrom(options), options.reports[0] ?? 100),
};

async function timeFramework(folders: Folders, count: number): Promise<BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mtm-framework-'));
  const desk: Folders = { content: join(folder, 'content'), data: join(folder, 'data') };
  const project = join(folder, 'project');
  try {
    generateDesk(folders, desk, count);
    writeProject(project);
    install(project);
    await build(project); // asks the registry what it wants to know
    writeReports(desk, project);
    const slug = readdirSync(join(desk.content, 'reports')).sort().at(-1) ?? '';
    clearCache(project);
    const cold = await build(project);
    const lines = linesOf('cold', `${count} reports, nothing in the cache`, cold);
    const loaded = await loadPage(join(project, 'dist'), `reports/${slug}.html`);
    expectWhole(loaded, readFileSync(join(desk.content, 'reports', slug, 'index.mdx'), 'utf8'));
    const warm = await build(project);
    lines.push(...linesOf('warm', 'nothing changed', warm));
    lines.push(...(await besideOurs(desk, join(folder, 'site'), cold, warm)));

    const words = 'Nothing else was said of it.';
    appendFileSync(join(reportsOf(project), `${slug}.md`), `\n${words}\n`);
    lines.push(...linesOf('edited', 'one report edited', await build(project)));
    expectInside(readFileSync(join(project, 'dist/reports', `${slug}.html`), 'utf8'), words);

    const close = revise(join(tablesOf(project), 'us-equity-indices.csv'), slug.slice(0, 10));
    clearLoaded(project);
    lines.push(...linesOf('revised', 'one data point revised', await build(project)));
    const files = join(project, 'dist/_file/data');
    const closes = readdirSync(files).find((name) => name.startsWith('closes.')) ?? '';
    expectInside(readFileSync(join(files, closes), 'utf8'), `"rut":${close}`);
    return [...lines, ...bytesOf(loaded)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same desk built by this program, in the same run: Framework's time for one of ours. */
async function besideOurs(desk: Folders, out: string, cold: MeasuredRun, warm: MeasuredRun): Promise<BenchLine[]> {
  const ours = deskCommands(desk, out);
  try {
    await ours.run('metrics');
    ours.forget();
    const [ownCold, ownWarm] = [await ours.build(), await ours.build()];
    const ratio = (id: string, what: string, theirs: MeasuredRun, own: MeasuredRun, goal: number): BenchLine => ({
      id: `framework-ratio-${id}`,
      what: `Framework's time for ours, ${what} (ours: ${own.seconds.toFixed(1)} s)`,
      unit: 'times',
      value: theirs.seconds / own.seconds,
      goal: { bound: 'at least', value: goal },
    });
    return [ratio('cold', 'cold', cold, ownCold, 4), ratio('nothing', 'nothing changed', warm, ownWarm, 8)];
  } finally {
    ours.end();
  }
}

const linesOf = (id: string, what: string, { seconds, cpuSeconds, peakMegabytes }: MeasuredRun): BenchLine[] => [
  { id: `framework-${id}`, what: `build, ${what}`, unit: 's', value: seconds },
  { id: `framework-${id}-cpu`, what: `processor time, ${what}`, unit: 's', value: cpuSeconds },
  { id: `framework-${id}-memory`, what: `peak memory, ${what}`, unit: 'MB', value: peakMegabytes },
];

const bytesOf = ({ html, script, data }: Loaded): BenchLine[] => [
  { id: 'framework-html', what: 'page of a report, gzip', unit: 'KB', value: html / 1000 },
  { id: 'framework-script', what: 'script that it loads, gzip', unit: 'KB', value: script / 1000 },
  { id: 'framework-data', what: 'data that it loads, gzip', unit: 'KB', value: data / 1000 },
];

/** Another close on a day, in a table of closes. @returns the close */
function revise(path: string, day: string): string {
  const table = readFileSync(path, 'utf8');
  const [, before] = new RegExp(`^${day},([\\d.]+),`, 'm').exec(table) ?? [];
  const after = String(Math.round(Number(before) * 101) / 100);
  writeFileSync(path, table.replace(`${day},${before},`, `${day},${after},`));
  return after;
}

/** A comparison with pages that lack something would be none. @throws Error for what is not there */
function expectWhole({ text, points }: Loaded, mdx: string): void {
  const said = [...mdx.matchAll(/<Fact [^>]*>([^<]+)<\/Fact>/g)].map(([, words]) => words);
  const missing = said.filter((words) => !text.includes(words));
  if (missing.length > 0) throw new Error(`Framework's page does not say: ${missing.join('; ')}`);
  if (points.length !== 4 || points.some((count) => count < 2400))
    throw new Error(`Framework's page should have four figures of 2,500 sessions. It has figures of ${points.join(', ')} points.`);
}

function expectInside(text: string, words: string): void {
  if (!text.includes(words)) throw new Error(`What Framework built does not have what was changed: ${words}`);
}
