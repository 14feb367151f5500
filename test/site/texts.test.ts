import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/charts/kinds/index.ts';
import { signatureOf } from '../../src/metrics/measure.ts';
import { measures } from '../../src/metrics/measures/index.ts';
import { readContent } from '../../src/reports/content.ts';
import { METHOD_SECTIONS } from '../../src/reports/method-sections.ts';
import type { AssertionRecord, MetricsRecord } from '../../src/reports/record.ts';
import { countStatuses, statuses } from '../../src/reports/status.ts';
import { topicSlug } from '../../src/reports/topics.ts';
import { statusNow } from './status-now.ts';

const documentOf = (path: string): Document => parseHTML(readFileSync(join('dist', path, 'index.html'), 'utf8')).document;
const plain = (text: string | null | undefined): string =>
  (text ?? '').replaceAll('\u00A0', ' ').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
const foldersIn = (path: string): string[] =>
  readdirSync(join('dist', path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
const hrefsOf = (document: Document, selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((link) => link.getAttribute('href') ?? '');

const { glossary, people, sources } = readContent('content');
// Newest first, as everywhere.
const records = readdirSync('content/reports')
  .sort()
  .reverse()
  .map((slug) => JSON.parse(readFileSync(`data/metrics/${slug}.json`, 'utf8')) as MetricsRecord);
type Attributed = Exclude<AssertionRecord, { kind: 'fact' }>;
const said = records.flatMap(({ report, assertions }) =>
  assertions.flatMap((assertion) => (assertion.kind === 'fact' ? [] : [{ report, assertion: assertion as Attributed }])),
);

/** '6 contradicted': the counts that a page prints, its words in the order of statuses. */
const countsOn = (root: ParentNode): string[] => [...root.querySelectorAll('.count')].map((count) => plain(count.textContent));
const countsOf = (claims: readonly { report: string; assertion: AssertionRecord }[]): string[] =>
  countStatuses(claims.map(({ report, assertion }) => statusNow(report, assertion))).map(
    ({ status, count }) => `${count} ${status.counted[count === 1 ? 0 : 1]}`,
  );

describe.each([
  ['people', 'by', people],
  ['sources', 'source', sources],
] as const)('the pages of %s', (folder, key, cards) => {
  const of = (id: string) => said.filter(({ assertion }) => assertion[key] === id);
  const ids = [...new Set(said.map(({ assertion }) => assertion[key]))].sort();

  it('are those of everyone who says something in a report, and no others', () => {
    expect(foldersIn(folder)).toEqual(ids);
    expect(hrefsOf(documentOf(folder), '.list tbody th a').toSorted()).toEqual(ids.map((id) => `/${folder}/${id}/`));
  });

  it.each(ids)('%s has all that was said, with its status, its place and its working', (id) => {
    const page = documentOf(`${folder}/${id}`);
    const rows = [...page.querySelectorAll('.claims tbody tr')];
    expect(rows.map((row) => row.querySelector('.claims__statement > a')?.getAttribute('href'))).toEqual(
      of(id).map(({ report, assertion }) => `/reports/${report}/#${assertion.id}`),
    );
    for (const [index, { report, assertion }] of of(id).entries()) {
      const [row, where] = [rows[index], `${report} ${assertion.id}`];
      expect(plain(row.querySelector('.claims__statement b')?.textContent), where).toBe(
        assertion.kind === 'quote' ? `"${plain(assertion.text)}"` : plain(assertion.text),
      );
      expect(row.querySelector('.status')?.textContent, where).toBe(statusNow(report, assertion).word);
      expect(row.querySelector('td:last-child a')?.getAttribute('href'), where).toBe(
        assertion.kind === 'call' ? `/calls/${report}/${assertion.id}/` : `/reports/${report}/#w-${assertion.id}`,
      );
    }
  });

  it.each(ids)('%s counts as the records do, on its page and in the list', (id) => {
    const expected = countsOf(of(id));
    expect(countsOn(documentOf(`${folder}/${id}`).querySelector('.page__facts') as Element)).toEqual(expected);
    const row = documentOf(folder).querySelector(`.list a[href="/${folder}/${id}/"]`)?.closest('tr');
    expect(countsOn(row as Element)).toEqual(expected);
  });

  it.each(ids)('%s is linked from each report it stands in', (id) => {
    for (const report of new Set(of(id).map((claim) => claim.report)))
      expect(hrefsOf(documentOf(`reports/${report}`), 'a'), report).toContain(`/${folder}/${id}/`);
  });

  it('have a name each, from its card', () => {
    for (const id of ids) {
      const card = cards.get(id);
      const name = card && 'name' in card ? card.name : card?.title;
      expect(plain(documentOf(`${folder}/${id}`).querySelector('h1')?.textContent).toLowerCase()).toBe(plain(name).toLowerCase());
    }
  });
});

describe('the page of a source', () => {
  it('shows our figure beside each that the data have one for, and says why of each other', () => {
    for (const id of sources.keys()) {
      const rows = [...documentOf(`sources/${id}`).querySelectorAll('.claims tbody tr')];
      const claims = said.filter(({ assertion }) => assertion.source === id);
      for (const [index, { report, assertion }] of claims.entries()) {
        if (assertion.kind !== 'reported') continue;
        const cell = rows[index].querySelector('.claims__published');
        const printed = plain(cell?.querySelector('[aria-hidden]')?.textContent ?? cell?.textContent);
        const { ours, why } = assertion;
        const expected = ours ? plain(ours.unit === 'sessions' ? ours.display : ours.exact) : `Not checked: ${why}`;
        expect(printed, `${report} ${assertion.id}`).toBe(expected);
      }
    }
  });

  it('says whether its text is held, with the hash', () => {
    for (const [id, { textHash }] of sources) {
      const facts = plain(documentOf(`sources/${id}`).querySelector('.page__facts')?.textContent);
      expect(facts).toContain(textHash ? textHash.replace('sha256:', '') : 'We do not hold it');
    }
  });
});

describe('topics and the archive', () => {
  const topics = new Map<string, string[]>();
  for (const { report } of records) {
    const [, list = ''] = /^topics: \[(.*)\]$/m.exec(readFileSync(`content/reports/${report}/index.mdx`, 'utf8')) ?? [];
    for (const topic of list.split(', ')) topics.set(topic, [...(topics.get(topic) ?? []), report]);
  }
  const reportsOn = (path: string): string[] => hrefsOf(documentOf(path), '.archive__title a').map((href) => href.split('/')[2]);

  it('the archive has every report, newest first, under its year', () => {
    expect(reportsOn('reports')).toEqual(records.map(({ report }) => report));
    expect([...documentOf('reports').querySelectorAll('.archive__year')].map((row) => plain(row.textContent))).toEqual([
      ...new Set(records.map(({ report }) => report.slice(0, 4))),
    ]);
  });

  it('each topic has a page with its reports and their figures', () => {
    expect(foldersIn('topics')).toEqual([...topics.keys()].map(topicSlug).sort());
    for (const [topic, reports] of topics) {
      const path = `topics/${topicSlug(topic)}`;
      expect(reportsOn(path)).toEqual(reports);
      expect(hrefsOf(documentOf(path), '.figures a')).toEqual(
        records
          .filter(({ report }) => reports.includes(report))
          .flatMap(({ report, figures }) => figures.map(({ id }) => `/reports/${report}/figures/${id}/`)),
      );
      expect(hrefsOf(documentOf(path), 'a')).toContain(`/${path}/feed.xml`);
    }
  });

  it('the topics above a headline lead to their pages', () => {
    for (const [topic, reports] of topics)
      for (const path of ['', `reports/${reports[0]}`])
        expect(hrefsOf(documentOf(path), '.kicker a')).toContain(`/topics/${topicSlug(topic)}/`);
  });
});

describe('the method', () => {
  const page = documentOf('method');

  it('has each of its sections once, and the contents lead to them in their order', () => {
    const ids = Object.keys(METHOD_SECTIONS);
    expect([...page.querySelectorAll('.page__main h2')].map(({ id }) => id)).toEqual(ids);
    expect(hrefsOf(page, '.page__contents a')).toEqual(ids.map((id) => `#${id}`));
  });

  it('lists every measure, every status in its own words, and every kind of chart', () => {
    const rows = [...page.querySelectorAll('.list--measures tbody tr')];
    expect(rows.map((row) => [row.id, row.querySelector('code')?.textContent])).toEqual(
      [...measures.values()].map((measure) => [`measure-${measure.name}`, signatureOf(measure)]),
    );
    expect([...page.querySelectorAll('.statuses > div')].map((row) => [...row.children].map((cell) => plain(cell.textContent)))).toEqual(
      statuses.map(({ word, means }) => [word, plain(means)]),
    );
    expect([...page.querySelectorAll('h3')].map(({ id }) => id)).toEqual([...kinds.keys()].map((kind) => `chart-${kind}`));
  });

  it('says how a chart is read without the attributes that draw it', () => {
    for (const { name, purpose } of kinds.values()) expect(purpose, name).not.toContain('`');
  });
});

describe('the glossary', () => {
  const page = documentOf('glossary');

  it('has each term with its definition under its anchor', () => {
    expect(page.querySelectorAll('.terms dt')).toHaveLength(glossary.size);
    for (const [id, { term, definition }] of glossary) {
      const entry = page.getElementById(id);
      expect([plain(entry?.querySelector('dt')?.textContent), plain(entry?.querySelector('dd')?.textContent)]).toEqual([
        term,
        plain(definition),
      ]);
    }
  });

  it('is linked from reports by terms that are marked as such, and only from there', () => {
    for (const { report } of records) {
      const links = [...documentOf(`reports/${report}`).querySelectorAll('.body a[href^="/glossary/#"]')];
      expect(links.length).toBeGreaterThan(5);
      for (const link of links) {
        expect(link.className).toBe('term');
        expect(glossary.has(link.getAttribute('href')?.split('#')[1] ?? '')).toBe(true);
      }
    }
  });
});

it('there are no corrections, as of the newest day there was reason to look: that of the newest snapshot or report', () => {
  const [newest = ''] = [...readdirSync('data/snapshots'), ...records.map(({ report }) => report.slice(0, 10))].sort().reverse();
  const inWords = new Date(newest).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });
  expect(plain(documentOf('corrections').querySelector('.page__main')?.textContent)).toBe(`No corrections as of ${inWords}.`);
});
