import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { MetricsRecord } from '../../src/reports/record.ts';
import { useSite } from './site.ts';

const site = useSite();
const pageAt = (path: string): string => readFileSync(join('dist', path, 'index.html'), 'utf8');
const documentOf = (path: string): Document => parseHTML(pageAt(path)).document;
const plain = (text: string | null | undefined): string => (text ?? '').replaceAll('\u00A0', ' ').trim();

/** Every computed value of the published records, with the address that its working gives. */
const values = readdirSync('dist/reports').flatMap((slug) => {
  if (!existsSync(join('dist/reports', slug, 'record.json'))) return [];
  const { assertions } = JSON.parse(readFileSync(join('dist/reports', slug, 'record.json'), 'utf8')) as MetricsRecord;
  const report = documentOf(join('reports', slug));
  return assertions.flatMap((assertion) => {
    const computed = assertion.kind === 'fact' ? assertion : assertion.kind === 'reported' ? assertion.ours : null;
    const links = [...(report.getElementById(`w-${assertion.id}`)?.querySelectorAll('.workings__more') ?? [])];
    return [{ slug, id: assertion.id, kind: assertion.kind, computed, links: links.map((link) => link.getAttribute('href') ?? '') }];
  });
});
const addresses = [...new Set(values.flatMap(({ kind, links }) => (kind === 'call' ? [] : links)))];

describe('the working of a statement', () => {
  it('leads to the page of its metric where a value of ours stands in it, that of a call to the call’s own, and no other', () => {
    expect(addresses.length).toBeGreaterThan(60);
    for (const { slug, id, kind, computed, links } of values) {
      if (kind === 'call') expect(links).toEqual([`/calls/${slug}/${id}/`]);
      else expect(links, `${slug} ${id}`).toEqual(computed ? [expect.stringMatching(/^\/metrics\/.+\/\d{4}-\d\d-\d\d\/$/)] : []);
    }
  });

  it('finds there its own value, its expression and itself', () => {
    const documents = new Map(addresses.map((address) => [address, documentOf(address)]));
    for (const { slug, id, computed, links } of values) {
      if (!computed) continue;
      const page = documents.get(links[0]);
      expect(plain(page?.querySelector('.formula b')?.textContent), links[0]).toBe(plain(computed.exact));
      expect(page?.querySelector('.page__id code')?.textContent?.replaceAll(' ', '')).toBe(computed.metric.replaceAll(' ', ''));
      expect(page?.querySelector(`.page__side a[href="/reports/${slug}/#${id}"]`), `${links[0]} ${id}`).not.toBe(null);
    }
  });
});

describe('the page of a metric', () => {
  const address = addresses.find((one) => one.includes('/return-rut-5d/')) ?? '';
  const page = documentOf(address);

  it('stands in the list, once, with its value', () => {
    const list = documentOf('metrics');
    const links = [...list.querySelectorAll('.metrics th[scope="row"] a')].map((link) => link.getAttribute('href') ?? '');
    expect(links.toSorted()).toEqual(addresses.toSorted());
    const row = list.querySelector(`.metrics a[href="${address}"]`)?.closest('tr');
    expect(plain(row?.querySelector('td.right [aria-hidden]')?.textContent)).toBe(
      plain(page.querySelector('.answer__value [aria-hidden]')?.textContent),
    );
  });

  it('has its sections in their order', () => {
    expect([...page.querySelectorAll('.page__main h2')].map((heading) => heading.textContent)).toEqual([
      'Formula',
      'Inputs',
      'In context',
      'Choices that change the answer',
      'Value by snapshot',
      'Code',
    ]);
  });

  it('gives the command that computes the value again', () => {
    expect(page.querySelector('#code')?.parentElement?.textContent).toContain(
      'npm run eval -- "return(rut, 5d)" --at 2024-07-16 --snapshot 2024-07-17',
    );
  });

  it('shows each row with its close, and marks base and end', () => {
    const rows = [...page.querySelectorAll('.inputs tbody tr')].map((row) =>
      [...row.children].map((cell) => plain(cell.firstChild?.textContent)),
    );
    expect(rows.map(([day, close]) => [day, close])).toEqual([
      ['Jul 9, 2024', '2,029.47'],
      ['Jul 10, 2024', '2,051.75'],
      ['Jul 11, 2024', '2,125.04'],
      ['Jul 12, 2024', '2,148.27'],
      ['Jul 15, 2024', '2,187.02'],
      ['Jul 16, 2024', '2,263.67'],
    ]);
    expect([...page.querySelectorAll('.inputs .tag')].map((tag) => tag.textContent)).toEqual(['base', 'end']);
    expect([...page.querySelectorAll('.inputs td a')].map((link) => link.getAttribute('href'))).toEqual(
      Array(6).fill('/data/us-equity-indices/'),
    );
  });

  it('says its formula to those who hear it', () => {
    expect(plain(page.querySelector('[role="math"]')?.getAttribute('aria-label'))).toBe(
      'Russell 2000 on Jul 16, 2024 divided by Russell 2000 on Jul 9, 2024 minus 1, equals 2,263.67 divided by 2,029.47 minus 1, equals plus 11.540%',
    );
  });

  it('weighs at most 40 KB, gzipped, each of them', () => {
    for (const one of addresses) expect(gzipSync(pageAt(one)).length, one).toBeLessThanOrEqual(40 * 1024);
  });

  it('is reached from the report without script, and leads back to the sentence', async () => {
    const browser = await site.open('reports/2024-07-17-small-caps-take-the-lead/', { javaScriptEnabled: false });
    await browser.locator('#w-f4').getByRole('link', { name: 'Show the working of statement 4' }).click();
    expect(new URL(browser.url()).pathname).toBe(address);
    await browser.getByRole('link', { name: '“rose 11.5% in the five sessions to July 16”' }).click();
    expect(browser.url()).toMatch(/\/reports\/2024-07-17-small-caps-take-the-lead\/#f4$/);
    await browser.close();
  });

  it('is no wider than a screen of 320 px, long formulas and tables too', async () => {
    const browser = await site.open('404.html', { viewport: { width: 320, height: 800 } });
    const wide: string[] = [];
    for (const one of addresses.filter((other) => /return-m7-5d|streak-return|drawdown|to-2023-12-04-minus/.test(other))) {
      await browser.goto(site.url() + one.slice(1));
      if ((await browser.evaluate(() => document.documentElement.scrollWidth)) > 320) wide.push(one);
    }
    await browser.close();
    expect(wide).toEqual([]);
  });
});
