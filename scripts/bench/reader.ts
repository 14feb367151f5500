/** How soon a reader with a phone sees a page: the largest paint, on a line and a processor slowed down by the browser. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { error, Fault } from '../../src/finding.ts';
import { launchBrowser } from '../browser.ts';
import { newestReport } from '../newest-report.ts';
import { serveFolder } from '../serve.ts';
import { type BenchLine, type Subject, spread } from './result.ts';

/** Round trip in milliseconds, throughput in megabits a second. The slow one is Lighthouse's. */
const LINES = [
  { name: '4G', roundTrip: 60, megabits: 9 },
  { name: 'slow 4G', roundTrip: 150, megabits: 1.6 },
] as const;
/** A phone has about a quarter of this machine's speed. */
const PROCESSOR = 4;

export const reader: Subject = {
  name: 'reader',
  description: 'how soon a phone shows the home page and the newest report of the built site',
  run({ out, runs }) {
    if (!existsSync(out)) throw new Fault(error('site-missing', { path: out }, "there is no built site. Run 'npm run build' first."));
    return timeReader(out, ['', newestReport(out)], runs);
  },
};

/**
 * @param folder the built site
 * @param paths of the pages; an almost empty page comes before them
 */
async function timeReader(folder: string, paths: readonly string[], runs: number): Promise<BenchLine[]> {
  const almostEmpty = mkdtempSync(join(tmpdir(), 'mtm-reader-'));
  writeFileSync(join(almostEmpty, 'index.html'), '<!doctype html><html lang="en"><title>Empty</title><h1>Almost empty</h1></html>');
  const [site, empty, browser] = await Promise.all([serveFolder(folder), serveFolder(almostEmpty), launchBrowser()]);
  try {
    const pages = [['an almost empty page', empty.url], ...paths.map((path) => [`/${path}`, site.url + path])];
    const lines: BenchLine[] = [];
    for (const line of LINES) {
      // Each page once a round, so that what else the machine does falls on all of them.
      const times = pages.map((): number[] => []);
      for (let i = 0; i < runs; i++)
        for (const [index, [, url]] of pages.entries()) times[index].push(await largestPaint(browser, url, line));
      const paints = times.map(spread);
      for (const [index, [page]] of pages.entries()) {
        const id = `reader-${line.name.replace(' ', '-')}-${index}`;
        const what = `largest paint, ${line.name}, ${page}`;
        lines.push({ id, what, unit: 'ms', ...paints[index] });
        if (index > 0)
          lines.push({
            id: `${id}-ratio`,
            what: `${what}, to an almost empty page`,
            unit: 'times',
            value: paints[index].value / paints[0].value,
          });
      }
    }
    return lines;
  } finally {
    await Promise.all([browser.close(), site.close(), empty.close()]);
    rmSync(almostEmpty, { recursive: true });
  }
}

/** Of a first visit: nothing is in the browser's cache. */
async function largestPaint(browser: Browser, url: string, { roundTrip, megabits }: (typeof LINES)[number]): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const throughput = (megabits * 1_000_000) / 8;
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: roundTrip,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: PROCESSOR });
  await page.addInitScript(() => {
    const paints: number[] = [];
    Object.assign(window, { paints });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) paints.push(entry.startTime);
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  // The network can be done before a slow processor is. The page's policy forbids Playwright's own waiting in it.
  let paints: number[] = [];
  while (paints.length === 0) {
    await page.waitForTimeout(200);
    paints = await page.evaluate(() => (window as unknown as { paints: number[] }).paints);
  }
  await page.close();
  return Math.max(...paints);
}
