import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { PAGES, REPORT, useSite } from './site.ts';

const site = useSite();
const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join('dist', name)).isFile());
const html = files.filter((name) => name.endsWith('.html'));
const report = readFileSync(join('dist', REPORT, 'index.html'), 'utf8');
const record = JSON.parse(readFileSync('data/metrics/2024-07-17-small-caps-take-the-lead.json', 'utf8'));

describe('without JavaScript', () => {
  it('every number leads to its working in the same page', async () => {
    const page = await site.open(REPORT, { javaScriptEnabled: false });
    const targets = await page
      .locator('a.n')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
      .catch(() => null);
    // Without script there is no evaluation in the page: read the same from its text.
    const hrefs = targets ?? [...report.matchAll(/<a class="n[^>]*href="([^"]+)"/g)].map((match) => match[1]);
    expect(hrefs.length).toBeGreaterThanOrEqual(12);
    for (const href of hrefs) expect(report).toContain(`id="${href.slice(1)}"`);
    await page.locator('a.n').first().click();
    expect(page.url()).toContain('#w-f1');
    await page.close();
  });

  it('the folded contents and data tables open', async () => {
    const page = await site.open(REPORT, { javaScriptEnabled: false, viewport: { width: 390, height: 900 } });
    await page.getByText('In this report').first().click();
    expect(await page.getByRole('link', { name: 'Claims ledger' }).first().isVisible()).toBe(true);
    await page.getByText('Description and data table').first().click();
    expect(await page.getByRole('columnheader', { name: 'Highest' }).isVisible()).toBe(true);
    await page.close();
  });
});

describe('under the content security policy', () => {
  it.each(PAGES)('%s loads without a complaint', async (_name, path) => {
    const page = await site.open('404.html');
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('requestfailed', (request) => complaints.push(request.url()));
    const response = await page.goto(site.url() + path);
    expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
    await page.close();
    expect(complaints).toEqual([]);
  });

  it('no page has an inline style', () => {
    for (const name of html) expect(readFileSync(join('dist', name), 'utf8'), name).not.toMatch(/<style|\sstyle="/);
  });

  it('what has a hash in its name is cached for ever, pages are not', async () => {
    const asset = files.find((name) => name.startsWith('_astro/') && name.endsWith('.css'));
    const cached = async (path: string): Promise<string | null> => (await fetch(site.url() + path)).headers.get('cache-control');
    expect(await cached(asset ?? '')).toContain('immutable');
    expect(await cached(REPORT)).toContain('must-revalidate');
  });
});

describe('links', () => {
  it('inside the site all lead somewhere', async () => {
    const dead: string[] = [];
    // Many links lead to one page: it is fetched once.
    const pages = new Map<string, Promise<string | null>>();
    const pageOf = (path: string): Promise<string | null> => {
      const page = pages.get(path) ?? fetch(site.url() + path.slice(1)).then((response) => (response.ok ? response.text() : null));
      pages.set(path, page);
      return page;
    };
    for (const name of html) {
      const text = readFileSync(join('dist', name), 'utf8');
      const address = new URL(name.replace(/index\.html$/, ''), site.url());
      for (const [, href] of text.matchAll(/(?:href|src)="([^"]+)"/g)) {
        const target = new URL(href.replaceAll('&#38;', '&'), address);
        if (target.origin !== address.origin) continue;
        const page = await pageOf(target.pathname);
        if (page === null || (target.hash !== '' && !page.includes(`id="${target.hash.slice(1)}"`))) dead.push(`${name}: ${href}`);
      }
    }
    expect(dead).toEqual([]);
  });

  it('an unknown address gets the page that says so', async () => {
    const response = await fetch(`${site.url()}nowhere/`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('There is no page here');
  });
});

describe('the report page', () => {
  it('prints what the record says', () => {
    const { document } = parseHTML(report);
    const plain = (printed: string): string => printed.replaceAll('\u00A0', ' ').replaceAll('’', "'");
    for (const { id, text, kind } of record.assertions) {
      if (kind !== 'fact') continue;
      const link = document.getElementById(id);
      link?.querySelector('.mark')?.remove();
      expect(plain(link?.textContent ?? ''), id).toBe(plain(text));
    }
  });

  it('publishes the record as it is committed', () => {
    expect(readFileSync(join('dist', REPORT, 'record.json'), 'utf8')).toBe(
      readFileSync('data/metrics/2024-07-17-small-caps-take-the-lead.json', 'utf8'),
    );
  });

  it('publishes the values of each figure, as many as the record counts', () => {
    for (const { id, summary } of record.figures) {
      const lines = readFileSync(join('dist', REPORT, `${id}.csv`), 'utf8')
        .trimEnd()
        .split('\n');
      expect(lines).toHaveLength(summary[0].points + 1);
      expect(lines.at(-1)?.split(',')[1]).toBe(String(summary[0].last));
    }
  });

  it('has one first heading, a title, a description and a canonical address', () => {
    expect(report.match(/<h1/g)).toHaveLength(1);
    expect(report).toContain('<title>Small caps take the lead | Marked to Market</title>');
    expect(report).toContain('<link rel="canonical" href="https://marked-to-market.example/reports/2024-07-17-small-caps-take-the-lead/"');
    expect(report).toMatch(/<meta name="description" content="The Russell 2000 /);
  });

  it('says that nothing here is investment advice', () => expect(report).toContain('Nothing here is investment advice'));

  it('weighs at most 80 KB, gzipped', () => expect(gzipSync(report).length).toBeLessThanOrEqual(80 * 1024));
});

describe('the home page', () => {
  const home = readFileSync('dist/index.html', 'utf8');
  const state: { metrics: { display: string }[] } = JSON.parse(readFileSync('data/metrics/home.json', 'utf8'));

  it('shows the state of the market as its record has it, each with a sparkline', () => {
    const shown = [...home.matchAll(/class="state__value">([^<]+)</g)].map((match) => match[1]);
    expect(shown).toEqual(state.metrics.map((metric) => metric.display));
    expect(home.match(/class="sparkline"/g)).toHaveLength(state.metrics.length);
  });

  it('says of each table when its last row is, from the data and the calendar', () => {
    expect(home).toMatch(/US equity indices<\/th>\s*<td>Aug\u00A021, 2026<\/td>\s*<td>.*?Current/);
    expect(home).toMatch(/Federal funds futures<\/th>\s*<td>Jul\u00A031, 2024<\/td>\s*<td>.*?Ended/);
  });

  it('leads with the figure that the newest report names, without links to workings that are not here', () => {
    const newest = readdirSync('content/reports').sort().at(-1) ?? '';
    const [, lead] = /^lead: (\S+)$/m.exec(readFileSync(join('content/reports', newest, 'index.mdx'), 'utf8')) ?? [];
    const { document } = parseHTML(home);
    expect(document.querySelector('.figure--lead')?.id).toBe(lead ?? 'fig1');
    expect(document.querySelector('a.n')).toBe(null);
  });
});

describe('while a page loads', () => {
  it.each(PAGES)('%s moves nothing and asks nobody else', async (_name, path) => {
    const page = await site.open('404.html', { viewport: { width: 390, height: 800 } });
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(site.url())) elsewhere.push(request.url());
    });
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
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.005);
    expect(elsewhere).toEqual([]);
  });
});
