import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Snapshot } from '../../src/data/snapshot.ts';
import { correctionsYaml } from '../../src/reports/correction-draft.ts';
import { correctionSchema } from '../../src/reports/front-matter.ts';
import { markReports } from '../../src/reports/marks.ts';
import { refreshLines } from '../../src/reports/refresh-lines.ts';
import { refreshMarkdown } from '../../src/reports/refresh-markdown.ts';
import { isEmpty, type RefreshReport, refreshReport, refreshReportSchema } from '../../src/reports/refresh-report.ts';
import { desk, marksOn, revised, written } from '../support/marks.ts';
import { all, july2024 } from '../support/metrics.ts';

const body = `
The index <Fact m="return(rut, 1d)">closed up 3.5%</Fact>, at <Fact m="rut">its highest close since January 4, 2022</Fact>.

It <Fact m="return(rut, 5d)">gained nearly 12%</Fact>, and stands at <Fact m="rut" format=".2" />.

July 11 was <Fact m="return(rut, 1d)" at="2024-07-11">its best day since November 14, 2023</Fact>. The S&P 500 closed at <Fact m="spx" />.

A note has <Reported by="factset" source="note-2024-07-17" m="return(rut, ytd)">11% for the year</Reported>.

<Call by="morgan-stanley" source="note-2024-07-17" made="2024-07-16" m="return(iwo, 6mo) - return(iwn, 6mo)" expects="> 0" due="2025-01-16">prefers growth | value</Call>

<Figure kind="relative-bars" series="return(rut, 1d) - return(spx, 1d)" sessions="12" title="Small caps led" subtitle="Russell 2000 minus S&P 500, daily price return, percentage points" />
`;
const small = [written(body)];

function between(before: Snapshot, after: Snapshot): RefreshReport {
  return refreshReport(markReports(desk, small, before), markReports(desk, small, after));
}

/** One revision of each kind, and two years of new rows. */
const everything = between(
  july2024,
  revised(all, { rut: { '2024-07-16': 2256.5, '2023-12-13': 1990 }, spx: { '2024-07-15': 5631.23, '2024-07-16': 5667.21 } }),
);

describe('the refresh of July 2024 to August 2026', () => {
  const report = refreshReport(marksOn(july2024), marksOn(all));

  it('is of the form of its schema', () => {
    expect(refreshReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect(refreshReportSchema.parse(JSON.parse(JSON.stringify(everything)))).toEqual(everything);
  });

  it('brings rows to every table, revises nothing, and moves no statement', () => {
    expect(report.rows).toHaveLength(9);
    expect(report.rows.find(({ resource }) => resource === 'us-equity-indices')).toMatchObject({ rows: 527, last: '2026-08-21' });
    expect(report.revised).toEqual([]);
    expect(report.reports.flatMap(({ moved, figures }) => [...moved, ...figures])).toEqual([]);
  });

  it('tells what was superseded since, and the call that fell due', () => {
    expect(report.reports.flatMap(({ superlatives }) => superlatives.map(({ words, now }) => `${words}: ${now?.at}`))).toContain(
      'highest close since January 4, 2022: 2024-10-16',
    );
    expect(report.reports.flatMap(({ due }) => due.map((call) => call.due))).toEqual(['2025-01-16']);
  });

  it('does not tell again what was told before', () => {
    const marks = marksOn(all);
    expect(isEmpty(refreshReport(marks, marksOn(all)))).toBe(true);
  });
});

describe('a snapshot compared with itself', () => {
  it.each([july2024, all, revised(all, { rut: { '2024-07-16': 2258.5 } })])('gives an empty report, and one sentence: $id', (snapshot) => {
    const report = between(snapshot, snapshot);
    expect(isEmpty(report)).toBe(true);
    const sentence = `Nothing changed between the snapshots ${snapshot.id} and ${snapshot.id}.`;
    expect(refreshMarkdown(report)).toBe(`${sentence}\n`);
    expect(refreshLines(report)).toEqual([sentence]);
  });
});

describe('a revision', () => {
  it('is rendered for a pull request', async () => {
    await expect(refreshMarkdown(everything)).toMatchFileSnapshot('../cases/refresh/everything.md');
  });

  it('is rendered for a terminal', async () => {
    await expect(`${refreshLines(everything).join('\n')}\n`).toMatchFileSnapshot('../cases/refresh/everything.txt');
  });

  it('is the same report each time', () => {
    const again = between(
      july2024,
      revised(all, { spx: { '2024-07-16': 5667.21, '2024-07-15': 5631.23 }, rut: { '2023-12-13': 1990, '2024-07-16': 2256.5 } }),
    );
    expect(JSON.stringify(again)).toBe(JSON.stringify(everything));
  });

  it('that rounds the same is a note, and asks for no correction', () => {
    const report = between(all, revised(all, { spx: { '2024-07-16': 5667.21 } }));
    expect(report.reports[0].moved).toMatchObject([{ metric: 'spx', mark: 'restated', printed: null, correction: null }]);
    expect(refreshMarkdown(report)).toContain('#### Data notes');
    expect(refreshMarkdown(report)).not.toContain('corrections:');
  });

  it('that breaks a sentence drafts its correction, ready for the front matter', () => {
    const corrections = everything.reports[0].moved.flatMap(({ correction }) => (correction ? [correction] : []));
    expect(corrections[0]).toEqual({
      date: '2026-08-22',
      kind: 'correction',
      cause: 'revision',
      claims: ['f1'],
      was: 'closed up 3.5%',
      now: 'closed up 3.2%',
      why: 'Cboe Global Markets revised Russell 2000 of July 16, 2024 from 2,263.67 to 2,256.50.',
    });
    const { corrections: read } = parse(correctionsYaml(corrections), { schema: 'core' });
    expect(correctionSchema.array().parse(read)).toEqual(corrections);
  });

  it('is told once: not by the next refresh', () => {
    const first = revised(all, { rut: { '2024-07-16': 2258.5 } });
    expect(between(first, { ...first, id: '2026-08-23' }).reports).toEqual([]);
  });

  it('that is taken back is told as one, without a correction', () => {
    const report = between(revised(all, { rut: { '2024-07-16': 2258.5 } }), all);
    expect(report.reports[0].moved.map(({ mark, correction }) => [mark, correction])).toEqual(
      report.reports[0].moved.map(() => ['unchanged', null]),
    );
  });

  it('may set a superlative up again, or give it another day', () => {
    const lower = revised(all, { rut: { '2024-07-16': 2258.5 } });
    const [{ superlatives }] = between(all, lower).reports;
    expect(superlatives.map(({ was, now }) => [was?.at, now?.at])).toEqual([['2024-10-16', '2024-07-26']]);
    const cut = { ...all, series: july2024.series };
    expect(refreshMarkdown(between(all, cut))).toContain('stands again');
  });

  it('of many values is listed in part', () => {
    const days = Object.fromEntries(
      Array.from({ length: 130 }, (_one, i) => [new Date(Date.UTC(2003, 0, 1 + i)).toISOString().slice(0, 10), 400 + i / 7]),
    );
    const report = between(all, revised(all, { rut: days }));
    const rest = report.revised.length;
    expect(rest).toBeGreaterThan(80);
    expect(refreshLines(report)).toContain(`  revised  ${rest - 10} more values`);
  });

  it('links to where the statement stands', () => {
    expect(refreshMarkdown(everything, 'https://example.org/blob/main/')).toContain(
      '](https://example.org/blob/main/content/reports/2024-07-17-a/index.mdx#L',
    );
  });
});

it('a series that is gone takes the values of its statements with it', () => {
  const report = between(all, { ...all, series: new Map([...all.series].filter(([id]) => id !== 'spx')) });
  expect(report.series).toEqual({ added: [], gone: ['spx'] });
  expect(report.reports[0].moved).toMatchObject([{ metric: 'spx', mark: 'no-value', now: null }]);
  expect(refreshMarkdown(report)).toContain('#### No value any more');
  expect(refreshLines(report).join('\n')).toContain("no value  f6 unknown series 'spx'.");
});
