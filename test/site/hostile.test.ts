/** A desk whose every text tries to be something else: test/cases/hostile. The site built from it shows text, and runs nothing. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';
import { readBuiltSite } from '../../scripts/built-site.ts';
import { type StaticServer, serveFolder } from '../../scripts/serve.ts';
import { policyFaults } from '../../src/built-site/policy.ts';
import type { SiteFiles } from '../../src/built-site/site-files.ts';
import { runCommand } from '../support/command.ts';

const REPORT = 'reports/2024-07-17-a-hostile-desk/index.html';
const SCRIPT = '<script>window.pwned=1</script>';
const IMAGE = '<img src=x onerror=window.pwned=1>';

const folder = mkdtempSync(join(tmpdir(), 'mtm-hostile-'));
const out = join(folder, 'site');
let site: SiteFiles;
let server: StaticServer;
let browser: Browser;

beforeAll(async () => {
  cpSync('test/cases/hostile', folder, { recursive: true });
  const options = ['--content', join(folder, 'content'), '--data', join(folder, 'data')];
  const environment = { SITE: '', BASE: '' };
  for (const [name, args] of [
    ['metrics', options],
    ['build', [...options, '--out', out, '--json']],
  ] as const) {
    const { status, stdout, stderr } = runCommand(name, args, environment);
    expect([status, stdout + stderr]).toEqual([0, expect.not.stringContaining('"severity":"error"')]);
  }
  site = readBuiltSite(out);
  [server, browser] = await Promise.all([serveFolder(out), launchBrowser()]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), server?.close()]);
  rmSync(folder, { recursive: true });
});

const named = (extension: string): [string, string][] =>
  [...site].flatMap(([path, text]) => (path.endsWith(extension) ? [[path, text()]] : []));

describe('a hostile desk', () => {
  it('gives pages that hold nothing that could run', () => {
    expect(named('.html').length).toBeGreaterThan(5);
    expect(named('.html').flatMap(([path, html]) => policyFaults(html).map((fault) => `${path}: ${fault}`))).toEqual([]);
  });

  it.each([320, 1440])('runs nothing in a browser, asks for nothing of its own, and keeps its columns, at %i', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    const faults: string[] = [];
    let path = '';
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => faults.push(`${path}: a dialog opened`)));
    page.on('console', (message) => faults.push(`${path}: ${message.text()}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url) || /\/x$/.test(request.url())) faults.push(`${path}: asked for ${request.url()}`);
    });
    for ([path] of named('.html')) {
      await page.goto(server.url + path.replace(/index\.html$/, ''), { waitUntil: 'load' });
      const seen = await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        const within = (element: Element): number => element.closest('section, article, main')?.getBoundingClientRect().right ?? 0;
        const wide = [...document.querySelectorAll('main :is(h1, h2, h3, p, li, dd, table)')].filter((element) => {
          const { width, right } = element.getBoundingClientRect();
          return width > 1 && right > within(element) + 1 && !element.closest('.scroll, .note');
        });
        return {
          pwned: 'pwned' in window,
          width: document.documentElement.scrollWidth,
          wide: wide.map(({ tagName, className }) => `${tagName}.${className}`),
        };
      });
      if (seen.pwned) faults.push(`${path}: it ran`);
      if (seen.width > width) faults.push(`${path}: ${seen.width} pixels wide`);
      if (seen.wide.length > 0) faults.push(`${path}: too wide: ${seen.wide.slice(0, 5).join(' ')}`);
    }
    await page.close();
    expect(faults).toEqual([]);
  });

  it('shows every string as the text that it is', () => {
    const { document } = parseHTML(site.get(REPORT)?.() ?? '');
    const text = (document.querySelector('main')?.textContent ?? '').replaceAll('\u00a0', ' ');
    expect(document.querySelector('h1')?.textContent).toContain(SCRIPT);
    expect(document.querySelector('title')?.textContent).toContain('</title>');
    expect(document.querySelector('meta[name="description"]')?.getAttribute('content')).toContain(SCRIPT);
    expect(document.querySelectorAll('main script, main img, main style')).toHaveLength(0);
    for (const string of [SCRIPT, IMAGE, '{{7*7}}', '$' + '{window.pwned=1}', '&amp;', '=cmd|', '</blockquote>', '🙂'])
      expect(text, string).toContain(string);
    for (const [path, html] of named('.html'))
      expect(parseHTML(html).document.querySelector('main')?.textContent, path).not.toMatch(/(?<![.\d])49\b/);
  });

  it('draws every string as the text that it is', () => {
    const { document } = parseHTML(site.get(REPORT)?.() ?? '');
    const labels = [...document.querySelectorAll('svg text')].map((label) => label.textContent).join(' ');
    expect(labels).toContain('</text><script>');
  });

  it('gives linked data, JSON and XML that can be read', async () => {
    const page = await browser.newPage();
    for (const [path, html] of named('.html')) {
      for (const script of parseHTML(html).document.querySelectorAll('script[type="application/ld+json"]'))
        expect(() => JSON.parse(script.textContent ?? ''), path).not.toThrow();
    }
    for (const [path, json] of named('.json')) expect(() => JSON.parse(json), path).not.toThrow();
    for (const [path, xml] of [...named('.xml'), ...named('.svg')]) {
      const read = await page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, 'application/xml');
        return {
          fault: parsed.querySelector('parsererror')?.textContent ?? null,
          scripts: parsed.querySelectorAll('script, foreignObject').length,
        };
      }, xml);
      expect(read, path).toEqual({ fault: null, scripts: 0 });
    }
    await page.close();
  });

  it('gives CSV in which no cell is a formula', () => {
    expect(named('.csv').length).toBeGreaterThan(0);
    for (const [path, csv] of named('.csv')) {
      const cells = (parseCsv(csv, { comment: '#', relax_column_count: true }) as string[][]).flat();
      const formulas = cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(cell));
      expect(formulas, path).toEqual([]);
      for (const line of csv.split('\n').filter((line) => line.startsWith('#'))) expect(line, path).toMatch(/^# ?[^=+\-@]/);
    }
  });

  it('leaves its own files alone', () => expect(readFileSync('test/cases/hostile/content/people/script.yaml', 'utf8')).toContain(SCRIPT));
});
