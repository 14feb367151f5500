import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readBuiltSite } from '../../scripts/built-site.ts';
import { linksOf } from '../../src/built-site/links.ts';
import { REPORT, useSite } from './site.ts';

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

  it('no script stands in a page: those there are come from files of ours, and descriptions are data', () => {
    for (const name of html) {
      const scripts = readFileSync(join('dist', name), 'utf8').match(/<script[^>]*>/g) ?? [];
      for (const script of scripts) expect(script, name).toMatch(/ src="\/|type="application\/ld\+json"/);
    }
  });
});

describe('links', () => {
  it('inside the site all lead somewhere', () => expect(linksOf(readBuiltSite('dist')).dead).toEqual([]));

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
      for (const mark of link?.querySelectorAll('.mark') ?? []) mark.remove();
      expect(plain(link?.textContent ?? ''), id).toBe(plain(text));
    }
  });

  it('is no wider than a screen of 320 px, of each report', async () => {
    const page = await site.open('404.html', { viewport: { width: 320, height: 800 } });
    for (const slug of readdirSync('content/reports')) {
      await page.goto(`${site.url()}reports/${slug}/`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), slug).toBe(320);
    }
    await page.close();
  });

  it('publishes the record as it is committed', () => {
    expect(readFileSync(join('dist', REPORT, 'record.json'), 'utf8')).toBe(
      readFileSync('data/metrics/2024-07-17-small-caps-take-the-lead.json', 'utf8'),
    );
  });

  it('has one first heading, a title, a description and a canonical address', () => {
    expect(report.match(/<h1/g)).toHaveLength(1);
    expect(report).toContain('<title>Small caps take the lead | Marked to Market</title>');
    expect(report).toContain('<link rel="canonical" href="https://marked-to-market.example/reports/2024-07-17-small-caps-take-the-lead/"');
    expect(report).toMatch(/<meta name="description" content="The Russell 2000 /);
  });

  it('says that nothing here is investment advice', () => expect(report).toContain('Nothing here is investment advice'));
});

describe('the home page', () => {
  const home = readFileSync('dist/index.html', 'utf8');
  const state: { metrics: { display: string }[] } = JSON.parse(readFileSync('data/metrics/home.json', 'utf8'));

  it('shows the state of the market as its record has it, each with a sparkline', () => {
    const shown = [...home.matchAll(/class="state__value">(?:<span aria-hidden="true">)?([^<]+)</g)].map((match) => match[1]);
    expect(shown).toEqual(state.metrics.map((metric) => metric.display));
    expect(parseHTML(home).document.querySelectorAll('.state .sparkline')).toHaveLength(state.metrics.length);
  });

  it('says of each table when its last row is, from the data and the calendar', () => {
    expect(home).toMatch(/US equity indices<\/a><\/th>\s*<td>Aug\u00A021, 2026<\/td>\s*<td>.*?Current/);
    expect(home).toMatch(/Federal funds futures<\/a><\/th>\s*<td>Jul\u00A031, 2024<\/td>\s*<td>.*?Ended/);
  });

  it('leads with the figure that the newest report names, without links to workings that are not here', () => {
    const newest = readdirSync('content/reports').sort().at(-1) ?? '';
    const [, lead] = /^lead: (\S+)$/m.exec(readFileSync(join('content/reports', newest, 'index.mdx'), 'utf8')) ?? [];
    const { document } = parseHTML(home);
    expect(document.querySelector('.figure--lead')?.id).toBe(lead ?? 'fig1');
    expect(document.querySelector('a.n')).toBe(null);
  });
});
