import { describe, expect, it } from 'vitest';
import { type FeedEntry, feedText } from '../../src/reports/feed.ts';
import { claimsInWords, correctionEntries, reportEntries } from '../../src/reports/feed-entries.ts';
import { library, type Report } from '../../src/reports/library.ts';
import { addresses } from '../support/addresses.ts';

const { reports } = library();
const report = reports.at(-1) as (typeof reports)[number];
const corrected = (...dates: string[]): Report => ({
  ...report,
  frontMatter: {
    ...report.frontMatter,
    corrections: dates.map((date) => ({
      date,
      kind: 'correction',
      was: 'rose <3%',
      now: 'rose 4%',
      why: 'A & B.',
      cause: 'error',
      claims: [],
    })),
  },
});

function jsonFeed(entries: readonly FeedEntry[]): { items: Record<string, unknown>[] } {
  const self = { xml: 'https://desk.example/feed.xml', json: 'https://desk.example/feed.json' };
  const { home, icon } = addresses;
  return JSON.parse(
    feedText({ path: '/', title: 'T', description: 'D', page: home, home, icon, self, entries, since: '2024-01-01' }, 'json'),
  );
}

describe('the entry of a report', () => {
  it('has its address as id and link, and its takeaways and claims as content', () => {
    const [entry] = reportEntries([report], addresses);
    expect(entry).toMatchObject({ id: addresses.report(report.slug), link: addresses.report(report.slug), published: '2024-07-17' });
    expect(entry.html.match(/<li>/g)).toHaveLength(report.takeaways.length);
    expect(entry.html).toContain('S&amp;P 500');
    expect(entry.html).toContain(claimsInWords(report.record.assertions));
  });

  it('is updated on the day of its last correction', () => {
    expect(reportEntries([corrected('2024-08-02')], addresses)[0]).toMatchObject({ published: '2024-07-17', updated: '2024-08-02' });
  });
});

describe('the entries of corrections', () => {
  it('are newest first, each with an id of its own', () => {
    const entries = correctionEntries([corrected('2024-08-02', '2024-09-01', '2024-08-02')], addresses);
    expect(entries.map(({ id }) => id.replace(addresses.report(report.slug), ''))).toEqual([
      '#correction-2024-09-01',
      '#correction-2024-08-02',
      '#correction-2024-08-02-2',
    ]);
  });

  it('strike the old words out, as text', () => {
    const [{ html, title }] = correctionEntries([corrected('2024-08-02')], addresses);
    expect(title).toBe('Correction: Small caps take the lead');
    expect(html).toBe('<p><del>rose &lt;3%</del> <ins>rose 4%</ins></p><p>A &amp; B.</p>');
  });
});

describe('a JSON feed', () => {
  it('has plain titles and absolute, unique ids', () => {
    const { items } = jsonFeed(reportEntries(reports, addresses));
    expect(items.map(({ title }) => title)).toEqual(reports.map(({ frontMatter }) => frontMatter.title.replaceAll('\u00A0', ' ')));
    expect(new Set(items.map(({ id }) => id)).size).toBe(reports.length);
    for (const { id, date_published: published } of items) {
      expect(URL.canParse(String(id))).toBe(true);
      expect(published).toMatch(/^\d{4}-\d{2}-\d{2}T00:00:00\.000Z$/);
    }
  });

  it('is a feed without entries too', () => expect(jsonFeed([]).items).toEqual([]));
});
