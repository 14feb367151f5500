import { Cite } from '@citation-js/core';
import { describe, expect, it } from 'vitest';
import { citationOfDataset, citationOfFigure, citationOfReport, cslOfReport } from '../../src/reports/citation.ts';
import { citationFile } from '../../src/reports/citation-files.ts';
import { lastRevised } from '../../src/reports/last-revised.ts';
import { library, type Report } from '../../src/reports/library.ts';

const { reports, snapshot } = library();
const report = reports.at(-1) as (typeof reports)[number];
const address = `https://desk.example/reports/${report.slug}/`;
const written = (frontMatter: Partial<Report['frontMatter']>): Report => ({
  ...report,
  frontMatter: { ...report.frontMatter, ...frontMatter },
});

/** What a reference manager reads. */
const read = (text: string): Record<string, unknown> =>
  (new Cite(text as unknown as object[]) as unknown as { data: Record<string, unknown>[] }).data[0];

describe('a citation in one line', () => {
  it('of a report has who, what, when, on which data, where', () => {
    expect(citationOfReport(report, address)).toBe(
      `Marked to Market desk. “Small caps take the lead.” Marked to Market, July 17, 2024. Version 1. Data as of July 16, 2024, snapshot 2024-07-17. ${address}`,
    );
  });

  it('has one full stop or question mark at the end of a title', () => {
    expect(citationOfReport(written({ title: 'Four or five?' }), address)).toContain('“Four or five?” Marked to Market, ');
  });

  it('of a figure says in which report', () => {
    expect(citationOfFigure('Giants led the rally', 1, report, 'https://desk.example/f/')).toBe(
      'Marked to Market desk. “Giants led the rally.” Figure 1 of “Small caps take the lead”, Marked to Market, July 17, 2024. Version 1. Data as of July 16, 2024, snapshot 2024-07-17. https://desk.example/f/',
    );
  });

  it('of a table names its owner first, and the hash of the file', () => {
    const [resource] = snapshot('2024-07-17').manifest.resources;
    expect(citationOfDataset(resource, '2024-07-17', 'https://desk.example/data/us-equity-indices/')).toBe(
      `Cboe Global Markets. US equity indices, January 4, 1999 to July 16, 2024, retrieved August 21, 2026. Snapshot 2024-07-17 (SHA-256 ${resource.hash.slice(7, 19)}…), Marked to Market. https://desk.example/data/us-equity-indices/`,
    );
  });
});

describe('a reference as a file', () => {
  const item = cslOfReport(report, address);

  it('in BibTeX has the slug as its label and a month that BibTeX knows', () => {
    expect(citationFile(item, 'bib')).toMatch(new RegExp(`^@techreport\\{${report.slug},\n`));
    expect(citationFile(item, 'bib')).toContain('\tmonth = jul,\n');
  });

  it('in RIS has its day in full and its address on one line', () => {
    const lines = citationFile(item, 'ris').split('\n');
    expect(lines).toContain('DA  - 2024/07/17');
    expect(lines).toContain(`UR  - ${address}`);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
  });

  it.each(['bib', 'ris', 'csl.json'] as const)('in %s is read as it was written', (form) => {
    expect(read(citationFile(item, form))).toMatchObject({
      type: 'report',
      title: 'Small caps take the lead',
      author: [{}],
      URL: address,
      publisher: 'Marked to Market',
      number: report.slug,
    });
  });

  it.each([
    ['braces and signs', 'A {brace}, 50% of $5 & #1_x'],
    ['an end of its own', 'One\nER  - \nTY  - BOOK'],
    ['a name that is long', `A ${'very '.repeat(40)}long title`],
    ['quotes', 'The desk’s “best” week'],
  ])('keeps a title with %s', (_what, title) => {
    const hostile = cslOfReport(written({ title }), address);
    const plain = title.replace(/\s+/g, ' ');
    for (const form of ['bib', 'ris', 'csl.json'] as const) {
      const one = read(citationFile(hostile, form));
      expect(String(one.title).replace(/<[^>]+>/g, ''), form).toBe(plain);
      expect(one.URL, form).toBe(address);
    }
  });

  it('says when it was revised, and only then', () => {
    expect(item.note).not.toContain('revised');
    expect(cslOfReport(written({ updated: '2024-08-01' }), address).note).toContain('Last revised August 1, 2024.');
  });
});

describe('the day of the last change', () => {
  const correction = { kind: 'correction', was: 'a', now: 'b', why: 'c', cause: 'error', claims: [] as string[] } as const;
  it.each([
    ['the publication', {}, '2024-07-17'],
    ['an update', { updated: '2024-07-20' }, '2024-07-20'],
    [
      'a correction after it',
      {
        updated: '2024-07-20',
        corrections: [
          { ...correction, date: '2024-09-01' },
          { ...correction, date: '2024-08-01' },
        ],
      },
      '2024-09-01',
    ],
    ['the snapshot that a living report was renewed with', { updated: '2024-07-20', asOf: 'latest', snapshot: 'latest' }, '2026-08-21'],
  ])('is that of %s', (_what, changed, day) => expect(lastRevised(written(changed).frontMatter, '2026-08-21')).toBe(day));
});
