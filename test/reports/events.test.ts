/** Figures of what came after events, and tables of event studies: what they hold, what they refuse. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/assertions/read.ts';
import { figureTable } from '../../src/charts/figure-table.ts';
import { kindNamed } from '../../src/charts/kinds/index.ts';
import { dayOf, isoOf } from '../../src/data/day.ts';
import { type Finding, formatFinding } from '../../src/finding.ts';
import { compileFigure, type FigureView } from '../../src/reports/compile-figure.ts';
import { compileStudy } from '../../src/reports/compile-study.ts';
import { formatRecord, type StudyRecord } from '../../src/reports/record.ts';
import { all, at, calendar } from '../support/metrics.ts';
import { compile, printedFindings } from '../support/report.ts';

const GAP = 'return(rut, 5d) - return(spx, 5d) >= 5%';
const CUTS = '2001-01-03, 2007-09-18, 2019-07-31, 2024-09-18';
const written = (attributes: string): string => `<Figure ${attributes} title="A title" subtitle="Percent" />`;
const paths = (attributes: string): string => written(`kind="event-paths" series="rut, spx" ${attributes}`);
const panels = (attributes: string): string => written(`kind="event-panels" series="rut, spx" ${attributes}`);

/** As a report of a day has it, on the newest snapshot. */
function drawnOn(day: string, body: string): FigureView {
  const report = readReport(`---\n---\n\n${body}\n`, 'r.mdx');
  const findings: Finding[] = [];
  const figure = compileFigure(report.elements[0], report, new Map(), { snapshot: all, calendar, asOf: dayOf(day) }, findings);
  if (!figure) throw new Error(findings.map(formatFinding).join('\n'));
  return figure;
}

const rows = readFileSync('data/snapshots/2026-08-21/us-equity-indices.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([date, rut, spx]) => ({ date, rut: Number(rut), spx: Number(spx) }));
const indexOf = (date: string): number => rows.findIndex((row) => row.date === date);
const percent = (ratio: number): number => Math.round(ratio * 1000) / 10;

describe('paths after named days', () => {
  const figure = drawnOn('2026-08-21', panels(`events="${CUTS}" sessions="252" before="60"`));

  it('end where 252 sessions have brought them, by the file', () => {
    const ends = figure.data.lines.slice(0, 8).map(({ values }) => percent(values[values.length - 1]));
    expect(ends).toEqual([2.1, -14.3, -16.1, -23.9, -5.0, 8.9, 11.6, 19.1]);
    const byFile = CUTS.split(', ').flatMap((day) =>
      (['rut', 'spx'] as const).map((id) => percent(rows[indexOf(day) + 252][id] / rows[indexOf(day)][id] - 1)),
    );
    expect(ends).toEqual(byFile);
  });

  it('begin at zero at the close of the day; those before end there', () => {
    for (const { values, days } of figure.data.lines.slice(0, 8)) {
      expect(values[0]).toBe(0);
      expect(days).toHaveLength(253);
    }
    expect(figure.data.lines.slice(8).map(({ days }) => [days.length, isoOf(days[days.length - 1])])).toEqual(
      CUTS.split(', ').flatMap((day) => [
        [61, day],
        [61, day],
      ]),
    );
  });

  it('have a row a day in the CSV', () => {
    const [header, ...lines] = figureTable(figure.data).trim().split('\n');
    expect(header).toContain('"return(rut, since 2001-01-03)"');
    expect(lines.find((line) => line.startsWith(`${rows[indexOf('2001-01-03') + 252].date},`))).toContain('0.02');
  });

  it('lead to zero over the sessions before, by the file', () => {
    const kind = kindNamed('event-panels');
    const svg = kind.draw(figure.data, { ...figure.spec.annotations, titleId: 't', descriptionId: 'd' }, 'M');
    expect(svg.match(/stroke-opacity="0.5"/g)?.length).toBe(8);
    expect(kind.describe(figure.data, figure.spec.annotations).replaceAll('\u00A0', ' ')).toContain(
      'after January 3, 2001 Russell 2000 +2.1% and S&P 500 −14.3%; after September 18, 2007',
    );
  });

  it('that have no 252 sessions yet are drawn as far as they go, and the figure says so', () => {
    const early = drawnOn('2024-12-31', panels(`events="${CUTS}" sessions="252"`));
    const [line] = early.data.lines.slice(-1);
    expect([line.days.length - 1, isoOf(line.days[line.days.length - 1])]).toEqual([
      rows.filter(({ date }) => date > '2024-09-18' && date <= '2024-12-31').length,
      '2024-12-31',
    ]);
    expect(kindNamed('event-panels').describe(early.data, early.spec.annotations).replaceAll('\u00A0', ' ')).toMatch(
      /That of September 18, 2024 is drawn as far as it goes: 72 sessions so far\.$/,
    );
    expect(kindNamed('event-panels').table(early.data, early.spec.annotations).rows.at(-1)?.slice(0, 4)).toEqual([
      'Sep\u00A018, 2024, S&P 500 (72 sessions so far)',
      `+${percent(rows[indexOf('2024-09-18') + 63].spx / rows[indexOf('2024-09-18')].spx - 1).toFixed(1)}%`,
      '',
      '',
    ]);
  });
});

describe('paths after a condition', () => {
  const figure = drawnOn('2026-08-21', paths(`trigger="${GAP}" sessions="20" highlight="2024-07-16"`));
  const { events } = figure.spec.annotations;

  it('are those of the separate cases, the one with the highlighted session named', () => {
    expect(figure.data.lines).toHaveLength(at(`afterCases(${GAP}, 20)`, '2026-08-21', all).value);
    expect(events?.highlighted).toBe(dayOf('2024-07-12'));
    const starts = figure.data.lines.map(({ days }) => indexOf(isoOf(days[0])));
    for (const [k, start] of starts.entries()) if (k > 0) expect(start - starts[k - 1]).toBeGreaterThanOrEqual(20);
  });

  it('end at the values that the measures count', () => {
    const ends = figure.data.lines.map(({ values }) => values[values.length - 1]);
    const x = 'return(rut, 20d) - return(spx, 20d)';
    const mean = at(`afterMean(${x}, ${GAP}, 20)`, '2026-08-21', all).value;
    expect(ends.reduce((a, b) => a + b, 0) / ends.length).toBeCloseTo(mean, 12);
    const median = at(`afterMedian(${x}, ${GAP}, 20)`, '2026-08-21', all).value;
    const told = kindNamed('event-paths').table(figure.data, figure.spec.annotations).rows.at(-1);
    expect([told?.[0], told?.[3]]).toEqual(['Median', `−${Math.abs(percent(median)).toFixed(1)}\u00A0pp`]);
  });

  it('see nothing after the day of the report', () => {
    const early = drawnOn('2024-07-16', paths(`trigger="${GAP}" sessions="20"`));
    const last = early.data.lines[early.data.lines.length - 1];
    expect(isoOf(last.days[last.days.length - 1])).toBe('2024-07-16');
    expect(kindNamed('event-paths').describe(early.data, early.spec.annotations).replaceAll('\u00A0', ' ')).toMatch(
      /That of July 12, 2024 is drawn as far as it goes: 2 sessions so far\.$/,
    );
  });

  it('have no median where the events are named: a few cases are shown, not counted', () => {
    const named = drawnOn('2026-08-21', paths(`events="${CUTS}, 2025-09-17" sessions="100"`));
    expect(
      kindNamed('event-paths')
        .table(named.data, named.spec.annotations)
        .rows.map(([head]) => head),
    ).not.toContain('Median');
  });

  it.each(['rut', 'ust10y'])('of %s alone are its own moves', (series) => {
    const alone = drawnOn('2024-07-16', written(`kind="event-paths" series="${series}" events="2024-05-01, 2024-06-12" sessions="20"`));
    expect(alone.data.lines.map(({ unit }) => unit)).toEqual(series === 'rut' ? ['ratio', 'ratio'] : ['basis points', 'basis points']);
  });
});

describe('what can’t be drawn is told with what to write', () => {
  it.each([
    [paths('sessions="20"'), /needs to know them: trigger="return\(rut, 5d\) >= 5%", or events="2001-01-03, 2007-09-18"\.$/],
    [paths(`events="2024-05-01" trigger="${GAP}" sessions="20"`), /write 'events' or 'trigger', not both\.$/],
    [paths('trigger="rut" sessions="20"'), /'rut' is no condition, it is in points\. Write a comparison/],
    [paths('trigger="return(rut, 5d) >= 5" sessions="20"'), /r\.mdx:11:74 {2}error metric-units {2}5 has no unit, .* Write 5%\.$/],
    [paths('trigger="return(rut, 1d) >= 0" sessions="1"'), /draws 1 to 60 events, and there are \d+\. Take a stricter condition\.$/],
    [paths('trigger="return(rut, 5d) >= 90%" sessions="20"'), /draws 1 to 60 events, and there are 0\. Take a weaker condition\.$/],
    [paths('events="2024-05-01" sessions="no"'), /'no' is not a number of sessions\.$/],
    [
      paths('events="2024-05-05" sessions="20"'),
      /2024-05-05 is no day of Russell 2000 and S&P 500\. The last one before it is 2024-05-03\.$/,
    ],
    [paths('events="2024-06-03, 2024-05-01" sessions="20"'), /2024-05-01 does not come after the event before it/],
    [paths('events="2024-09-18" sessions="20"'), /look-ahead {2}2024-09-18 is after the report's asOf/],
    [paths('events="2024-05-01" sessions="20" highlight="2024-04-30"'), /has 2024-04-30 among its sessions\. They begin on 2024-05-01\.$/],
    [paths('events="2024-05-01" sessions="20" highlight="May"'), /'May' is not a day/],
    [panels(`trigger="${GAP}" sessions="20"`), /needs the attribute 'events'/],
    [panels('events="2024-05-01" sessions="20"'), /draws 2 to 6 events, and there is 1\.$/],
    [written('kind="event-panels" series="rut, ust2y" events="2024-05-01, 2024-06-03" sessions="9"'), /rates and prices share no scale/],
    [written('kind="event-paths" series="return(rut, 1d)" events="2024-05-01" sessions="9"'), /Paths are those of levels/],
  ])('%s', (body, expected) => {
    const [finding, ...others] = printedFindings(`\n${body}`);
    expect(others).toEqual([]);
    expect(finding).toMatch(expected);
  });
});

const study = (attributes: string): string => `\n<EventStudy ${attributes} />`;

describe('the table of an event study', () => {
  const { record, findings } = compile(study(`series="rut, spx" trigger="${GAP}" sessions="5, 20"`));

  it('stands in the record with the values of the measures', () => {
    expect(findings).toEqual([]);
    const [{ horizons, words }] = (record?.studies ?? []) as StudyRecord[];
    expect(words).toEqual({
      of: 'Russell 2000 minus S&P 500',
      trigger: 'Russell 2000 minus S&P 500, return over five sessions, at least 5\u00A0percentage points',
    });
    const x = 'return(rut, 20d) - return(spx, 20d)';
    const value = (metric: string): number => at(metric, '2024-07-16').value;
    expect(horizons.map(({ sessions }) => sessions)).toEqual([5, 20]);
    expect(horizons[1]).toEqual({
      sessions: 20,
      metric: x,
      unit: 'percentage points',
      days: value(`afterCount(${GAP}, 20)`),
      cases: value(`afterCases(${GAP}, 20)`),
      mean: value(`afterMean(${x}, ${GAP}, 20)`),
      median: value(`afterMedian(${x}, ${GAP}, 20)`),
      hits: value(`afterHits(${x}, ${GAP}, 20)`),
      baseline: {
        mean: value(`baselineMean(${x})`),
        median: value(`baselineMedian(${x})`),
        hitRate: value(`baselineHitRate(${x})`),
        cases: value(`baselineCases(${x}, 20)`),
      },
    });
  });

  it('is written into the record, and only where there is one', () => {
    if (!record) throw new Error('no record');
    expect(JSON.parse(formatRecord(record))).toEqual(record);
    expect(formatRecord(compile('\nNothing.').record ?? record)).not.toContain('studies');
  });

  it('without a case has none, and says so', () => {
    const { record: empty } = compile(study('series="rut" trigger="return(rut, 5d) >= 50%" sessions="20"'));
    expect(empty?.studies?.[0].horizons[0]).toMatchObject({ cases: 0, hits: 0, mean: null, median: null });
  });

  it.each([
    ['series="rut, spx, iwm" trigger="rut > 1" sessions="5"', /a study is of one series, or of two: .* These are 3\.$/],
    ['series="rtu" trigger="rut > 1" sessions="5"', /unknown series 'rtu'\. Did you mean 'rut'\?$/],
    ['series="return(rut, 5d)" trigger="rut > 1" sessions="5"', /Write the series itself/],
    ['series="rut, ust2y" trigger="rut > 1" sessions="5"', /a rate and a price have no difference/],
    ['series="rut" trigger="rut" sessions="5"', /'rut' is no condition/],
    ['series="rut" trigger="rut > 5%" sessions="5"', /r\.mdx:11:41 {2}error metric-units {2}'5%' is of another unit, .* Write 5\.$/],
    ['series="rut" trigger="rut > 1" sessions="5d, 20d"', /is not a list of horizons\. Write one to six numbers of sessions/],
    ['series="rut" trigger="rut > 1" sessions="5" at="2024-07-18"', /look-ahead/],
    ['series="rut" trigger="rut > 1"', /<EventStudy> needs the attribute 'sessions'\.$/],
  ])('%s is refused', (attributes, expected) => {
    const [finding, ...others] = printedFindings(study(attributes));
    expect(others).toEqual([]);
    expect(finding).toMatch(expected);
  });

  it('is no assertion that a correction can name, and stands on no line of text', () => {
    const element = readReport(`---\n---\n${study(`series="rut" trigger="rut > 1" sessions="5"`)}`, 'r.mdx').elements[0];
    expect(element).toMatchObject({ name: 'EventStudy', id: 'study1' });
    const source = readReport('---\n---\n', 'r.mdx').source;
    expect(
      compileStudy(element, { snapshot: all, calendar, asOf: dayOf('2024-07-16'), source, published: dayOf('2024-07-17') }, []),
    ).not.toBe(null);
  });
});

it('a share of few cases stops the build, and a number of cases is read in words', () => {
  const rare = GAP.replace('5%', '7%');
  const x = 'return(rut, 20d) - return(spx, 20d)';
  expect(printedFindings(`\nIn <Fact m="afterHitRate(${x}, ${rare}, 20)" /> of cases.`)).toEqual([
    expect.stringMatching(/error few-cases {2}afterHitRate is a share, and there are 5 cases: .* Write '2 of 5'/),
  ]);
  const words = `\nIn <Fact m="afterHits(${x}, ${rare}, 20)">two</Fact> of <Fact m="afterCases(${rare}, 20)">five</Fact> separate cases.`;
  expect(printedFindings(words)).toEqual([]);
});
