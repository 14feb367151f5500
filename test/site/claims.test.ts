import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { statementOf } from '../../src/components/claim.ts';
import type { AssertionRecord, MetricsRecord } from '../../src/reports/record.ts';
import { countStatuses } from '../../src/reports/status.ts';
import { faultsOf } from '../support/json-schema.ts';
import { REPORT, useSite } from './site.ts';
import { statusNow } from './status-now.ts';

const site = useSite();
const documentOf = (path: string): Document => parseHTML(readFileSync(join('dist', path, 'index.html'), 'utf8')).document;
const slugs = readdirSync('content/reports').sort().reverse();
const reports = slugs.map((slug) => ({
  slug,
  page: documentOf(`reports/${slug}`),
  record: JSON.parse(readFileSync(`dist/reports/${slug}/record.json`, 'utf8')) as MetricsRecord,
}));
const assertions = reports.flatMap(({ record }) => record.assertions);

/** Where the statement of each row leads. */
const hrefsOn = (path: string): string[] =>
  [...documentOf(path).querySelectorAll('.claims__statement a')].map((link) => link.getAttribute('href') ?? '');
const counts = countStatuses(reports.flatMap(({ slug, record }) => record.assertions.map((assertion) => statusNow(slug, assertion))));

describe('the claims of all reports', () => {
  it('are those of the records, newest report first, in the order of the text', () => {
    const expected = reports.flatMap(({ slug, record }) => record.assertions.map(({ id }) => `/reports/${slug}/#${id}`));
    const byDay = (href: string): string => href.slice('/reports/'.length, '/reports/2024-07-17'.length);
    expect(hrefsOn('claims').map(byDay)).toEqual(expected.map(byDay));
    expect(hrefsOn('claims').toSorted()).toEqual(expected.toSorted());
  });

  it('each lead to their place in the report and to their working', () => {
    const links = [...documentOf('claims').querySelectorAll('.claims tbody td a, .claims__statement a')];
    expect(links).toHaveLength(2 * assertions.length);
    for (const link of links) {
      const [, slug, id] = /^\/reports\/([^/]+)\/#(.+)$/.exec(link.getAttribute('href') ?? '') ?? [];
      const page = reports.find((report) => report.slug === slug)?.page;
      expect(page?.getElementById(id ?? ''), link.getAttribute('href') ?? '').not.toBe(null);
    }
  });

  it('are parted by the pages of their statuses, none twice and none left out', () => {
    const parted = counts.flatMap(({ status, count }) => {
      const hrefs = hrefsOn(`claims/${status.id}`);
      expect(hrefs, status.id).toHaveLength(count);
      return hrefs;
    });
    expect(parted.toSorted()).toEqual(hrefsOn('claims').toSorted());
    const built = readdirSync('dist/claims', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(built.map(({ name }) => name).sort()).toEqual(counts.map(({ status }) => status.id).sort());
  });

  it('have on each page the same filters, with their counts, and the page itself marked', () => {
    for (const path of ['claims', ...counts.map(({ status }) => `claims/${status.id}`)]) {
      const filters = [...documentOf(path).querySelectorAll('.filters a')];
      expect(filters.map((link) => Number(link.querySelector('.filters__count')?.textContent))).toEqual([
        assertions.length,
        ...counts.map(({ count }) => count),
      ]);
      const current = filters.filter((link) => link.getAttribute('aria-current') === 'page');
      expect(current.map((link) => link.getAttribute('href'))).toEqual([`/${path}/`]);
    }
  });

  it('are found and followed without script', async () => {
    const page = await site.open('', { javaScriptEnabled: false });
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Claims' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Claims');
    await page.getByRole('navigation', { name: 'Claims by status' }).getByRole('link', { name: 'Opinion' }).click();
    expect(new URL(page.url()).pathname).toBe('/claims/opinion/');
    await page.getByRole('rowheader').getByRole('link').nth(1).click();
    expect(page.url()).toMatch(/\/reports\/.+\/#q\d+$/);
    await page.close();
  });
});

describe('the masthead marks where one is', () => {
  it.each([
    ['', undefined, undefined],
    [REPORT, 'Reports', 'true'],
    ['claims/', 'Claims', 'page'],
    ['claims/verified/', 'Claims', 'true'],
    ['gallery/', undefined, undefined],
  ])('on /%s', (path, word, current) => {
    const marked = documentOf(path).querySelector('.masthead [aria-current]');
    expect([marked?.textContent, marked?.getAttribute('aria-current')]).toEqual([word, current]);
  });
});

describe('in a report', () => {
  it.each(reports)('$slug, every assertion stands in the text, the ledger and the workings', ({ page, record }) => {
    for (const [index, { id }] of record.assertions.entries()) {
      expect(page.getElementById(id), id).not.toBe(null);
      expect(page.getElementById(`w-${id}`)?.querySelector('.workings__index')?.firstChild?.textContent).toBe(String(index + 1));
    }
    const ledger = [...page.querySelectorAll('section[aria-labelledby="claims"] .claims__statement a')];
    expect(ledger.map((link) => link.getAttribute('href'))).toEqual(record.assertions.map(({ id }) => `#${id}`));
  });

  it.each(reports)('$slug, what holds, is contradicted or is a call has its mark and a word for it', ({ slug, page, record }) => {
    const marked = record.assertions.filter(({ kind, status }) => kind === 'call' || (kind === 'reported' && status !== 'unchecked'));
    for (const assertion of marked) {
      const link = page.getElementById(assertion.id);
      expect(link?.querySelector(`.icon--${statusNow(slug, assertion).icon}`), assertion.id).not.toBe(null);
      expect(link?.querySelector('.unseen')?.textContent, assertion.id).toMatch(/holds|contradicted|call/);
    }
  });
});

describe('the schema of records', () => {
  const schema = JSON.parse(readFileSync('dist/schema/record.json', 'utf8'));

  it('says where it stands and what it is of', () => {
    expect(schema.$id).toBe('https://marked-to-market.example/schema/record.json');
    expect(schema.title).toBe('Record of a report');
    expect(schema.description).not.toBe('');
    expect(existsSync(join('dist', new URL(schema.$id).pathname))).toBe(true);
  });

  it.each(reports)('fits the record of $slug', ({ record }) => expect(faultsOf(record, schema)).toEqual([]));

  it('does not fit a record with a key too many, or one too few', () => {
    const [{ record }] = reports;
    const { text, ...short } = record;
    expect(faultsOf({ ...record, more: 1 }, schema)).toEqual(["$: has 'more', which the schema does not know"]);
    expect(faultsOf(short, schema)).toEqual(["$: has no 'text'"]);
    expect(text).toMatch(/^sha256:/);
  });
});

describe('a statement', () => {
  const statement = (before: string, text: string, after: string): string => {
    const { before: b, words, after: a } = statementOf({ kind: 'fact', text, sentence: { before, after } } as AssertionRecord);
    return b + words + a;
  };

  it('is shown whole where it is short', () => expect(statement('It ', 'rose 3%', ' on Monday.')).toBe('It rose 3% on Monday.'));

  it('is clipped between words where it is long, and keeps its own words', () => {
    const long = 'one two three four five six seven eight nine ten eleven twelve '.repeat(4);
    const clipped = statement(long, 'rose 3%', ` ${long.trim()}.`);
    expect(clipped).toMatch(/^… (?:[a-z]+ )+rose 3%(?: [a-z]+)+ …$/);
    expect(clipped.length).toBeLessThanOrEqual(176);
    for (const word of clipped.match(/[a-z]+/g) ?? []) expect(`${long} rose`.split(' ')).toContain(word);
  });

  it('gives one side what the other does not need', () => {
    const long = 'one two three four five six seven eight nine ten eleven twelve '.repeat(4);
    const clipped = statement('It ', 'rose 3%', ` ${long.trim()}.`);
    expect(clipped).toMatch(/^It rose 3% one .+ …$/);
    expect(clipped.length).toBeGreaterThan(150);
  });
});
