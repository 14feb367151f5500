import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kindNamed } from '../../src/charts/kinds/index.ts';
import { isoOf } from '../../src/data/day.ts';
import { type Fault, formatFinding } from '../../src/finding.ts';
import { openDesk } from '../../src/reports/desk.ts';
import { addReport, offerOf } from '../../src/reports/new/add-report.ts';
import { type Asked, type Choices, choose } from '../../src/reports/new/choices.ts';
import { composeReport, type NewReport } from '../../src/reports/new/compose.ts';
import { slugWords } from '../../src/reports/new/slug.ts';
import { fillTemplate } from '../../src/reports/new/template.ts';
import { readTemplate, templateNames } from '../../src/reports/new/templates.ts';
import { temporaryFolder } from '../support/command.ts';

const project = offerOf(openDesk({ content: 'content', data: 'data' }));
const small = offerOf(openDesk({ content: 'test/cases/desk/content', data: 'test/cases/desk/data' }));
const hostile = offerOf(openDesk({ content: 'test/cases/hostile/content', data: 'test/cases/hostile/data' }));

const asked = (change: Partial<Asked>): Asked => ({ title: 'A new report', template: 'note', published: '2026-11-25', ...change });

function written(change: Partial<Asked>, offer = project): NewReport & { choices: Choices } {
  const choices = choose(asked(change), offer);
  return { choices, ...composeReport(choices, readTemplate(choices.template), 'r.mdx', offer.desk, offer.reports) };
}

/** What a reader is left with, comments for the author taken out. */
const readable = ({ file }: NewReport): string => file.text.replace(/\{\/\*[\s\S]*?\*\/\}\n*/g, '');

const MANY: readonly (readonly [Partial<Asked>, typeof project])[] = [
  // An audit of all that the project has of a source is looked at below.
  ...templateNames().flatMap((template) => (template === 'audit' ? [] : [[{ template }, project] as const])),
  ...['rut', 'ust10y', 'vix', 'etp_calls', 'fed_upper', 'zqu24', 'nvda', 'm7'].flatMap((id) =>
    ['2024-07-17', '2026-08-21'].map((snapshot) => [{ series: [id], snapshot }, project] as const),
  ),
  ...['2024-06-24', '2024-07-04', '2025-04-09', '2026-08-21'].map(
    (published) => [{ published, series: ['spx', 'ixic'] }, project] as const,
  ),
  [{ series: ['ust10y', 'rut'], snapshot: '2024-07-17' }, project],
  [{ template: 'living', series: ['ust2y'] }, project],
  ...templateNames().map(
    (template) => [{ template, published: '2024-07-18', source: template === 'audit' ? 'note' : undefined }, small] as const,
  ),
  [{ series: ['ust2y'], published: '2024-07-18' }, small],
  ...templateNames().map((template) => [{ template, published: '2024-07-18' }, hostile] as const),
];

describe('a new report', () => {
  it.each(MANY)('passes as it is written: %j', (change, offer) => {
    const { file, record, choices, compiled } = written(change, offer);
    expect(compiled.findings.map(formatFinding)).toEqual([]);
    expect(record.report).toBe(choices.slug);
    expect(file.text).toContain('\ndraft: true\n');
    expect(file.text).not.toMatch(/\{\{|\}\}|undefined|null\b(?! )/);
    // Its figure can be drawn, whatever the values are.
    for (const { spec, data } of compiled.figures.values()) {
      const svg = kindNamed(spec.kind).draw(data, { ...spec.annotations, titleId: 't', descriptionId: 'd' }, 'M');
      expect(svg).toMatch(/^<svg/);
      expect(svg).not.toContain('NaN');
      expect(new Set(data.lines[0].values).size).toBeGreaterThan(1); // there is something to see
    }
  });

  it('has a statement of each kind', () => {
    const { record, file } = written({ series: ['rut'], snapshot: '2024-07-17' });
    const facts = record.assertions.flatMap((one) => (one.kind === 'fact' ? [one] : []));
    expect(facts.map(({ text }) => text)).toEqual([
      'rose 11.5% in five sessions',
      'rose 11.5% in five sessions',
      'its highest close since January 4, 2022',
      '9.9 percentage points ahead in five sessions',
      '2,263.7',
      'rose for the fifth straight day',
      'rose 16.5% since April 18, 2024',
      '9.9\u00A0percentage points',
      '2,029.5',
    ]);
    expect(record.assertions.filter(({ kind }) => kind !== 'fact').map(({ kind, status }) => [kind, status])).toEqual([
      ['reported', 'holds'],
      ['quote', 'sourced'],
    ]);
    expect(record.figures).toHaveLength(1);
    expect(file.text).toContain('## What would change this reading');
  });

  it('takes words only from what the desk has published, and says how where there is none', () => {
    const desk = { ...small, reports: [] };
    const { file, record } = written({ published: '2024-07-18' }, desk);
    expect(record.assertions.filter(({ kind }) => kind !== 'fact')).toEqual([]);
    expect(file.text).toContain('{/* No words of anybody are published here yet. To quote: write content/people/<id>.yaml');
    expect(file.text).toContain("{/* Somebody else's figure goes here:");
  });

  it('goes through a source line by line, each statement once, with our figure beside those that can be checked', () => {
    const audit = written({ template: 'audit' });
    expect(audit.compiled.findings).toEqual([]);
    const lines = readable(audit).match(/^\d+\. .+(?:<Reported|<Call).+$/gm) ?? [];
    expect(lines.length).toBeGreaterThan(25);
    expect(new Set(lines.map((line) => line.replace(/^\d+\. /, ''))).size).toBe(lines.length);
    expect(lines.filter((line) => / m="/.test(line) && !/<Call/.test(line) && !/The data say <Fact/.test(line))).toEqual([]);
    expect(audit.file.text).toContain('<Audit source="note-2024-07-17" />');
  });

  it('is told in the present where it is living, and ends its figure with the data', () => {
    const { file } = written({ template: 'living' });
    expect(file.text).toContain('asOf: latest\nsnapshot: latest');
    expect(file.text).not.toMatch(/<Figure[^>]* to=/);
  });

  it('leaves out what the data do not give, and says what is left to write', () => {
    const { file } = written({ series: ['m7'], snapshot: '2024-07-17' });
    expect(file.text).toContain(
      'What is left to write:\n    a streak: <Fact m="streak(…)">rose for the third straight day</Fact>\n    two series against each other:',
    );
  });
});

describe('what is chosen where nothing is said', () => {
  const chosen = (change: Partial<Asked>, offer = project): string => {
    const { snapshot, asOf, series, topics, authors } = choose(asked(change), offer);
    return [snapshot, isoOf(asOf), series.map(({ id }) => id).join(' and '), topics, authors].join(', ');
  };

  it.each([
    ['the newest data, what the desk writes of most, its topic', {}, '2026-08-21, 2026-08-21, rut and spx, Small-cap rotation, The desk'],
    ['a session before publication', { published: '2024-07-06' }, '2026-08-21, 2024-07-05, rut and spx, Small-cap rotation, The desk'],
    [
      'the last day of a series that ends earlier',
      { series: ['ust10y'] },
      '2026-08-21, 2025-09-25, ust10y and ust2y, Small-cap rotation, The desk',
    ],
    [
      'a day that both series have',
      { series: ['rut', 'etp_calls'] },
      '2026-08-21, 2024-07-31, rut and etp_calls, Small-cap rotation, The desk',
    ],
  ])('%s', (_what, change, expected) => expect(chosen(change)).toBe(expected));

  it('the first series of a snapshot where nothing was written yet', () =>
    expect(chosen({ published: '2024-07-18' }, { ...small, reports: [], topics: [] })).toBe(
      '2024-07-17, 2024-07-16, rut and spx, Markets, The desk',
    ));
});

describe('what is refused', () => {
  const refused = (change: Partial<Asked>, offer = project): string[] => {
    try {
      written(change, offer);
      return [];
    } catch (fault) {
      return (fault as Fault).findings.map(formatFinding);
    }
  };

  it.each([
    ['an empty title', { title: ' ' }, ['title  error title  a report has a title: npm run new -- "Small caps take the lead".']],
    [
      'a title without a letter',
      { title: '?!' },
      ["title  error title  '?!' has no letter or digit to make an address of. Name it in words."],
    ],
    [
      'a report that is there',
      { title: 'Small caps take the lead!', published: '2024-07-17' },
      [
        "title  error duplicate-slug  there is a report '2024-07-17-small-caps-take-the-lead' already, in content/reports/2024-07-17-small-caps-take-the-lead/index.mdx. Give this one another title, or write on in that one.",
      ],
    ],
    [
      'the same words on another day',
      { title: 'Small caps take the lead' },
      [
        "title  error duplicate-slug  a report of another day has the same words, '2024-07-17-small-caps-take-the-lead'. Give this one other words, so that a reader can tell their addresses apart.",
      ],
    ],
    [
      'a title that states what nothing checks',
      { title: 'Up 3% in a week' },
      ["title  error loose-statement  '3%' is a number that nothing checks."],
    ],
    [
      'several at once, with the nearest there is',
      { template: 'notes', snapshot: '2026-08-20', source: 'note-2024-07-16', topic: 'Small-cap Rotation' },
      [
        "--template  error unknown-template  there is no template 'notes'. Did you mean 'note'? There are: audit, chart-of-the-day, living, note.",
        "--snapshot  error snapshot-missing  there is no snapshot '2026-08-20'. Did you mean '2026-08-21'? There are: 2024-07-17, 2026-08-21.",
        "--topic  error topic  '?Small-cap Rotation' would have the address of the topic 'Small-cap rotation'.".replace('?', ''),
        "--source  error unknown-source  there is no 'note-2024-07-16' in content/sources. Did you mean 'note-2024-07-17'?",
      ],
    ],
    [
      'a series that is not there',
      { series: ['rtu', 'spx'] },
      ["--series  error unknown-series  unknown series 'rtu'. Did you mean 'rut'? 'npm run series' lists them."],
    ],
    [
      'a day on which a series has no value',
      { series: ['ust10y'], asOf: '2026-08-21' },
      ['--as-of  error metric-no-day  ust10y has no value on 2026-08-21. The last day before it is 2025-09-25: write --as-of 2025-09-25.'],
    ],
    [
      'a living report on data that are not the newest',
      { template: 'living', snapshot: '2024-07-17' },
      [
        '--snapshot  error living  a living report stands on the newest snapshot, 2026-08-21. Leave --snapshot out, or take another template.',
      ],
    ],
    [
      'a day that is no session',
      { asOf: '2026-07-04' },
      ['--as-of  error as-of  2026-07-04 is not a session of the New York Stock Exchange.'],
    ],
    [
      'a day after publication',
      { asOf: '2024-07-16', published: '2024-07-15' },
      ['--as-of  error as-of  2024-07-16 is after the day of publication, 2024-07-15.'],
    ],
  ])('%s', (_what, change, expected) => {
    const told = refused(change);
    expect(told).toHaveLength(expected.length);
    for (const [i, start] of expected.entries()) expect(told[i].startsWith(start), told[i]).toBe(true);
  });

  it('an audit where the desk has no source', () =>
    expect(refused({ template: 'audit' }, { ...project, desk: { ...project.desk, sources: new Map() } })).toEqual([
      '--source  error unknown-source  an audit goes through a source, and the desk has none. Write content/sources/<id>.yaml with title, publisher and date, then --source <id>.',
    ]));
});

it.each([
  ['Small caps take the lead', 'small-caps-take-the-lead'],
  ['What’s next for the S&P 500?', 'whats-next-for-the-s-p-500'],
  ['Zinsen für März', 'zinsen-fur-marz'],
  ["The index <Fact m='streak(rut)'>rose five days in a row</Fact>", 'the-index-rose-five-days-in-a-row'],
  ['…', ''],
])('the words of the address of %j', (title, words) => expect(slugWords(title)).toBe(words));

it('a hole of a template without words goes with its line, and each line is known by its holes', () => {
  const { text, holesOn } = fillTemplate(
    'A {{a}}.\n\n1. {{none}}\n2. {{b}}\n\n{{none}}\n\n{{b}} {{none}} {{a}}',
    new Map([
      ['a', 'x'],
      ['b', 'y\nz'],
      ['none', null],
    ]),
  );
  expect(text).toBe('A x.\n2. y\nz\n\ny\nz x');
  expect([1, 3, 4, 6].map(holesOn)).toEqual([['a'], ['b'], [], ['b', 'none', 'a']]);
  expect(() => fillTemplate('{{other}}', new Map())).toThrow("a hole 'other'");
});

it('a report that can’t be put into the desk leaves nothing of itself', () => {
  const folder = temporaryFolder();
  cpSync('test/cases/desk/content', join(folder, 'content'), { recursive: true });
  cpSync('test/cases/desk/data', join(folder, 'data'), { recursive: true });
  rmSync(join(folder, 'data', 'metrics'), { recursive: true });
  writeFileSync(join(folder, 'data', 'metrics'), 'a file where the records go');
  const folders = { content: join(folder, 'content'), data: join(folder, 'data') };
  expect(() => addReport(folders, written({ published: '2024-07-18' }, small))).toThrow();
  expect(readdirSync(join(folder, 'content', 'reports'))).toEqual(['2024-07-17-a-small-desk']);
  rmSync(join(folder, 'data', 'metrics'));
  addReport(folders, written({ published: '2024-07-18' }, small));
  expect(existsSync(join(folder, 'data/metrics/2024-07-18-a-new-report.json'))).toBe(true);
  expect(readdirSync(join(folder, 'content', 'reports'))).toEqual(['2024-07-17-a-small-desk', '2024-07-18-a-new-report']);
});
