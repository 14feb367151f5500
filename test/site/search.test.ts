import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSearchIndex } from '../../scripts/search-index.ts';
import { type StaticServer, serveFolder } from '../../scripts/serve.ts';
import { sha256 } from '../../src/data/hash.ts';
import { PAGES, REPORT, useSite } from './site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const site = useSite();
const results = '[data-search-results] > li';

/** What was asked of Pagefind, and what the page complained of. */
function listen(page: Page): { asked: string[]; complaints: string[] } {
  const [asked, complaints]: string[][] = [[], []];
  page.on('request', (request) => {
    if (request.url().includes('/pagefind/')) asked.push(request.url());
  });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (fault) => complaints.push(fault.message));
  return { asked, complaints };
}

/** The page with the answer to some words, by its address. */
async function searched(query: string): Promise<Page> {
  const page = await site.open(`search/?${query}`);
  await page.locator('[data-search-status]', { hasText: '“' }).waitFor();
  return page;
}

describe('the search finds', () => {
  it.each([
    ['a word, whatever its ending', { q: 'rotations', kind: 'Report' }],
    ['a name', { q: 'Dan Wantrobski', kind: 'Report' }],
    ['a number', { q: '2,263.67', kind: 'Report' }],
    ['a figure by its title', { q: 'Giants led the rally until the last five sessions' }],
  ])('%s', async (_what, query) => {
    const page = await searched(new URLSearchParams(query).toString());
    expect(await page.locator('#q').inputValue()).toBe(query.q);
    const hrefs = await page.locator(`${results} h2 a`).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(hrefs.some((href) => href.startsWith(`/${REPORT}`))).toBe(true);
    expect((await page.locator(`${results} mark`).allTextContents()).length).toBeGreaterThan(0);
    for (const href of hrefs) expect((await fetch(new URL(href, site.url()))).status, href).toBe(200);
    await page.close();
  });

  it('sections of a report, which are there', async () => {
    const page = await searched('q=rate+cuts');
    const sections = await page.locator(`${results} ul a`).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(sections.length).toBeGreaterThan(0);
    for (const section of sections) {
      const { pathname, hash } = new URL(section, site.url());
      expect(await (await fetch(new URL(pathname, site.url()))).text(), section).toContain(`id="${hash.slice(1)}"`);
    }
    await page.close();
  });

  it('nothing for words that are nowhere, and lists the reports', async () => {
    const page = await searched('q=xyzzyq');
    expect(await page.locator('[data-search-status]').textContent()).toBe('Nothing found for “xyzzyq”. All reports are listed below.');
    expect(await page.locator(results).count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'All reports' }).isVisible()).toBe(true);
    await page.close();
  });

  it('markup as text', async () => {
    const page = await searched(new URLSearchParams({ q: '<img src=x onerror=alert(1)> rally' }).toString());
    expect(await page.locator('.search img').count()).toBe(0);
    expect(await page.locator('[data-search-status]').textContent()).toContain('“<img src=x onerror=alert(1)> rally”');
    await page.close();
  });
});

describe('the search page', () => {
  it('is worked from the keyboard: words, answer, kinds, back', async () => {
    const page = await site.open('search/');
    const { complaints } = listen(page);
    await page.locator('#q').focus();
    await page.keyboard.type('small caps');
    await page.locator(results).first().waitFor();
    const status = page.locator('[data-search-status]');
    expect(await status.getAttribute('role')).toBe('status');
    expect(await status.textContent()).toMatch(/^\d+ results for “small caps”$/);
    expect(new URL(page.url()).search).toBe('?q=small+caps');

    const kinds = page.getByRole('navigation', { name: 'Results by kind' }).getByRole('link');
    const [all, reports] = [kinds.first(), kinds.filter({ hasText: 'Reports' })];
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await all.evaluate((link) => link === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('[data-kind="Report"][aria-current]').waitFor();
    expect(await reports.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(new URL(page.url()).search).toBe('?q=small+caps&kind=Report');
    const count = Number(await reports.locator('.filters__count').textContent());
    expect(await status.textContent()).toBe(`${count} results for “small caps”`);
    expect(new Set(await page.locator(`${results} .tag`).allTextContents())).toEqual(new Set(['Report']));
    expect(count).toBe(readdirSync('content/reports').length);

    await page.goBack();
    await page.locator('[data-kind=""][aria-current]').waitFor();
    await page.locator('#q').fill('');
    await page.locator(results).first().waitFor({ state: 'hidden' });
    expect(await page.getByRole('heading', { name: 'All reports' }).isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('keeps the answer to the last words, however slow the first', async () => {
    const page = await site.open('search/');
    await page.route('**/pagefind/index/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.locator('#q').fill('treasury');
    await page.keyboard.press('Enter');
    await page.locator('#q').fill('wantrobski');
    await page.keyboard.press('Enter');
    await page.locator('[data-search-status]', { hasText: 'wantrobski' }).waitFor();
    await page.waitForTimeout(500);
    expect(await page.locator('[data-search-status]').textContent()).toContain('“wantrobski”');
    await page.close();
  });

  it.each([
    ['light', 1440],
    ['dark', 320],
  ] as const)('with results has nothing that axe finds, and fits: %s, %i', async (colorScheme, width) => {
    const page = await site.open('search/?q=rate+cuts', { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    await page.locator(results).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.evaluate(axe);
    const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
    await page.close();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });

  it('asks nothing of Pagefind before the box is used; that no other page does stands with the budgets', async () => {
    const page = await site.open('404.html');
    const { asked } = listen(page);
    await page.goto(`${site.url()}search/`, { waitUntil: 'networkidle' });
    expect(asked).toEqual([]);
    const loaded = page.waitForRequest((request) => request.url().endsWith('/pagefind/pagefind.js'));
    await page.locator('#q').focus();
    await loaded;
    await page.close();
  });

  it('needs the one word in its policy that no other page has', async () => {
    for (const [name, path] of PAGES) {
      const file = path.endsWith('.html') ? path : `${path}index.html`;
      expect(readFileSync(`dist/${file}`, 'utf8').includes("'wasm-unsafe-eval'"), name).toBe(name === 'search');
    }
    const page = await site.open('404.html');
    const { complaints } = listen(page);
    await page.route('**/search/?q=rally', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace(" 'wasm-unsafe-eval'", '') });
    });
    await page.goto(`${site.url()}search/?q=rally`);
    await page.locator('[data-search-status]', { hasText: 'could not be loaded' }).waitFor();
    expect(complaints.join('\n')).toContain('WebAssembly');
    await page.close();
  });

  it('where Pagefind can’t be loaded says so and lists the reports, and tries again', async () => {
    const page = await site.open('search/');
    await page.route('**/pagefind/pagefind-entry.json*', (route) => route.abort());
    await page.locator('#q').fill('rally');
    await page.locator('[data-search-status]', { hasText: 'could not be loaded' }).waitFor();
    expect(await page.getByRole('link', { name: 'Small caps take the lead' }).isVisible()).toBe(true);
    await page.unroute('**/pagefind/pagefind-entry.json*');
    await page.locator('#q').fill('rally ');
    await page.keyboard.press('Enter');
    await page.locator(results).first().waitFor();
    await page.close();
  });

  it.each([
    ['without script', true],
    ['with a script that does not come', false],
  ])('%s says what it needs and lists the reports', async (_what, isOff) => {
    const page = await site.open('404.html', { javaScriptEnabled: !isOff });
    if (!isOff) await page.route('**/_astro/*.js', (route) => route.abort());
    await page.goto(`${site.url()}search/?q=rally`);
    await page.getByText('Search needs JavaScript. All reports are listed below.').waitFor();
    await page.getByRole('link', { name: 'Small caps take the lead' }).click();
    expect(page.url()).toBe(site.url() + REPORT);
    await page.close();
  });

  it('has a script of at most 3 KB, gzipped', () => {
    const [script] = readdirSync('dist/_astro').filter((name) => name.startsWith('search') && name.endsWith('.js'));
    expect(gzipSync(readFileSync(`dist/_astro/${script}`)).length).toBeLessThanOrEqual(3 * 1024);
  });
});

describe('over many pages of several kinds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mtm-search-'));
  const kindOf = (n: number): string => (n % 3 === 0 ? 'Figure' : 'Metric');
  let server: StaticServer;

  beforeAll(async () => {
    for (const part of ['search', '_astro', '_headers']) cpSync(join('dist', part), join(folder, part), { recursive: true });
    for (let n = 1; n <= 25; n++) {
      mkdirSync(join(folder, String(n)));
      const body = `<h1>Page ${n}</h1><p>A quokka &lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; more</p><svg><text>wombat</text></svg><h2 id="end">End</h2><p>A quokka.</p>`;
      writeFileSync(
        join(folder, String(n), 'index.html'),
        `<html lang="en-US"><body>bandicoot<main data-pagefind-body data-pagefind-filter="kind:${kindOf(n)}" data-pagefind-meta="kind:${kindOf(n)}">${body}</main></body></html>`,
      );
    }
    await writeSearchIndex(folder);
    server = await serveFolder(folder);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const find = async (query: string): Promise<Page> => {
    const page = await site.open('404.html');
    await page.goto(`${server.url}search/?${query}`);
    await page.locator('[data-search-status]', { hasText: '“' }).waitFor();
    return page;
  };

  it('shows ten at a time, and moves to the first of the next ten', async () => {
    const page = await find('q=quokka');
    const more = page.getByRole('button', { name: 'More results' });
    for (const shown of [20, 25]) {
      await more.click();
      await page
        .locator(results)
        .nth(shown - 1)
        .waitFor();
      expect(await page.locator(results).count()).toBe(shown);
      expect(await page.evaluate(() => document.activeElement?.closest('li')?.querySelectorAll('li').length)).toBe(1);
    }
    expect(await more.isVisible()).toBe(false);
    await page.close();
  });

  it('counts the kinds whichever is shown, and hides those with none', async () => {
    const page = await find('q=quokka&kind=Figure');
    expect(await page.locator('[data-search-status]').textContent()).toBe('8 results for “quokka”');
    const kinds = await page.locator('[data-search-filters] li:not([hidden])').allTextContents();
    expect(kinds.map((kind) => kind.trim())).toEqual(['All 25', 'Figures 8', 'Metrics 17']);
    await page.close();
  });

  it('shows markup of a page as text, with the words marked', async () => {
    const page = await find('q=quokka');
    expect(await page.locator(`${results} script`).count()).toBe(0);
    expect(await page.locator(`${results} p`).first().textContent()).toContain('<script>alert(1)</script> &amp; more');
    expect(await page.locator(`${results} p mark`).first().textContent()).toBe('quokka');
    await page.close();
  });

  it.each(['wombat', 'bandicoot'])('does not look in drawings and around the page: %s', async (word) => {
    const page = await find(`q=${word}`);
    expect(await page.locator('[data-search-status]').textContent()).toContain('Nothing found');
    await page.close();
  });

  it('has the same bytes for the same pages', async () => {
    const bytes = () =>
      readdirSync(join(folder, 'pagefind'), { recursive: true, encoding: 'utf8' })
        .sort()
        .flatMap((name) =>
          statSync(join(folder, 'pagefind', name)).isFile() ? [name, sha256(readFileSync(join(folder, 'pagefind', name)))] : [],
        );
    const before = bytes();
    rmSync(join(folder, 'pagefind'), { recursive: true });
    await writeSearchIndex(folder);
    expect(bytes()).toEqual(before);
  });
});

describe('the index', () => {
  it('holds what a browser loads and nothing else of Pagefind', () => {
    const names = readdirSync('dist/pagefind');
    expect(names.filter((name) => /ui|highlight|worker|playground/.test(name))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['pagefind.js', 'pagefind-entry.json', 'fragment', 'index', 'filter']));
  });
});
