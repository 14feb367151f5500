import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/data/day.ts';
import { Fault, formatFinding } from '../../src/finding.ts';
import { answerLines, markedLines } from '../../src/reports/answer-lines.ts';
import { answerOf, type MetricAnswer } from '../../src/reports/metric-answer.ts';
import { all, calendar, july2024 } from '../support/metrics.ts';
import { compile } from '../support/report.ts';

const named = new Map([['both', { title: 'Both', shortTitle: 'Both', metric: 'rut + spx' }]]);
const ask = (expression: string, at: string | null = '2024-07-16', snapshot = july2024): MetricAnswer =>
  answerOf(expression, at === null ? null : dayOf(at), { snapshot, calendar, named, names: new Map() });

function fault(expression: string, at?: string | null): string[] {
  try {
    ask(expression, at);
  } catch (thrown) {
    if (thrown instanceof Fault) return thrown.findings.flatMap((finding) => [formatFinding(finding), ...markedLines(finding)]);
    throw thrown;
  }
  return [];
}

describe('the answer to a metric', () => {
  it('has its value at full precision, its window, its place among all, and the values before it', () => {
    expect(ask('return( rut,5d )')).toMatchObject({
      metric: 'return(rut, 5d)',
      title: 'Russell 2000, return over five sessions',
      at: '2024-07-16',
      asked: null,
      value: 0.11539958708431275,
      display: '11.5%',
      window: { from: '2024-07-09', to: '2024-07-16' },
      place: { rank: 21, of: 6419, noun: 'five-session windows', since: '1999-01-11' },
      before: { asLarge: { at: '2020-04-29' }, asSmall: { at: '2024-07-15' } },
      inputs: [{ series: 'rut', from: '2024-07-09', to: '2024-07-16', rows: 6 }],
    });
  });

  it('sees nothing after the day, whatever the snapshot holds', () => {
    const { snapshot: _one, phrases: early, ...rest } = ask('return(rut, 5d)');
    const { snapshot: _other, phrases: late, ...same } = ask('return(rut, 5d)', '2024-07-16', all);
    expect(same).toEqual(rest);
    expect(late.map(({ text }) => text)).toEqual(early.map(({ text }) => text));
    // Pinned to the later snapshot a Fact must say its day.
    expect(late[0].fact).toContain('at="2024-07-16"');
    expect(early[0].fact).not.toContain('at=');
  });

  it.each([
    ['a Sunday is the session before', 'rut', '2024-07-14', july2024, '2024-07-12'],
    ['a day on which bonds are not traded is the one before', 'ust2y', '2023-10-09', july2024, '2023-10-06'],
    ['no day is the last of the snapshot', 'rut', null, all, '2026-08-21'],
    ['a series that has stopped is read on its last day', 'etp_calls', null, all, '2024-07-31'],
  ])('%s', (_convention, expression, at, snapshot, used) => {
    const answer = ask(expression, at, snapshot);
    expect(answer).toMatchObject({ at: used, asked: at });
    if (at) expect(answerLines(answer).join('\n')).toContain(`${used}, the last value by ${at}, snapshot`);
  });

  it('a window whose end is no session is written with the session that is used', () => {
    const answer = ask('return(rut, since 2023-12-31)');
    expect(answer).toMatchObject({ metric: 'return(rut, since 2023-12-29)', snapped: [{ bound: '2023-12-31', used: '2023-12-29' }] });
    expect(answer.phrases[0].fact).toContain('since 2023-12-29');
  });

  it('of a window that is fixed says so, and has no place among days on which the value is the same', () => {
    const lines = answerLines(ask('high(rut, from 2023-11-01 to 2023-12-08)'));
    expect(lines).toContain('window  2023-11-01 to 2023-12-08; it is fixed: the value is the same on every later day');
    expect(lines.filter((line) => /^(?:rank|before)/.test(line))).toEqual([]);
  });

  it('of the difference of two rates says in which unit which is', () => {
    expect(ask('ust2y - fed_upper').meaning).toBe(
      'Two-year Treasury yield minus Federal funds target, upper bound. The rates of the day; their difference is in basis points.',
    );
  });

  it.each([
    ['return(rtu, 5d)', "return(rtu, 5d):1:8  error unknown-series  unknown series 'rtu'. Did you mean 'rut'?", 7],
    ['rut - retrun(rut, 5d)', "rut - retrun(rut, 5d):1:7  error unknown-measure  unknown measure 'retrun'. Did you mean 'return'?", 6],
    ['average(vol, 5)', "average(vol, 5):1:9  error unknown-series  unknown series 'vol'.", 8],
    [
      'vol(rut, 20)',
      "vol(rut, 20):1:1  error unknown-measure  unknown measure 'vol'. Did you mean 'volatility'? 'npm run measures' lists them.",
      0,
    ],
    ['bollinger(rut)', "bollinger(rut):1:1  error unknown-measure  unknown measure 'bollinger'. 'npm run measures' lists them.", 0],
    ['change(ust10y, 5 days)', "change(ust10y, 5 days):1:16  error metric-syntax  '5 days' is not a window. Write 5d.", 15],
    [
      'change(curve(ust10y, ust2y), 20d)',
      "change(curve(ust10y, ust2y), 20d):1:8  error metric-arguments  's' of change(s, w) must be a series or another level, not one in basis points. Write 'change(ust10y, 20d) - change(ust2y, 20d)'.",
      7,
    ],
    ['return(rut, 5d', 'return(rut, 5d:1:15  error metric-syntax  the metric ends too early.', 14],
    ['rut - ust2y', "rut - ust2y:1:5  error metric-units  percent can't be subtracted from points.", 4],
  ])('of %s says what is wrong, and marks the place', (expression, message, column) => {
    const [told, shown, caret] = fault(expression);
    expect(told).toContain(message);
    expect([shown, caret]).toEqual([`  ${expression}`, `  ${' '.repeat(column)}^`]);
  });

  it('of a day before the data says when they begin', () => {
    expect(fault('rut - spx', '1998-12-31')[0]).toBe(
      'rut - spx:1:1  error metric-no-day  rut - spx has no value by 1998-12-31. The data begin on 1999-01-04.',
    );
  });

  it('refuses a day that the snapshot does not have', () => {
    expect(fault('rut', '2024-07-18')).toEqual([
      '--at  error at  the snapshot 2024-07-17 ends on 2024-07-16, before 2024-07-18. Ask for an earlier day.',
    ]);
  });
});

describe('every phrase of an answer stands in a report without a finding', () => {
  it.each([
    ['return(rut, 1d)', '2024-07-16'],
    ['return(rut, 5d) - return(spx, 5d)', '2024-07-16'],
    ['return(rut, since 2023-12-31)', '2024-07-16'],
    ['return(rut, from 2023-11-01 to 2023-12-08)', '2024-07-16'],
    ['change(ust2y, 5d)', '2024-07-16'],
    ['streak(rut)', '2024-07-16'],
    ['etp_calls', '2024-07-11'],
    ['drawdown(rut)', '2024-07-16'],
  ])('%s', (expression, at) => {
    const { phrases } = ask(expression, at);
    expect(phrases.length).toBeGreaterThan(0);
    for (const { fact } of phrases) expect(compile(fact).findings.map(formatFinding), fact).toEqual([]);
  });
});
