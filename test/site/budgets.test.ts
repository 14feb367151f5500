import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { PAGES, REPORT, useSite } from './site.ts';

const KB = 1024;
/** In bytes; all but fonts gzipped. docs/quality.md lists them. */
const BUDGETS = { report: 61 * KB, page: 60 * KB, style: 20 * KB, scripts: 10 * KB, fonts: 190 * KB };
const REQUESTS = 9;

const site = useSite();
const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join('dist', name)).isFile());
const html = files.filter((name) => name.endsWith('.html'));
const gzipped = (name: string): number => gzipSync(readFileSync(join('dist', name))).length;
const sum = (sizes: number[]): number => sizes.reduce((total, size) => total + size, 0);
const report = parseHTML(readFileSync(join('dist', REPORT, 'index.html'), 'utf8')).document;

describe('by weight', () => {
  it('a report with seven figures keeps to its budget', () => {
    expect(report.querySelectorAll('figure').length).toBeGreaterThanOrEqual(7);
    expect(gzipped(join(REPORT, 'index.html'))).toBeLessThanOrEqual(BUDGETS.report);
  });

  it('so does every other page', () => {
    const most = (name: string): number => (/^reports\/[^/]+\/index\.html$/.test(name) ? BUDGETS.report : BUDGETS.page);
    const heavy = html.flatMap((name) => (gzipped(name) > most(name) ? [`${name} ${gzipped(name)}`] : []));
    expect(heavy).toEqual([]);
  });

  it('the style sheets of a report do', () => {
    const sheets = [...report.querySelectorAll('link[rel="stylesheet"]')].map((link) => link.getAttribute('href') ?? '');
    expect(sheets.length).toBeGreaterThan(0);
    expect(sum(sheets.map(gzipped))).toBeLessThanOrEqual(BUDGETS.style);
  });

  it('our own scripts do, all of them together', () => {
    const scripts = files.filter((name) => name.endsWith('.js') && !name.startsWith('pagefind/'));
    expect(sum(scripts.map(gzipped))).toBeLessThanOrEqual(BUDGETS.scripts);
  });

  it('the fonts that are asked for at once do', () => {
    const fonts = [...report.querySelectorAll('link[rel="preload"][as="font"]')].map((link) => link.getAttribute('href') ?? '');
    expect(fonts).toHaveLength(2);
    expect(sum(fonts.map((name) => statSync(join('dist', name)).size))).toBeLessThanOrEqual(BUDGETS.fonts);
  });
});

// Several at a time: each waits for half a second of silence.
describe.concurrent('while it loads', () => {
  it.each(PAGES)('%s moves nothing, asks nobody else, and asks for little', async (_name, path) => {
    const page = await site.open('404.html', { viewport: { width: 390, height: 800 } });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(site.url() + path, { waitUntil: 'networkidle' });
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    await page.close();
    expect(requests.filter((url) => !url.startsWith(site.url()))).toEqual([]);
    expect(requests.filter((url) => url.includes('/pagefind/'))).toEqual([]);
    expect(requests.length).toBeLessThanOrEqual(REQUESTS);
    expect(sum(shifts)).toBeLessThan(0.005);
  });
});
