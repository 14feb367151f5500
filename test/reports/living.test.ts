/** Living reports: what their head must say, what they may not say, and what is told where the data go on under them. */
import { describe, expect, it } from 'vitest';
import { formatFinding } from '../../src/finding.ts';
import { type CompiledReport, compileReport, type Desk } from '../../src/reports/compile.ts';
import { stoppedIn } from '../../src/reports/living-findings.ts';
import { markReports } from '../../src/reports/marks.ts';
import { refreshLines } from '../../src/reports/refresh-lines.ts';
import { refreshMarkdown } from '../../src/reports/refresh-markdown.ts';
import { refreshReport, refreshReportSchema } from '../../src/reports/refresh-report.ts';
import { desk as project, revised, until } from '../support/marks.ts';
import { all, july2024 } from '../support/metrics.ts';

const LIVING = { asOf: 'latest', snapshot: 'latest' };
const desk: Desk = { ...project, snapshots: () => [july2024.id, all.id] };

const fileOf = (body: string, head: Record<string, string> = LIVING) => {
  const lines = Object.entries({ published: '2024-07-17', ...head }).map(([key, value]) => `${key}: ${value}`);
  const text = `---\ntitle: A\ndescription: B\n${lines.join('\n')}\nauthors: [The desk]\ntopics: [Tests]\n---\n${body}\n`;
  return { slug: '2024-07-17-a', path: 'r.mdx', text };
};
const compiled = (body: string, head?: Record<string, string>, on = desk): CompiledReport => compileReport(fileOf(body, head), on);
const told = (...of: Parameters<typeof compiled>): string[] => compiled(...of).findings.map(formatFinding);

describe('its head', () => {
  it('puts it on the newest snapshot, of whose last session it speaks, whenever it was published', () => {
    const { findings, record } = compiled('It stands at <Fact m="rut" />.');
    expect(findings).toEqual([]);
    expect(record).toMatchObject({
      asOf: '2026-08-21',
      snapshot: { id: '2026-08-21' },
      assertions: [{ at: '2026-08-21', value: 3017.87 }],
    });
  });

  it.each([
    [
      { asOf: 'latest', snapshot: '2024-07-17' },
      "r.mdx:6:1  error living  asOf is 'latest', and the snapshot 2024-07-17 never changes: the page would stand still. Write snapshot: latest for a living report, or the session it speaks of: asOf: 2024-07-16.",
    ],
    [
      { asOf: '2024-07-16', snapshot: 'latest' },
      "r.mdx:6:1  error living  the snapshot is 'latest', and asOf stands still on 2024-07-16. Write asOf: latest for a living report, or the snapshot it is pinned to: snapshot: 2026-08-21.",
    ],
    [
      { asOf: 'latest', snapshot: 'newest' },
      "r.mdx:6:1  error wrong-value  'snapshot' is not right: write a date as YYYY-MM-DD, or 'latest'.",
    ],
  ])('%o is refused: asOf and snapshot go together', (head, finding) => expect(told('A.', head)).toEqual([finding]));

  it('wants a snapshot', () =>
    expect(told('A.', LIVING, { ...desk, snapshots: () => [] })).toEqual([
      "r.mdx:6:1  error snapshot-missing  there is no snapshot yet. Make one: 'npm run refresh -- --from <folder>'.",
    ]));
});

describe('what it says', () => {
  const date = 'is another day each time this living report is renewed. Write the date';
  it.each([
    ['On Tuesday stocks rose.', [`r.mdx:10:4  error undated-day  'Tuesday' ${date}.`]],
    ['Last week was good, yesterday was not.', [`'Last week' ${date}.`, `'yesterday' ${date}.`]],
    ['Figures of Friday, August 21, 2026, and of every Friday, and of this year.', []],
    [
      'It <Fact m="return(rut, 1d)">rose 0.9% on Friday</Fact>.',
      [`r.mdx:10:43  error undated-day  'Friday' ${date}, and at="2026-08-21": 'August 21, 2026'.`],
    ],
    ['It <Fact m="return(rut, 1d)" at="2024-07-16">rose 3.5% on July 16, 2024</Fact>, and <Fact m="return(rut, ytd)" /> this year.', []],
    ['He <Reported by="factset" source="note-2024-07-17" m="return(rut, 1d)" at="2024-07-16">gained 3.5% on Tuesday</Reported>.', []],
    ['On Tuesday stocks rose. {/* loose: the name of a song */}', []],
    [
      'The yield is <Fact m="ust2y" />.',
      ['r.mdx:10:23  error metric-no-day  ust2y has no value on 2026-08-21. The last day before it is 2025-09-25. Write at="2025-09-25".'],
    ],
  ])('%s', (body, findings) => {
    const found = told(body);
    expect(found).toHaveLength(findings.length);
    for (const [i, finding] of findings.entries()) expect(found[i]).toContain(finding);
  });

  it('may name a weekday where it is pinned', () =>
    expect(told('On Tuesday it <Fact m="return(rut, 1d)">rose 3.5%</Fact>.', { asOf: '2024-07-16', snapshot: '2024-07-17' })).toEqual([]));
});

describe('a refresh', () => {
  const body = `
It <Fact m="return(rut, 1d)">rose 0.9%</Fact> to <Fact m="rut" />, after <Fact m="rut" at="2024-07-16">2,263.67</Fact> on July 16, 2024.

A note had <Reported by="factset" source="note-2024-07-17" m="return(rut, ytd)" at="2024-07-16" expect="contradicted">11% for the year</Reported>.

<Figure kind="lines" series="rut" from="2024-01-02" title="The Russell 2000" subtitle="Daily closes" />
`;
  const file = fileOf(body);
  const published = [{ file, record: compiled(body).record }];
  /** A later snapshot that differs from the newest in single values. */
  const renewed = (values: Parameters<typeof revised>[1]) => markReports(desk, published, revised(all, values));
  const before = markReports(desk, published, all);
  const broken = renewed({ rut: { '2026-08-21': 2990, '2024-07-16': 2250 } });

  it('on which nothing changed tells nothing', () => {
    expect(before.reports).toMatchObject([{ living: true, asOf: '2026-08-21', snapshot: '2026-08-21' }]);
    expect(before.reports[0].assertions.map(({ pinned, restated }) => [pinned, restated.mark])).toEqual(
      Array.from({ length: 4 }, () => ['as-recorded', 'unchanged']),
    );
    expect(refreshReport(before, renewed({})).reports).toEqual([]);
    expect(stoppedIn(before)).toEqual([]);
  });

  it('under words that hold tells what moved, and no error', () => {
    const marks = renewed({ rut: { '2026-08-21': 3018.5 } });
    const [{ moved, living }] = refreshReport(before, marks).reports;
    expect(living).toEqual({ was: '2026-08-21', now: '2026-08-21' });
    expect(moved.map(({ id, mark, printed }) => [id, mark, printed])).toEqual([
      ['f1', 'moved', null],
      ['f2', 'moved', { was: '3,017.9', now: '3,018.5' }],
    ]);
    expect(stoppedIn(marks)).toEqual([]);
  });

  it('tells as errors what stopped being true: what the data say, and what to write', () => {
    expect(stoppedIn(broken).map(formatFinding)).toEqual([
      "r.mdx:11  error living-stopped  'rose 0.9%' stopped being true on the snapshot 2026-08-22. 'rose' does not hold. The data say −0.081% (return(rut, 1d) on 2026-08-21): it fell. Write 'fell 0.1%'.",
      "r.mdx:11  error living-stopped  '2,263.67' stopped being true on the snapshot 2026-08-22. '2,263.67' does not hold. The data say 2,250.000 (rut on 2024-07-16). Write 2,250.00.",
      'r.mdx:13  error living-stopped  \'11% for the year\' stopped being true on the snapshot 2026-08-22. Expected: contradicted. Found: holds. Write expect="holds", or take another metric.',
    ]);
    expect(stoppedIn(broken)[0]).toMatchObject({ severity: 'error', assertion: 'f1', advised: 'fell 0.1%' });
  });

  it('tells a figure that can no longer be drawn, and a metric that has no value', () => {
    const without = markReports(desk, published, {
      ...all,
      id: '2026-08-22',
      series: new Map([...all.series].filter(([id]) => id !== 'rut')),
    });
    const messages = stoppedIn(without).map(({ message }) => message);
    expect(messages).toHaveLength(5);
    expect(messages[0]).toContain("'rose 0.9%' has no value on the snapshot 2026-08-22. unknown series 'rut'.");
    expect(messages[4]).toBe("the figure 'The Russell\u00A02000' can't be drawn on the snapshot 2026-08-22.");
  });

  it('is the same report as JSON, and tells what stopped first', () => {
    const report = refreshReport(before, broken);
    expect(refreshReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    const [summary, , ...lines] = refreshLines(report);
    expect(summary).toContain('; 3 statements stopped being true, 1 value of a living report moved, ');
    expect(lines.filter((line) => line.startsWith('r.mdx')).map((line) => line.split(/ {2}/)[1])).toEqual([
      'stopped',
      'stopped',
      'stopped',
      'figure',
      'moved',
    ]);
  });

  it('is told in a section of its own, before the data, in Markdown', async () => {
    await expect(refreshMarkdown(refreshReport(before, broken))).toMatchFileSnapshot('../cases/refresh/living.md');
  });

  it('is told again until it is put right', () => {
    expect(refreshReport(broken, broken).reports[0].moved.map(({ mark }) => mark)).toEqual(['stopped', 'stopped', 'stopped']);
  });

  it('can be marked where the data end earlier than its record', () => {
    const marks = markReports(desk, published, until(all, '2024-07-16', '2026-08-22'));
    expect(marks.reports[0]).toMatchObject({ asOf: '2024-07-16' });
  });
});
