import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type MarksRecord, marksSchema } from '../../src/reports/marks-record.ts';
import { REPORT, useSite } from './site.ts';

const site = useSite();
const documentOf = (path: string): Document => parseHTML(readFileSync(join('dist', path, 'index.html'), 'utf8')).document;
const marks: MarksRecord = marksSchema.parse(JSON.parse(readFileSync('data/metrics/marks.json', 'utf8')));
const plain = (text: string | null | undefined): string => (text ?? '').replaceAll('\u00A0', ' ').replace(/\s+/g, ' ').trim();

/** What is seen of an element: without the words that are only said aloud. */
function seenIn(element: Element | null | undefined): string {
  const copy = element?.cloneNode(true) as Element | undefined;
  for (const unseen of copy?.querySelectorAll('.unseen') ?? []) unseen.remove();
  return plain(copy?.textContent);
}

/** Those of what others said wrongly keep their own status: here there is none. */
const reports = marks.reports.map(({ report, statements, since }) => ({
  slug: report,
  page: documentOf(`reports/${report}`),
  /** False where no day has followed the one it speaks of. */
  hasAged: JSON.parse(readFileSync(join('dist/reports', report, 'record.json'), 'utf8')).asOf < marks.newest,
  lapsed: statements.filter(({ lapse }) => lapse !== null).map(({ id }) => id),
  statements,
  since,
}));
const [first] = reports;

describe.each(reports)('$slug: what no longer holds', ({ page, hasAged, lapsed, statements }) => {
  it('has a diamond and its words after it in the text, and nothing else has', () => {
    const marked = [...page.querySelectorAll('a.n')].filter((link) => link.querySelector('.as-of-now .icon--bad'));
    expect(marked.map(({ id }) => id).sort()).toEqual([...lapsed].sort());
    for (const link of marked) expect(link.querySelector('.as-of-now .unseen')?.textContent).toMatch(/no longer holds$/);
  });

  it('is told beside its paragraph, none twice, with the day and what beat it', () => {
    for (const note of page.querySelectorAll('.lapses')) {
      const lines = [...note.querySelectorAll(':scope > span')].map((line) => plain(line.textContent));
      expect(new Set(lines).size).toBe(lines.length);
      const ids = [...(note.closest('p')?.querySelectorAll('a.n') ?? [])].map(({ id }) => id).filter((id) => lapsed.includes(id));
      expect(ids.length, plain(note.textContent)).toBeGreaterThan(0);
      for (const line of lines) expect(line).toMatch(/^“.+”: beaten on [A-Z][a-z]{2} \d+, \d{4}, with .+ publication\.$/);
    }
    const inText = [...page.querySelectorAll('.body > p')].filter((p) =>
      [...p.querySelectorAll('a.n')].some(({ id }) => lapsed.includes(id)),
    );
    expect(page.querySelectorAll('.lapses')).toHaveLength(inText.length);
  });

  it('stands in the ledger with its status, its latest value and its day; the rest has its latest value, where days have followed', () => {
    expect(page.querySelector('.claims__latest') !== null).toBe(hasAged);
    for (const { id, latest, lapse } of statements) {
      const row = page.querySelector(`[aria-labelledby="claims"] .claims a[href="#${id}"]`)?.closest('tr');
      expect(plain(row?.querySelector('.status')?.textContent) === 'No longer holds', id).toBe(lapse !== null);
      const cell = seenIn(row?.querySelector('.claims__latest'));
      expect(cell.includes('Failed'), id).toBe(lapse !== null);
      if (latest && hasAged) expect(cell, id).toContain(plain(latest.unit === 'sessions' ? latest.display : latest.exact));
    }
  });
});

describe('the block since publication', () => {
  const { page, since } = first;

  it('has a row for each horizon of the committed marks', () => {
    const rows = [...page.querySelectorAll('.horizons tbody tr')].map((row) => [...row.children].map((cell) => plain(cell.textContent)));
    expect(rows.map(([head]) => head)).toEqual([
      '1 week Jul 23, 2024',
      '1 month Aug 16, 2024',
      '3 months Oct 16, 2024',
      '6 months Jan 16, 2025',
      '12 months Jul 16, 2025',
      'Latest Aug 21, 2026',
    ]);
    expect(since?.horizons.map(({ reached }) => reached?.at)).toEqual([
      '2024-07-23',
      '2024-08-16',
      '2024-10-16',
      '2025-01-16',
      '2025-07-16',
      '2026-08-21',
    ]);
  });

  it('offers what its figure shows as a file: a row a day, 100 on the day that the report speaks of', () => {
    const file = page.querySelector('#marked-to-market .figure__actions a')?.getAttribute('href') ?? '';
    const rows = readFileSync(join('dist', file), 'utf8').split('\n');
    expect(rows[0]).toBe('date,100 * rut / 2263.67,100 * spx / 5667.2');
    expect(rows).toContain('2024-07-16,100,100');
    expect(rows.find((row) => row.startsWith('2026-08-21'))).toMatch(/^2026-08-21,133\.317\d+,135\.417\d+$/);
  });

  it('is not in the report’s own record', () => {
    expect(readFileSync(`data/metrics/${first.slug}.json`, 'utf8')).not.toContain('2026');
  });
});

describe('the switch', () => {
  const seen = (page: Page, selector: string): Promise<number> =>
    page.locator(selector).evaluateAll((found) => found.filter((one) => one.getClientRects().length > 0).length);
  const wordsSeen = async (page: Page, selector: string): Promise<string> => {
    const words = await page.locator(selector).evaluateAll((found) =>
      found.flatMap((one) => {
        if (one.getClientRects().length === 0) return [];
        const copy = one.cloneNode(true) as Element;
        const hidden = [...one.querySelectorAll('*')].map((part) => part.getClientRects().length === 0 || part.matches('.unseen'));
        for (const [i, part] of [...copy.querySelectorAll('*')].entries()) if (hidden[i]) part.remove();
        return [copy.textContent ?? ''];
      }),
    );
    return words.map(plain).join(', ');
  };
  const NOW = ['.lapses', '.since', '.since-beside', '.claims__latest', '.n .icon--bad', '.contents [href="#since-publication"]'];

  it('shows a report as it was published and back, by keyboard, without script', async () => {
    const page = await site.open(REPORT, { javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
    for (const selector of NOW) expect(await seen(page, selector), selector).toBeGreaterThan(0);
    expect(await seen(page, '.as-published')).toBe(0);

    await page.locator('#as-of-now').focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('#as-published').isChecked()).toBe(true);
    for (const selector of NOW) expect(await seen(page, selector), selector).toBe(0);
    expect(await wordsSeen(page, '.strip .count')).toBe('50 verified, 1 computed, 1 reported, 2 contradicted, 4 opinions');
    const outline = await page.locator('#as-published').evaluate((input) => getComputedStyle(input).outlineStyle);
    expect(outline).not.toBe('none');

    // A link within the page does not lose it; on paper both are as of now.
    await page.locator('.strip .counts').click();
    expect(page.url()).toMatch(/#claims$/);
    expect(await page.locator('#as-published').isChecked()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await seen(page, '.lapses')).toBeGreaterThan(0);
    expect(await seen(page, '.as-published')).toBe(0);
    await page.emulateMedia({ media: 'screen' });

    await page.locator('#as-of-now').check();
    for (const selector of NOW) expect(await seen(page, selector), selector).toBeGreaterThan(0);
    await page.close();
  });

  it('holds for the card of a number too', async () => {
    const page = await site.open(REPORT, { viewport: { width: 1440, height: 900 } });
    const card = async (): Promise<string> => {
      await page.locator('#f23').click();
      await page.locator('.card').waitFor();
      const text = await wordsSeen(page, '.card p, .card__rows > *');
      await page.keyboard.press('Escape');
      return text;
    };
    expect(await card()).toMatch(
      /^No longer holds, \+3\.572%, .*, Failed, Nov 6, 2024, 112 days after publication, Latest, \+0\.850%, Aug 21, 2026/,
    );
    await page.locator('#as-published').check();
    const then = await card();
    expect(then).toMatch(/^Verified, \+3\.572%, /);
    expect(then).not.toMatch(/Failed|Latest/);
    await page.close();
  });
});

describe('the home page', () => {
  const home = documentOf('');
  const stopped = [...home.querySelectorAll('.stopped li')];

  it('lists what stopped holding, that which did last first, each with its sentence, its day and how long it held', () => {
    expect(stopped.map((item) => plain(item.querySelector('small:last-child')?.textContent))).toEqual([
      'Failed Nov 8, 2024, 113 days after publication',
      'Failed Nov 8, 2024, 114 days after publication',
      'Failed Nov 6, 2024, 111 days after publication',
      'Failed Nov 6, 2024, 112 days after publication',
      'Failed Oct 16, 2024, 91 days after publication',
      'Failed Jul 17, 2024, on the day of publication',
    ]);
    for (const item of stopped) {
      const [, slug, id] = /^\/reports\/([^/]+)\/#(.+)$/.exec(item.querySelector('a')?.getAttribute('href') ?? '') ?? [];
      expect(reports.find((report) => report.slug === slug)?.lapsed).toContain(id);
    }
    expect(home.querySelector('.stopped .more a')?.getAttribute('href')).toBe('/claims/no-longer-holds/');
  });

  it('has the lead of each report’s first series since its publication, nothing where it names no pair or no close has followed', () => {
    const cells = [...home.querySelectorAll('.archive tbody tr')].map((row) => {
      const cell = row.querySelector('.archive__since');
      return [
        row.querySelector('th a')?.getAttribute('href'),
        seenIn(cell?.querySelector('b')),
        cell?.querySelectorAll('.sparkline').length,
      ];
    });
    const found = reports.map(({ slug, since }) => {
      const lead = since?.horizons.find(({ horizon }) => horizon === 'latest')?.reached?.difference.display;
      return [`/reports/${slug}/`, plain(lead), lead ? 1 : 0];
    });
    expect(cells).toEqual(found.reverse());
    expect(cells.at(-1)).toEqual([`/reports/${first.slug}/`, '−2.1 pp', 1]);
    expect(cells.map(([, , drawn]) => drawn)).toContain(0);
  });
});
