import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/data/hash.ts';
import { checkDesk } from '../../src/reports/check.ts';
import { compileAll, compileMarks, type Folders, MARKS, openDesk, writeChangedRecord, writeRecord } from '../../src/reports/desk.ts';
import { lookAtDesk, nothingKept } from '../../src/reports/live-desk.ts';
import { formatMarks } from '../../src/reports/marks-record.ts';
import { copyDesk } from '../support/command.ts';

const SLUG = '2024-07-17-a-small-desk';
const TOPICS = 'topics: [Tests]\n';
/** The same words, and the entry that tells of others. */
const [WORDS, OTHERS] = ['Somebody counted <', 'Someone counted <'];
const ENTRY = '  - { date: 2024-07-18, kind: clarification, was: Somebody, now: Someone, why: It was one person. }\n';

describe('the history of a published report', () => {
  let folders: Folders;
  let report: string;
  let record: string;
  let first: string;
  const version = (number: number): string => join(folders.data, 'metrics/versions', SLUG, `${number}.json`);
  const edit = (path: string, ...changes: readonly (readonly [from: string, to: string])[]): void => {
    let text = readFileSync(path, 'utf8');
    for (const [from, to] of changes) {
      expect(text).toContain(from);
      text = text.replace(from, to);
    }
    writeFileSync(path, text);
  };
  const rules = (): string[] => checkDesk(folders).findings.map(({ rule }) => rule);
  /** What `npm run metrics` does with the records. */
  const metrics = (): ({ kept: string | null } | null)[] => {
    const written = compileAll(openDesk(folders)).map((compiled) => writeRecord(folders, compiled));
    const marks = compileMarks(openDesk(folders));
    if (marks) writeChangedRecord(folders, MARKS, formatMarks(marks));
    return written;
  };

  beforeEach(() => {
    const desk = copyDesk();
    [folders, report, record] = [{ content: desk.content, data: desk.data }, desk.report, desk.record];
    first = readFileSync(record, 'utf8');
  });

  it('refuses other words without an entry, and says which; with it, the version before is kept byte for byte', () => {
    edit(report, ['closed up 3.5%', 'gained 3.5%']);
    const { findings } = checkDesk(folders);
    expect(findings).toMatchObject([{ rule: 'wording-changed', path: report, line: 2 }]);
    const [{ message }] = findings;
    expect(message).toContain(
      "'On Tuesday it closed up 3.5% at 2,263.7, …' is now 'On Tuesday it gained 3.5% at 2,263.7, …'. A published report",
    );
    expect(metrics()).toEqual([null]);
    expect(readFileSync(record, 'utf8')).toBe(first);

    // The entry of the message, as it stands, is refused until its day and its reason are written.
    const [entry] = /- \{.*?\}/.exec(message) ?? [];
    expect(entry).toContain('claims: [ "f2" ], was: "closed up 3.5%", now: "gained 3.5%"');
    edit(report, [TOPICS, `${TOPICS}corrections:\n  ${entry}\n`]);
    expect(rules()).toEqual(['wrong-value', 'wrong-value']);
    edit(report, ['YYYY-MM-DD', '2024-07-18'], ['why: ""', 'why: A better word.']);
    expect(rules()).toEqual(['record-drift']);
    expect(metrics()).toEqual([{ kept: version(1) }]);
    expect(readFileSync(version(1), 'utf8')).toBe(first);
    expect(JSON.parse(readFileSync(record, 'utf8'))).toMatchObject({
      version: 2,
      previous: sha256(first),
      corrections: [{ why: 'A better word.' }],
    });
    expect(rules()).toEqual([]);
    expect(metrics()).toEqual([null]);
  });

  it.each<[string, [string, string][]]>([
    ['another topic', [['[Tests]', '[Tests, More]']]],
    ['an assertion by another id', [['m="streak(rut)"', 'm="streak(rut)" id="streak"']]],
    [
      'another end of a line, a comment, another order of attributes',
      [
        ['ahead of the S&P 500 by\n', 'ahead of the S&P 500\nby '],
        ['See [', '{/* a comment */}See ['],
        ['m="return(spx, 1d)" at="2024-07-11"', 'at="2024-07-11" m="return(spx, 1d)"'],
      ],
    ],
    [
      'a word in a draft',
      [
        [TOPICS, `${TOPICS}draft: true\n`],
        [WORDS, OTHERS],
      ],
    ],
  ])('lets pass %s', (_, changes) => {
    edit(report, ...changes);
    expect(rules()).toEqual(['record-drift']);
    expect(metrics()).toEqual([{ kept: null }]);
    expect(rules()).toEqual([]);
    expect(existsSync(version(1))).toBe(false);
  });

  it.each<[string, [string, string], string]>([
    ['a word of the headline', ['title: A small desk', 'title: A little desk'], "'A small desk' is now 'A little desk'"],
    ['a new sentence', ['See [', 'It is new.\n\nSee ['], "'It is new.' is new"],
    ['a sentence that is gone', ['See [the first figure](#fig1).', ''], "'See the first figure.' is gone"],
    [
      'the metric behind the same words',
      ['<Fact m="return(rut, 1d)">', '<Fact m="-(-return(rut, 1d))">'],
      "(f2: 'return(rut, 1d) on 2024-07-16' is now",
    ],
    [
      'the number that a Fact prints',
      ['m="rut" />', 'm="spx" />'],
      "up 3.5% at 2,263.7, ahead of the …' is now '… up 3.5% at 5,667.2, ahead of the …'",
    ],
    ['where a link leads', ['(#fig1)', '(#daily)'], '(a link, a label or how a figure is drawn)'],
    ['how long a figure is', ['sessions="10"', 'sessions="9"'], '(a link, a label or how a figure is drawn)'],
  ])('refuses %s', (_, change, told) => {
    edit(report, change);
    const { findings } = checkDesk(folders);
    expect(findings.map(({ rule }) => rule)).toEqual(['wording-changed']);
    expect(findings[0].message).toContain(told);
    expect(metrics()).toEqual([null]);
  });

  /** A snapshot of the same tables. */
  const addSnapshot = (): void => {
    const [older, newest] = ['2024-07-17', '2024-07-24'].map((id) => join(folders.data, 'snapshots', id));
    cpSync(older, newest, { recursive: true });
  };

  it('refuses other data without an entry', () => {
    addSnapshot();
    edit(report, ['snapshot: 2024-07-17', 'snapshot: 2024-07-24']);
    const { findings } = checkDesk(folders);
    expect(findings).toMatchObject([
      { rule: 'wording-changed', message: expect.stringContaining('{ date: "YYYY-MM-DD", kind: "update", why: "" }') },
    ]);
    expect(findings[0].message).toContain('data as of 2024-07-16, snapshot 2024-07-17, is now data as of 2024-07-16, snapshot 2024-07-24');
  });

  it('makes a version of a living report with each snapshot', () => {
    edit(report, ['asOf: 2024-07-16\nsnapshot: 2024-07-17', 'asOf: latest\nsnapshot: latest'], ['pair: [rut, spx]\n', '']);
    edit(report, ['On Tuesday it', 'It'], ['On July 11', 'On July 11, 2024']);
    rmSync(record);
    expect(metrics()).toEqual([{ kept: null }]);
    addSnapshot();
    expect(rules()).toEqual(['record-drift']);
    expect(metrics()).toEqual([{ kept: version(1) }]);
    expect(rules()).toEqual([]);
  });

  it('takes an update without old words, and makes a version of any entry', () => {
    edit(report, [TOPICS, `${TOPICS}corrections:\n  - { date: 2024-07-18, kind: update, why: The note was read again. }\n`]);
    expect(metrics()).toEqual([{ kept: version(1) }]);
    expect(rules()).toEqual([]);
    edit(report, ['kind: update', 'kind: retraction']);
    expect(checkDesk(folders).findings.map(({ message }) => message)).toEqual(
      ['was', 'now'].map((key) => `'corrections.0.${key}' is missing: only an entry of kind 'update' may leave it out.`),
    );
  });

  describe('with a second version', () => {
    const OTHER_ENTRY = '  - { date: 2024-07-19, kind: update, why: Read again. }\n';
    let second: string;
    beforeEach(() => {
      edit(report, [TOPICS, `${TOPICS}corrections:\n${ENTRY}`], [WORDS, OTHERS]);
      metrics();
      second = readFileSync(record, 'utf8');
    });

    it.each<[string, string, string]>([
      ['another reason', 'It was one person.', 'It was one.'],
      ['another day', 'date: 2024-07-18', 'date: 2024-07-19'],
      ['an entry that is gone', ENTRY, OTHER_ENTRY],
      ['one that is put before it', ENTRY, OTHER_ENTRY + ENTRY],
    ])('refuses %s', (_, from, to) => {
      edit(report, [from, to]);
      expect(rules()).toEqual(['correction-changed']);
      expect(metrics()).toEqual([null]);
    });

    it('lets the ids of an entry follow the text', () => {
      edit(report, ['why: It was one person.', 'claims: [r1], why: It was one person.']);
      expect(metrics()).toEqual([{ kept: null }]);
      expect(rules()).toEqual([]);
    });

    it.each<[string, () => void, string]>([
      ['a version that was touched', () => edit(version(1), ['3.5%', '3.6%']), 'version-changed'],
      ['a version that is gone', () => rmSync(version(1)), 'version-changed'],
      ['a file that is none', () => writeFileSync(version(3), first), 'version-orphan'],
      ['a version of another form', () => writeFileSync(version(1), '{}'), 'version-changed'],
    ])('fails on %s, and writes nothing', (_, change, rule) => {
      change();
      expect(rules()).toContain(rule);
      edit(report, [ENTRY, ENTRY + OTHER_ENTRY]);
      expect(metrics()).toEqual([null]);
      expect(readFileSync(record, 'utf8')).toBe(second);
    });

    it('goes on where the writing was interrupted, or the record was taken back', () => {
      writeFileSync(record, first);
      expect(rules()).toEqual(['record-drift']);
      expect(metrics()).toEqual([{ kept: version(1) }]);
      expect([readFileSync(record, 'utf8'), existsSync(version(2))]).toEqual([second, false]);
    });

    it('knows what was published where the record is gone', () => {
      rmSync(record);
      edit(report, [ENTRY, ''], ['corrections:\n', '']);
      expect(rules()).toEqual(['wording-changed']);
    });

    it('tells of versions without a report', () => {
      mkdirSync(join(folders.data, 'metrics/versions/2024-07-17-gone'));
      expect(rules()).toEqual(['record-orphan']);
    });
  });

  it('is not written by the preview, where each stroke would make a version', () => {
    const kept = nothingKept();
    const look = (): void => {
      const desk = lookAtDesk(folders, kept);
      desk.compile(SLUG);
      desk.show();
    };
    edit(report, [WORDS, OTHERS]);
    look();
    expect(kept.reports.get(SLUG)?.compiled.findings.map(({ rule }) => rule)).toEqual(['wording-changed']);
    edit(report, [TOPICS, `${TOPICS}corrections:\n${ENTRY}`]);
    look();
    expect(kept.library?.reports[0]).toMatchObject({ record: { version: 2 }, earlier: [{ record: { version: 1 } }] });
    expect(readFileSync(record, 'utf8')).toBe(first);
    edit(report, [OTHERS, WORDS], [`corrections:\n${ENTRY}`, ''], ['[Tests]', '[Other tests]']);
    look();
    expect(readFileSync(record, 'utf8')).not.toBe(first);
  });
});
