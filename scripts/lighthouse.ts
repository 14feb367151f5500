/** `npm run lighthouse`: Lighthouse on the home page and the newest report, in the browser of the tests, as a phone on a slow line. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Result } from 'lighthouse';
import { error, Fault, type Finding } from '../src/finding.ts';
import { findChromium } from './browser.ts';
import { command, positive, printFindings, run } from './command.ts';
import { newestReport } from './newest-report.ts';
import { serveFolder } from './serve.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

interface PageScores {
  path: string;
  /** From 0 to 100: of the run in the middle. */
  scores: Record<string, number>;
  /** Largest paint of that run, in milliseconds, as simulated. */
  largestPaint: number;
  /** Audits that cost points, with what they say. */
  failed: { category: string; id: string; title: string; details: string }[];
}

const program = command('lighthouse', 'Score the home page and the newest report with Lighthouse, as a phone.')
  .option('--out <folder>', 'the built site', 'dist')
  .option('--runs <number>', 'how often each page is loaded; the run in the middle counts', positive, 3)
  .option('--least <score>', 'the least score that passes', positive, 100)
  .option('--json', 'print one JSON object and nothing else')
  .argument('[paths...]', 'pages to score instead, such as claims/');

await run(program, async () => {
  const { out, runs, least, json } = program.opts<{ out: string; runs: number; least: number; json?: boolean }>();
  if (!existsSync(out)) throw new Fault(error('site-missing', { path: out }, "there is no built site. Run 'npm run build' first."));
  const paths = program.args.length > 0 ? program.args : ['', newestReport(out)];
  const profile = mkdtempSync(join(tmpdir(), 'mtm-lighthouse-'));
  const server = await serveFolder(out);
  const { browser, port } = await startBrowser(profile);
  try {
    const pages: PageScores[] = [];
    for (const path of paths) pages.push(await score(server.url, path, port, runs));
    const findings = pages.flatMap((page) => findingsOf(page, least));
    if (findings.length > 0) process.exitCode = 1;
    if (json) return void process.stdout.write(`${JSON.stringify({ ok: findings.length === 0, findings, pages })}\n`);
    printFindings(findings);
    console.log(`${CATEGORIES.map((name) => name.padEnd(16)).join('')}largest paint  page`);
    for (const { path, scores, largestPaint } of pages)
      console.log(
        `${CATEGORIES.map((name) => String(scores[name]).padEnd(16)).join('')}${`${Math.round(largestPaint)} ms`.padEnd(15)}/${path}`,
      );
  } finally {
    await Promise.all([stop(browser), server.close()]);
    rmSync(profile, { recursive: true, force: true });
  }
});

/** A browser that listens on a port of its own choice. */
async function startBrowser(profile: string): Promise<{ browser: ChildProcess; port: number }> {
  const { path, env } = await findChromium();
  const browser = spawn(
    path,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  for await (const line of createInterface({ input: browser.stderr as NodeJS.ReadableStream })) {
    const port = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(line)?.[1];
    if (port) return { browser, port: Number(port) };
  }
  throw new Error('the browser ended before it listened');
}

async function stop(browser: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => browser.once('exit', resolve));
  browser.kill();
  await ended;
}

async function score(url: string, path: string, port: number, runs: number): Promise<PageScores> {
  const { default: lighthouse } = await import('lighthouse');
  const results: Result[] = [];
  for (let i = 0; i < runs; i++) {
    const result = await lighthouse(url + path, { port, output: 'json', logLevel: 'error', onlyCategories: [...CATEGORIES] });
    if (!result || result.lhr.runtimeError)
      throw new Error(`/${path}: ${result?.lhr.runtimeError?.message ?? 'Lighthouse gave no result'}`);
    results.push(result.lhr);
  }
  const performance = (result: Result): number => result.categories.performance.score ?? 0;
  const middle = results.sort((a, b) => performance(a) - performance(b))[runs >> 1];
  return {
    path,
    scores: Object.fromEntries(CATEGORIES.map((name) => [name, Math.round((middle.categories[name].score ?? 0) * 100)])),
    largestPaint: middle.audits['largest-contentful-paint'].numericValue ?? Number.NaN,
    failed: CATEGORIES.flatMap((category) => failedOf(middle, category)),
  };
}

/** What cost points in a category: audits that weigh something and are not perfect. */
function failedOf({ categories, audits }: Result, category: string): PageScores['failed'] {
  return categories[category].auditRefs.flatMap(({ id, weight }) => {
    const { score: points, title, displayValue = '', details } = audits[id];
    if (weight === 0 || points === null || points >= 0.995) return [];
    const items = details && 'items' in details ? JSON.stringify(details.items).slice(0, 300) : '';
    return [{ category, id, title, details: [displayValue, items].filter(Boolean).join(' ') }];
  });
}

function findingsOf({ path, scores, failed }: PageScores, least: number): Finding[] {
  return CATEGORIES.filter((category) => scores[category] < least).map((category) => {
    const reasons = failed.filter((audit) => audit.category === category).map(({ id, title, details }) => `${id}: ${title}. ${details}`);
    return error('lighthouse', { path: `/${path}` }, `${category} is ${scores[category]}, not ${least}. ${reasons.join(' ')}`);
  });
}
