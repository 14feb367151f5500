/** Figures that draw what a report has as Reported: what they take, what they refuse, and the values they show. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/charts/figure-data.ts';
import { figureTable } from '../../src/charts/figure-table.ts';
import { dayOf, isoOf } from '../../src/data/day.ts';
import { formatFinding } from '../../src/finding.ts';
import { evaluateAt } from '../../src/metrics/evaluate.ts';
import { formatShort } from '../../src/metrics/format.ts';
import type { FigureView } from '../../src/reports/compile-figure.ts';
import { saidIn } from '../../src/reports/reported-figures.ts';
import { calendar, july2024 } from '../support/metrics.ts';
import { compile, printedFindings } from '../support/report.ts';

const told = (body: string): string[] => printedFindings(body);

function drawn(body: string): FigureView {
  const { findings, figures } = compile(body);
  const [figure] = figures.values();
  if (!figure) throw new Error(findings.map(formatFinding).join('\n'));
  return figure;
}

const reported = (id: string, words: string, m = ''): string =>
  `<Reported id="${id}" by="somebody" source="page" ${m ? `m="${m}"` : 'why="no data"'}>${words}</Reported>`;

const said = (attributes: string): string => `<Figure kind="said-found" ${attributes} title="A title" subtitle="Percent" />`;
const CLAIMS = `${reported('five', '12% in five trading days', 'return(rut, 5d)')} ${reported('year', '11% for the year', 'return(rut, ytd)" expect="contradicted')}
${reported('large', 'nearly 19% in 2024', 'return(spx, ytd)')} ${reported('bare', 'more than 20%')}
${reported('gap', 'led by 9.9 percentage points', 'return(rut, 5d) - return(spx, 5d)')} ${reported('way', 'gained', 'return(rut, 1d)')}`;

describe('a figure of what was said and found', () => {
  const figure = drawn(`${CLAIMS}\n\n${said('claims="five year large"')}`);

  it('has the numbers as said, with the side they leave open, and whether they are contradicted', () => {
    expect(figure.spec.annotations.claims).toEqual([
      { text: '12%', number: 12, value: 0.12, side: 0, isContradicted: false },
      { text: '11%', number: 11, value: 0.11, side: 0, isContradicted: true },
      { text: 'nearly 19%', number: 19, value: 0.19, side: -1, isContradicted: false },
    ]);
  });

  it('has the values that were found, in the record and as CSV', () => {
    expect(figure.data.lines.map(({ values }) => formatShort(values[0], 'ratio'))).toEqual(['+11.5%', '+11.7%', '+18.8%']);
    expect(figure.record.series).toEqual(['return(rut, 5d)', 'return(rut, ytd)', 'return(spx, ytd)']);
    expect(figure.record.summary[1]).toMatchObject({ series: 'return(rut, ytd)', points: 1 });
    expect(figureTable(figure.data).split('\n')[0]).toBe('date,"return(rut, 5d)","return(rut, ytd)","return(spx, ytd)"');
  });

  it('names its rows as the author does, or in the words of the metric', () => {
    const named = drawn(`${CLAIMS}\n\n${said('claims="five, large" names="Five sessions; S&P 500, year to date"')}`);
    expect(named.data.lines.map(({ title }) => title)).toEqual(['Five sessions', 'S&P 500, year to date']);
    const unnamed = `${reported('since', '12.6%', 'return(rut, from 2023-11-01 to 2023-12-08)')}\n\n${said('claims="since"')}`;
    expect(drawn(unnamed).data.lines[0].title).toBe('Russell 2000, return from Nov\u00A01, 2023 to Dec\u00A08, 2023');
  });

  it('draws a number without sign or verb on the side of the value that it holds of', () => {
    const bare = '<Reported id="bare" by="somebody" source="page" m="return(spx, 1d)" at="2024-07-11">1%</Reported>';
    const { spec } = drawn(`${bare}\n\n${said('claims="bare"')}`);
    expect(spec.annotations.claims).toMatchObject([{ text: '−1%', value: -0.01, isContradicted: false }]);
  });

  it('keeps the day of each claim', () => {
    const other = '<Reported id="day" by="somebody" source="page" m="return(spx, 1d)" at="2024-07-11">fell nearly 1%</Reported>';
    const { record, spec } = drawn(`${CLAIMS} ${other}\n\n${said('claims="day large"')}`);
    expect([record.from, record.to]).toEqual(['2024-07-11', '2024-07-16']);
    expect(spec.annotations.claims?.[0]).toMatchObject({ text: 'nearly −1%', value: -0.01, side: 1 });
  });

  it('lets its texts repeat the numbers of its claims, and no others', () => {
    const titled = (title: string): string =>
      `${CLAIMS}\n\n<Figure kind="said-found" claims="five year" title="${title}" subtitle="Percent" />`;
    expect(told(titled('12% is rounded, 11% is not'))).toEqual([]);
    expect(told(titled('It was 11.7%'))).toEqual([expect.stringContaining("'11.7%' is a number that nothing checks")]);
  });

  it.each([
    [
      '',
      "14:1  error missing-attribute  a figure of kind 'said-found' needs the attribute 'claims'. The ids of Reported of the same report, with spaces between. Write claims=\"five-sessions large-year precedent\".",
    ],
    [
      'claims=""',
      "14:35  error missing-attribute  a figure of kind 'said-found' needs the attribute 'claims'. The ids of Reported of the same report, with spaces between. Write claims=\"five-sessions large-year precedent\".",
    ],
    [
      'claims="five yaer"',
      "14:40  error unknown-claim  this report has no Reported with the id 'yaer'. Did you mean 'year'? Known: five, year, large, bare, gap, way.",
    ],
    ['claims="bare"', `14:35  error claim  'bare' has nothing of ours to be drawn beside it. Give that Reported a metric: m="…".`],
    ['claims="gap"', "14:35  error claim  'gap' is in percentage points. Only returns in percent share this scale."],
    ['claims="way"', "14:35  error claim  the words of 'way', 'gained', hold no number in percent to draw."],
    ['claims="five" series="rut"', "14:49  error figure  'said-found' has no series. It takes claims, names."],
    ['claims="five" mark="2024-07-11"', "14:47  error figure  'said-found' has no mark. It takes claims, names."],
    [
      'claims="five large" names="Five, S&P 500, year to date"',
      '14:54  error figure  3 names for 2 claims. Write one each, with commas between, or semicolons.',
    ],
  ])('refuses %s', (attributes, finding) => expect(told(`${CLAIMS}\n\n${said(attributes)}`)).toContain(`r.mdx:${finding}`));
});

describe('the number in somebody’s words', () => {
  it.each([
    ['more than 20%', 'more than 20%', 0.2, 1],
    ['20% or more', '20% or more', 0.2, 1],
    ['at most 3.5 percent', 'at most 3.5 percent', 0.035, -1],
    ['about 5%', 'about 5%', 0.05, 0],
    ['fell 3%', '−3%', -0.03, 0],
    ['lost more than 9%', 'more than −9%', -0.09, -1],
    ['-2%', '−2%', -0.02, 0],
    ['five sessions, 12%', '12%', 0.12, 0],
  ])('%s', (words, text, value, side) => expect(saidIn(words)).toMatchObject({ text, value, side }));

  it.each(['nearly 2.1 million calls', '19 basis points', 'the fourth straight day'])('%s is none', (words) =>
    expect(saidIn(words)).toBe(null),
  );
});

const windowsOf = (attributes: string): string =>
  `${reported('precedent', 'more than 20%')} ${reported('calls', 'nearly 2.1 million calls')}\n\n<Figure kind="windows" ${attributes} title="A title" subtitle="Percent" />`;
const WINDOWS = 'series="rut" from="2023-11-01 to 2023-11-10" to="2023-12-01 to 2023-12-10" level="precedent: as reported"';

describe('a figure of windows', () => {
  const figure = drawn(windowsOf(WINDOWS));
  const { starts = [], level } = figure.spec.annotations;

  it('has a row for each session of the first stretch, a dot for each of the second', () => {
    expect(starts.map(isoOf)).toEqual(['01', '02', '03', '06', '07', '08', '09', '10'].map((day) => `2023-11-${day}`));
    const ends = ['01', '04', '05', '06', '07', '08'].map((day) => `2023-12-${day}`);
    for (const { days } of figure.data.lines) expect([...days].map(isoOf)).toEqual(ends);
  });

  it('has no window above 12.7%, which is that of November 1 to December 4', () => {
    const highest = ({ values }: Line): number => Math.max(...values);
    const best = figure.data.lines.reduce((a, b) => (highest(b) > highest(a) ? b : a));
    expect(formatShort(highest(best), 'ratio')).toBe('+12.7%');
    expect(best.expression).toBe('return(rut, since 2023-11-01)');
    expect(isoOf(best.days[best.values.indexOf(highest(best))])).toBe('2023-12-04');
  });

  it('has the values that the windows have one by one', () => {
    const context = { snapshot: july2024, calendar, asOf: dayOf('2024-07-16') };
    for (const [k, { days, values }] of figure.data.lines.entries())
      for (const [i, day] of days.entries())
        expect(values[i]).toBe(evaluateAt(`return(rut, from ${isoOf(starts[k])} to ${isoOf(day)})`, day, context).value);
  });

  it('takes its level from somebody’s words', () =>
    expect(level).toEqual({ text: 'more than 20%', number: 20, value: 0.2, side: 1, label: 'as reported' }));

  it('lets its texts repeat the level and the days, and no other number', () => {
    const titled = (title: string): string => windowsOf(WINDOWS).replace('A title', title);
    expect(told(titled('None reached 20% since November 1, 2023'))).toEqual([]);
    expect(told(titled('None reached 21%'))).toEqual([expect.stringContaining("'21%' is a number that nothing checks")]);
  });

  it.each([
    [
      'series="rut"',
      '',
      "12:1  error missing-attribute  a figure of kind 'windows' needs the attribute 'series'. The price or level whose return is taken. Write series=\"rut\".",
    ],
    [
      ' level="precedent: as reported"',
      '',
      "12:1  error missing-attribute  a figure of kind 'windows' needs the attribute 'level'. The id of a Reported of the same report, and its label. Write level=\"precedent: as reported\".",
    ],
    ['"rut"', '"rut, spx"', "12:32  error figure  windows are those of one series: write 'rut' alone."],
    ['"rut"', '"ruts"', "12:32  error unknown-series  series: unknown series 'ruts'. Did you mean 'rut'?"],
    [
      '2023-11-01 to 2023-11-10',
      '2023-11-01',
      "12:43  error figure  '2023-11-01' is not a stretch of days. Write two dates, the earlier first: '2023-11-01 to 2023-11-10'.",
    ],
    [
      '2023-12-01 to 2023-12-10',
      '2023-12-01 to 2024-07-17',
      "12:87  error look-ahead  2024-07-17 is after the report's asOf, 2024-07-16: it could not be known.",
    ],
    ['2023-12-01 to', '2023-11-09 to', "12:73  error figure  windows end after they have begun: 'to' must lie after 2023-11-10."],
    ['2023-11-01 to 2023-11-10', '2023-11-04 to 2023-11-05', '12:43  error figure-empty  rut has no session in 2023-11-04 to 2023-11-05.'],
    ['2023-12-01 to 2023-12-10', '2023-12-09 to 2023-12-10', '12:73  error figure-empty  rut has no session in 2023-12-09 to 2023-12-10.'],
    ['2023-11-01 to', '2023-09-01 to', '12:43  error figure  a figure of windows has a row a session: 50 are more than 23.'],
    [
      'precedent:',
      'precedant:',
      "12:106  error unknown-claim  this report has no Reported with the id 'precedant'. Did you mean 'precedent'? Known: precedent, calls.",
    ],
    ['precedent:', 'calls:', "12:106  error claim  the words of 'calls', 'nearly 2.1 million calls', hold no number in percent to draw."],
    [
      'precedent: as reported',
      'as reported',
      "12:106  error figure  'as reported' is not a level. Write the id of a Reported, and words for its label: 'r1: as reported'.",
    ],
  ])('refuses it with %s as %s', (from, to, finding) =>
    expect(told(windowsOf(WINDOWS.replace(from, to)).replace('  ', ' '))).toContain(`r.mdx:${finding}`),
  );
});

describe('other kinds', () => {
  it('still want their series', () =>
    expect(told('<Figure kind="dots" title="A title" subtitle="Percent" />')).toContain(
      "r.mdx:10:1  error missing-attribute  a figure of kind 'dots' needs the attribute 'series'. What is compared, with commas between. Write series=\"return(rut, 1d), return(aapl, 1d), return(tsla, 1d)\".",
    ));

  it('have no claims', () =>
    expect(
      told('<Figure kind="dots" series="return(rut, 1d), return(spx, 1d)" claims="r1" title="A title" subtitle="Percent" />'),
    ).toContain("r.mdx:10:71  error figure  'dots' has no claims. It takes series, names, to."));
});
