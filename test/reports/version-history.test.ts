/** The versions of the report of test/cases/treasury that was clarified once and corrected once. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileAll, openDesk } from '../../src/reports/desk.ts';
import { reportOf } from '../../src/reports/library.ts';
import { type Version, versionsOf } from '../../src/reports/version-history.ts';

const SLUG = '2024-11-01-the-long-inversion';
const DATA = 'test/cases/treasury/data';

function versions(change: (text: string) => string = (text) => text): Version[] {
  const desk = openDesk({ content: 'test/cases/treasury/content', data: DATA });
  const [file] = desk.content.reports.filter(({ slug }) => slug === SLUG);
  const content = { ...desk.content, reports: [{ ...file, text: change(file.text) }] };
  const [compiled] = compileAll({ ...desk, content });
  const report = reportOf(compiled, desk);
  if (!report) throw new Error('the report can’t be compiled');
  return versionsOf(report);
}

describe('the versions of a report', () => {
  it('have their days, their entries and the bytes that were kept', () => {
    const all = versions();
    expect(all.map(({ number, date, entries }) => [number, date, entries.map(({ anchor }) => anchor)])).toEqual([
      [1, '2024-11-01', []],
      [2, '2024-11-04', ['correction-2024-11-04']],
      [3, '2024-11-06', ['correction-2024-11-06']],
    ]);
    const kept = [`versions/${SLUG}/1`, `versions/${SLUG}/2`, SLUG].map((name) => readFileSync(`${DATA}/metrics/${name}.json`, 'utf8'));
    expect(all.map(({ text }) => text)).toEqual(kept);
  });

  it('say which sentences and which statements are another', () => {
    const [first, second, third] = versions();
    expect(first.changes).toBe(null);
    expect(second.changes).toMatchObject({
      sentences: [{ was: expect.stringMatching(/^For a week/) }],
      statements: [],
      figures: [],
      isRepinned: false,
    });
    expect(third.changes?.sentences).toHaveLength(1);
    expect(third.changes?.statements).toMatchObject([
      { was: { id: 'f13', text: 'fallen 130 basis points' }, now: { id: 'f13', text: 'fallen 145 basis points' } },
    ]);
  });

  it('know a statement by what it says where others have taken its number', () => {
    const added = versions((text) =>
      text
        .replace('\n## How deep it went', '\nIt closed at <Fact m="ust2y" at="2022-07-05">2.82%</Fact> then.\n\n## How deep it went')
        .replace(
          'why: The fall was counted from May 31.\n',
          'why: The fall was counted from May 31.\n  - { date: 2024-11-07, kind: update, why: More. }\n',
        ),
    );
    expect(added.at(-1)).toMatchObject({ number: 4, date: '2024-11-07' });
    expect(added.at(-1)?.changes?.statements).toMatchObject([{ was: null, now: { text: '2.82%' } }]);
  });
});
