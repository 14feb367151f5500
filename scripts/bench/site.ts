/** How long the site takes to build on generated desks: from nothing, and where nothing, a report, a value or a session is another. */
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isoOf } from '../../src/data/day.ts';
import { readSnapshot } from '../../src/data/snapshot.ts';
import { type Folders, foldersFrom } from '../../src/reports/desk.ts';
import { deskCommands } from './desk-commands.ts';
import { buildEmptySite } from './empty-site.ts';
import { generateDesk } from './generated-desk.ts';
import type { MeasuredRun } from './measured-run.ts';
import type { BenchLine, BenchOptions, Goal, Subject } from './result.ts';

const DEFAULT = [1, 100, 1000];
const LARGE = 1000;

const atMost = (value: number): Goal => ({ bound: 'at most', value });

/** Seconds, and megabytes, by the number of reports. */
const GOALS: Record<string, Record<number, Goal>> = {
  cold: { 1000: atMost(60) },
  edited: { 1000: atMost(6) },
  revised: { 1000: atMost(6) },
  nothing: { 1000: atMost(5) },
  memory: { 100: atMost(600), 1000: atMost(1536) },
  html: { 100: atMost(40) },
};

export const site: Subject = {
  name: 'site',
  description: 'building the site of generated desks, cold and where little or nothing is another',
  async run(options) {
    const lines: BenchLine[] = [];
    for (const count of options.reports.length > 0 ? options.reports : DEFAULT) lines.push(...(await ofDesk(count, options)));
    return lines;
  },
};

async function ofDesk(count: number, options: BenchOptions): Promise<BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mtm-site-'));
  const desk: Folders = { content: join(folder, 'content'), data: join(folder, 'data') };
  const out = join(folder, 'site');
  const { run: command, build, forget, end } = deskCommands(desk, out);
  const lines: BenchLine[] = [];
  const tell = (kind: string, what: string, run: MeasuredRun, goal?: Goal): void => {
    const id = `site-${count}-${kind}`;
    const of = `${count} ${count === 1 ? 'report' : 'reports'}, ${what}`;
    lines.push({ id, what: of, unit: 's', value: run.seconds, ...(goal ? { goal } : {}) });
    lines.push({ id: `${id}-cpu`, what: `${of}: processor time`, unit: 's', value: run.cpuSeconds });
    const most = kind === 'cold' ? GOALS.memory[count] : undefined;
    lines.push({ id: `${id}-memory`, what: `${of}: peak memory`, unit: 'MB', value: run.peakMegabytes, ...(most ? { goal: most } : {}) });
  };
  try {
    generateDesk(foldersFrom(options), desk, count);
    await command('metrics');
    // The records are there; nothing else is.
    forget();
    tell('cold', 'from nothing', await build(), GOALS.cold[count]);
    lines.push(...sizesOf(out, count));
    const { pages, others } = countsOf(out);
    if (count > 1)
      tell(
        'floor',
        `a site of Astro with as many files and nothing on them (${pages} pages, ${others} others)`,
        await buildEmptySite(pages, others),
      );
    tell('nothing', 'nothing changed', await build(), GOALS.nothing[count]);
    const slugs = readdirSync(join(desk.content, 'reports'));
    const slug = slugs[slugs.length >> 1];
    appendFileSync(join(desk.content, 'reports', slug, 'index.mdx'), '\nA sentence more was written.\n');
    // It was never published: another wording needs no entry.
    rmSync(join(desk.data, 'metrics', `${slug}.json`));
    tell('metrics', 'one edited, npm run metrics', await command('metrics'));
    tell('edited', 'one edited', await build(), GOALS.edited[count]);
    await command(
      'refresh',
      '--from',
      tablesOf(desk, folder, revised),
      '--id',
      '2026-08-22',
      '--accept-revisions',
      '--only',
      'us-equity-indices',
    );
    tell('revised', 'one value of the data revised', await build(), GOALS.revised[count]);
    // It costs what a revised value does, and on a large desk that is minutes.
    if (count >= LARGE) return lines;
    await command(
      'refresh',
      '--from',
      tablesOf(desk, folder, continued),
      '--id',
      '2026-08-25',
      '--accept-revisions',
      '--only',
      'us-equity-indices',
    );
    tell('session', 'one session more', await build());
    return lines;
  } finally {
    end();
    rmSync(folder, { recursive: true, force: true });
  }
}

function countsOf(out: string): { pages: number; others: number } {
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const pages = files.filter(({ name }) => name.endsWith('.html')).length;
  return { pages, others: files.length - pages };
}

/** How many pages there are, and what one of a report weighs. */
function sizesOf(out: string, count: number): BenchLine[] {
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' });
  const pages = files.filter((file) => file.endsWith('.html'));
  const [report] = files.filter((file) => /^reports\/\d{4}-[^/]+\/index\.html$/.test(file)).sort();
  const goal = GOALS.html[count];
  return [
    { id: `site-${count}-pages`, what: `${count} reports: pages of HTML`, unit: 'pages', value: pages.length },
    {
      id: `site-${count}-html`,
      what: `${count} reports: a report of four figures, HTML gz`,
      unit: 'KB',
      value: gzipSync(readFileSync(join(out, report)), { level: 9 }).length / 1024,
      ...(goal ? { goal } : {}),
    },
    {
      id: `site-${count}-bytes`,
      what: `${count} reports: the whole site`,
      unit: 'MB',
      value: files.reduce((sum, file) => sum + (statSync(join(out, file)).isFile() ? statSync(join(out, file)).size : 0), 0) / 2 ** 20,
    },
  ];
}

/** A folder with the newest table of the indices, changed. */
function tablesOf({ data }: Folders, folder: string, change: (rows: string[], data: string) => string[]): string {
  const newest = readdirSync(join(data, 'snapshots')).sort().at(-1) ?? '';
  const from = mkdtempSync(join(folder, 'from-'));
  const rows = readFileSync(join(data, 'snapshots', newest, 'us-equity-indices.csv'), 'utf8')
    .trim()
    .split('\n');
  writeFileSync(join(from, 'us-equity-indices.csv'), `${change(rows, data).join('\n')}\n`);
  return from;
}

/** The last close but two a hundredth higher. */
function revised(rows: string[]): string[] {
  const [date, rut, spx] = rows[rows.length - 3].split(',');
  return rows.with(-3, [date, (Number(rut) + 0.01).toFixed(2), spx].join(','));
}

/** The closes of the last session on the one after it. */
function continued(rows: string[], data: string): string[] {
  const [, ...closes] = rows[rows.length - 1].split(',');
  const last =
    readSnapshot(data, readdirSync(join(data, 'snapshots')).sort().at(-1) ?? '')
      .series.get('rut')
      ?.days.at(-1) ?? 0;
  // A Friday is followed by a Monday.
  return [...rows, [isoOf(last + 3), ...closes].join(',')];
}
