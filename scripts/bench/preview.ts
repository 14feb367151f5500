/** How soon the preview shows what was saved, on a desk as large as asked for: from the save to the new page in a real browser. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Page } from 'playwright-core';
import { type Folders, foldersFrom } from '../../src/reports/desk.ts';
import { launchBrowser } from '../browser.ts';
import { type BenchLine, type Subject, spread } from './result.ts';

export const preview: Subject = {
  name: 'preview',
  description: 'how soon the preview shows what was saved, on a desk of copies of the reports',
  run: (options) => timePreview(foldersFrom(options), options.reports[0] ?? 50, options.runs),
};

/** @param count how many reports the desk has: copies of those in the folders, under other names */
async function timePreview(folders: Folders, count: number, runs: number): Promise<BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mtm-preview-'));
  const desk: Folders = { content: join(folder, 'content'), data: join(folder, 'data') };
  const slugs = copyDesk(folders, desk, count);
  const started = performance.now();
  const server = startPreview(desk);
  const browser = await launchBrowser();
  try {
    const address = await server.address;
    const page = await browser.newPage();
    const [slug] = slugs;
    await page.goto(`${address}reports/${slug}/`);
    const first = performance.now() - started;
    await server.compiled;
    const all = performance.now() - started;
    return [
      { id: 'preview-first', what: 'start to the first page', unit: 'ms', value: first },
      { id: 'preview-all', what: `start to all of ${count} reports compiled`, unit: 'ms', value: all },
      ...(await timeSaves(page, desk, slug, runs)),
    ];
  } finally {
    await browser.close();
    server.process.kill('SIGINT');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeSaves(page: Page, { content }: Folders, slug: string, runs: number): Promise<BenchLine[]> {
  const report = join(content, 'reports', slug, 'index.mdx');
  const quoted = /<Quote[^>]* by="([^"]+)"/.exec(readFileSync(report, 'utf8'))?.[1];
  const shows = (text: string) => () => page.waitForFunction((words) => document.querySelector('main')?.textContent?.includes(words), text);
  const timings = [
    await time('preview-sentence', 'a sentence of the report', runs, (k) => {
      const words = `Written ${letters(k)}.`;
      edit(report, (text) => `${text.replace(/\nWritten [a-z]+\.\n$/, '')}\n${words}\n`);
      return shows(words);
    }),
  ];
  if (quoted !== undefined)
    timings.push(
      await time('preview-card', 'a person’s card', runs, (k) => {
        const name = `Somebody ${letters(k)}`;
        edit(join(content, 'people', `${quoted}.yaml`), (text) => text.replace(/^name: .*$/m, `name: ${name}`));
        return shows(name);
      }),
    );
  timings.push(
    await time('preview-measure', 'a measure', runs, (k) => {
      const now = new Date(Date.now() + k);
      utimesSync('src/metrics/measures/return.ts', now, now);
      return () => page.waitForEvent('load');
    }),
  );
  return timings;
}

/** Each after the page has come to rest. */
async function time(id: string, what: string, runs: number, save: (run: number) => () => Promise<unknown>): Promise<BenchLine> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    await new Promise((done) => setTimeout(done, 2000));
    const start = performance.now();
    await save(run)();
    times.push(performance.now() - start);
  }
  return { id, what, unit: 'ms', ...spread(times) };
}

const letters = (k: number): string => String.fromCharCode(97 + (k % 26)).repeat(3);

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

function copyDesk(from: Folders, to: Folders, count: number): string[] {
  cpSync(from.data, to.data, { recursive: true });
  cpSync(from.content, to.content, { recursive: true });
  const reports = join(to.content, 'reports');
  const own = readdirSync(reports);
  const copies = Array.from({ length: Math.max(0, count - own.length) }, (_, k) => {
    const original = own[k % own.length];
    const slug = `${original.slice(0, 10)}-copy-${k + 1}`;
    cpSync(join(reports, original), join(reports, slug), { recursive: true });
    return slug;
  });
  return [...own, ...copies];
}

function startPreview({ content, data }: Folders): { process: ChildProcess; address: Promise<string>; compiled: Promise<void> } {
  const child = spawn(process.execPath, ['scripts/dev.ts', '--port', '4390', '--content', content, '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  const says = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const read = (): void => {
        const found = pattern.exec(printed);
        if (found) resolve(found[0]);
      };
      child.stdout.on('data', read);
      child.on('exit', () => reject(new Error(`the preview ended: ${printed}`)));
    });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  return { process: child, address: says(/http:\S+/), compiled: says(/^\d+ reports?\./m).then(() => undefined) };
}
