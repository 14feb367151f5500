import { describe, expect, it } from 'vitest';
import { library, type Report } from '../../src/reports/library.ts';
import {
  linkedBreadcrumbs,
  linkedDataset,
  linkedDataText,
  linkedFigure,
  linkedPerson,
  linkedReport,
  linkedSite,
  linkedSource,
} from '../../src/reports/linked-data.ts';
import { addresses } from '../support/addresses.ts';
import { faultsOfThing } from '../support/linked-data.ts';

const { reports, people, sources, snapshot, newest } = library();
const report = reports.at(-1) as (typeof reports)[number];
const { resources } = snapshot(report.record.snapshot.id).manifest;
const surroundings = { people, sources, addresses };

const corrected: Report = {
  ...report,
  frontMatter: {
    ...report.frontMatter,
    authors: ['The desk', 'A. Guest'],
    corrections: [
      { date: '2024-08-02', kind: 'correction', was: '3.5%', now: '3.6%', why: 'A digit was wrong.', cause: 'error', claims: [] },
    ],
  },
};

describe('what readers of JSON-LD ask for', () => {
  it.each([
    ['the site', linkedSite(addresses)],
    ['each report', reports.map((each) => linkedReport(each, resources, surroundings))],
    ['a report with a correction', linkedReport(corrected, resources, surroundings)],
    ['each table', newest.manifest.resources.map((resource) => linkedDataset(resource, addresses))],
    ['each figure', report.record.figures.map((figure) => linkedFigure(figure, report, resources, addresses))],
    ['each person', [...people].map(([id, person]) => linkedPerson(id, person, addresses))],
    ['each source', [...sources].map(([id, source]) => linkedSource(id, source, addresses))],
    ['the way to a page', linkedBreadcrumbs([['Reports', addresses.reports]])],
  ])('stands in %s', (_name, things) => expect(faultsOfThing(things)).toEqual([]));

  it('is missed where it is not there', () => {
    const { name, ...nameless } = linkedDataset(resources[0], addresses) as unknown as Record<string, unknown>;
    expect(faultsOfThing(nameless)).toEqual(['$: has no name']);
    expect(faultsOfThing({ '@type': 'Organization', name, url: '/about/' })).toEqual(['$.url: is no absolute address: /about/']);
    expect(faultsOfThing({ '@type': 'CorrectionComment', text: 'x', datePublished: 'May 1' })).toEqual([
      '$.datePublished: is no day: May 1',
    ]);
  });

  it('a description of a table has the 50 to 5,000 characters that Google takes', () => {
    for (const resource of newest.manifest.resources) {
      const { length } = String((linkedDataset(resource, addresses) as { description?: string }).description);
      expect(length).toBeGreaterThanOrEqual(50);
      expect(length).toBeLessThanOrEqual(5000);
    }
  });
});

describe('a report', () => {
  const linked = linkedReport(corrected, resources, surroundings) as unknown as Record<string, unknown>;

  it('is by the desk, which is an organization, and by whom else it names', () => {
    expect(linked.author).toMatchObject([
      { '@type': 'Organization', name: 'Marked to Market desk' },
      { '@type': 'Person', name: 'A. Guest' },
    ]);
  });

  it('was modified on the day of its last correction, which it tells', () => {
    expect(linked).toMatchObject({
      datePublished: '2024-07-17',
      dateModified: '2024-08-02',
      correction: [{ datePublished: '2024-08-02', text: 'A digit was wrong. Was: 3.5% Now: 3.6%' }],
    });
  });

  it('has a quotation for each quote of its record, with its speaker, at its place in the page', () => {
    const quotes = report.record.assertions.filter(({ kind }) => kind === 'quote');
    expect(quotes.length).toBeGreaterThan(0);
    expect(linked.hasPart).toMatchObject(
      quotes.map(({ id }) => ({
        '@type': 'Quotation',
        '@id': `${addresses.report(report.slug)}#${id}`,
        spokenByCharacter: { '@type': 'Person' },
      })),
    );
  });
});

describe('a table', () => {
  const [priv, pub] = ['us-equity-indices', 'treasury-yields'].map((name) => resources.find((resource) => resource.name === name));
  const download = `${addresses.dataset('treasury-yields')}treasury-yields.csv`;

  it('is for download only where all of it may be passed on, with its hash', () => {
    if (!priv || !pub) throw new Error('the tables are not there');
    expect(linkedDataset(priv, addresses, download)).not.toHaveProperty('distribution');
    expect(linkedDataset(pub, addresses)).not.toHaveProperty('distribution');
    expect(linkedDataset(pub, addresses, download)).toMatchObject({
      isAccessibleForFree: true,
      distribution: { contentUrl: download, sha256: pub.hash.slice('sha256:'.length), contentSize: `${pub.bytes} B` },
    });
  });
});

describe('the script that carries them', () => {
  it.each(['</script><script>alert(1)</script>', '<!-- <script>', ']]>', '"}\u2028'])('is not ended by %s', (title) => {
    const text = linkedDataText([linkedReport({ ...report, frontMatter: { ...report.frontMatter, title } }, resources, surroundings)]);
    expect(text).not.toContain('<');
    expect(JSON.parse(text)['@graph'][0].headline).toBe(title);
  });
});
