import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { previewState } from '../../src/preview/state.ts';
import type { Folders } from '../../src/reports/desk.ts';
import { type Kept, lookAtDesk, nothingKept } from '../../src/reports/live-desk.ts';
import { copyDesk } from '../support/command.ts';

const A = '2024-07-17-a-small-desk';
const B = '2024-07-17-another';

/** A desk of two reports, the second of which quotes nobody. */
describe('a desk while its author writes', () => {
  let folders: Folders;
  let kept: Kept;
  const pathOf = (slug: string): string => join(folders.content, 'reports', slug, 'index.mdx');
  const edit = (path: string, from: string, to: string): void => {
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  };
  /** Slugs of the reports that were compiled. */
  const look = (): string[] => {
    const desk = lookAtDesk(folders, kept);
    const stale = [...desk.stale];
    for (const slug of stale) desk.compile(slug);
    desk.show();
    return stale;
  };

  beforeEach(() => {
    const { content, data } = copyDesk();
    folders = { content, data };
    kept = nothingKept();
    cpSync(join(content, 'reports', A), join(content, 'reports', B), { recursive: true });
    writeFileSync(pathOf(B), readFileSync(pathOf(B), 'utf8').replace(/Somebody counted[\s\S]*<\/Quote>\n/, ''));
    expect(look()).toEqual([A, B]);
    expect(look()).toEqual([]);
  });

  it.each<[string, () => void, string[]]>([
    ['a text: that report', () => edit(pathOf(A), 'On Tuesday', 'Then, on Tuesday,'), [A]],
    [
      'a person’s card: none, for pages have it from the card',
      () => edit(join(folders.content, 'people/dan-wantrobski.yaml'), 'name: ', 'name: Mr '),
      [],
    ],
    ['a person who is gone: those who quote them', () => rmSync(join(folders.content, 'people/dan-wantrobski.yaml')), [A]],
    [
      'a source’s card: those who quote from it',
      () => edit(join(folders.content, 'sources/note.yaml'), 'date: ', 'approximate: true\ndate: '),
      [A],
    ],
    [
      'named metrics: all',
      () => writeFileSync(join(folders.content, 'metrics.yaml'), 'x: { title: X, shortTitle: X, metric: rut }\n'),
      [A, B],
    ],
    ['names: all', () => writeFileSync(join(folders.content, 'names.yaml'), 'Gold: []\n'), [A, B]],
    ['the glossary: none', () => writeFileSync(join(folders.content, 'glossary.yaml'), 'beta: { term: Beta, definition: A word. }\n'), []],
    [
      'another snapshot: none',
      () => cpSync(join(folders.data, 'snapshots/2024-07-17'), join(folders.data, 'snapshots/2024-07-24'), { recursive: true }),
      [],
    ],
    [
      'a table that was touched: those pinned to it',
      () => edit(join(folders.data, 'snapshots/2024-07-17/us-equity-indices.csv'), '2263.67', '2263.68'),
      [A, B],
    ],
  ])('compiles after a change of %s', (_, change, compiled) => {
    change();
    expect(look()).toEqual(compiled);
    expect(look()).toEqual([]);
  });

  it('compiles a living report where there is a newer snapshot', () => {
    edit(pathOf(B), 'asOf: 2024-07-16\nsnapshot: 2024-07-17', 'asOf: latest\nsnapshot: latest');
    edit(pathOf(B), 'On Tuesday it', 'It');
    expect(look()).toEqual([B]);
    const [from, to] = ['2024-07-17', '2024-07-24'].map((id) => join(folders.data, 'snapshots', id));
    cpSync(from, to, { recursive: true });
    expect(look()).toEqual([B]);
    expect(kept.library?.reports.find(({ slug }) => slug === B)?.record.snapshot.id).toBe('2024-07-24');
    expect(look()).toEqual([]);
  });

  it('shows the last text that could be compiled, and leaves its record', () => {
    const record = join(folders.data, 'metrics', `${A}.json`);
    const before = readFileSync(record, 'utf8');
    edit(pathOf(A), 'return(rut, 5d)', 'return(rtu, 5d)');
    look();
    const state = previewState(kept, 0, () => null);
    expect(state.reports.map(({ slug, shown }) => [slug, shown])).toEqual([
      [A, 'last'],
      [B, 'current'],
    ]);
    expect(state.findings).toMatchObject([{ rule: 'unknown-series', report: A, write: 'rut', excerpt: { caret: 36 } }]);
    expect(kept.library?.reports.map(({ slug }) => slug)).toEqual([A, B]);
    expect(readFileSync(record, 'utf8')).toBe(before);
  });

  it('gives the words that hold for a Fact, and those around a loose statement', () => {
    edit(pathOf(A), 'closed up 3.5%', 'closed up 3.6%');
    edit(pathOf(A), 'Somebody counted', 'It led 4 times, somebody counted');
    look();
    expect(previewState(kept, 0, () => null).findings).toMatchObject([
      { rule: 'fact-fails', write: 'closed up 3.5%', around: null, excerpt: null },
      {
        rule: 'loose-statement',
        write: null,
        around: { before: 'It led ', words: '4 times', after: ', somebody counted ' },
        excerpt: null,
      },
    ]);
  });

  it('gives the same as a whole check', async () => {
    const { checkDesk } = await import('../../src/reports/check.ts');
    edit(pathOf(B), 'closed up 3.5%', 'closed up 3.6%');
    edit(pathOf(B), '[the first figure](#fig1)', '[the first figure](#figure)');
    look();
    const told = previewState(kept, 0, () => null).findings.map(({ rule, line }) => [rule, line]);
    expect(told).toEqual(checkDesk(folders).findings.map(({ rule, line }) => [rule, line]));
    expect(told).toHaveLength(2);
  });
});
