import { describe, expect, it } from 'vitest';
import { csv, findings, parse, resource, rulesIn, stretch } from '../../support/tables.ts';

/** A series that stands, rises, falls, rises and falls by turns, then moves: its median deviation is a log return of 0.01. */
function saw(moves: readonly number[], sessions = 100): number[] {
  const closes = [100];
  const turns = Array.from({ length: sessions }, (_, session) => [0, 0.01, -0.01, 0.01, -0.01][session % 5]);
  for (const move of [...turns, ...moves]) closes.push(closes[closes.length - 1] * Math.exp(move));
  return closes.map((close) => Number(close.toFixed(6)));
}

describe('a leap of an index', () => {
  it('is beyond what an index can do', () => {
    expect(findings('nasdaq-composite', csv('ixic', '2024-07-11', [18283.41, 13398.45, 18472.57]))).toEqual([
      "x.csv:3:12  error leap  ixic is 13398.45 on 2024-07-12, after 18283.41 on 2024-07-11: -26.7%. An index does not move by more than 25% in a day. Compare it with a second source, and correct it. Where it is no index, write 'instrument: volatility' (or future, share, rate) beside the resource.",
    ]);
  });

  it.each([
    [1250, []],
    [1250.01, ['leap 3']],
    [750, []],
    [749.99, ['leap 3']],
  ])('lets 25 percent pass and no more: 1000 to %d', (to, expected) => {
    expect(rulesIn('nasdaq-composite', csv('ixic', '2024-07-11', [1000, to]))).toEqual(expected);
  });

  it('is told once where the series stays on its new level, twice where there are two', () => {
    expect(rulesIn('nasdaq-composite', csv('ixic', '2024-07-08', [1000, 2000, 2010, 2020]))).toEqual(['leap 3']);
    expect(rulesIn('nasdaq-composite', csv('ixic', '2024-07-08', [1000, 2000, 1000, 3000, 1010]))).toEqual(['leap 3', 'leap 5']);
    expect(rulesIn('nasdaq-composite', csv('ixic', '2024-07-08', [1000, 2000, 4000, 1010]))).toEqual(['leap 3', 'leap 4']);
  });

  it.each([
    ['the crash of March 2020, -14.27% of the Russell 2000', 'us-equity-indices', '2020-02-19', '2020-04-07'],
    ['October 2008', 'us-equity-indices', '2008-09-15', '2008-12-15'],
    ['the gaps of April 2025', 'nasdaq-composite', '2025-04-01', '2025-04-15'],
    ['the VIX on 2024-08-05, +65%', 'volatility', '2024-07-30', '2024-08-09'],
    ['the VIX on 2024-12-18, +74%', 'volatility', '2024-12-16', '2024-12-20'],
  ])('lets real extremes pass: %s', (_name, table, from, to) => {
    expect(findings(table, stretch(table, from, to))).toEqual([]);
  });
});

describe('an outlier', () => {
  it('is recorded, with how far out it is', () => {
    expect(findings('volatility', csv('vix', '2024-02-01', saw([0.15])))).toEqual([
      'x.csv:103:12  warning outlier  vix is 116.183424 on 2024-06-27, after 100 on 2024-06-26: +16.2%, 15.00 median deviations of the sessions before. More than 10 are rare. Compare 2024-06-27 with a second source; if it is right, there is nothing to do.',
    ]);
  });

  it.each([
    [0.099, []],
    [0.101, ['outlier 103']],
    [-0.099, []],
    [-0.101, ['outlier 103']],
  ])('is more than ten median deviations of 0.01: a log return of %d', (move, expected) => {
    expect(rulesIn('volatility', csv('vix', '2024-02-01', saw([move])))).toEqual(expected);
  });

  it('is not looked for with fewer than 63 moves before it', () => {
    expect(rulesIn('volatility', csv('vix', '2024-02-01', saw([0.15], 62)))).toEqual([]);
    expect(rulesIn('volatility', csv('vix', '2024-02-01', saw([0.15], 63)))).toEqual(['outlier 66']);
  });

  it('is measured over 252 sessions, not the calm before them', () => {
    const calm = Array.from({ length: 300 }, (_, session) => (session % 2 === 0 ? 100 : 100.1));
    expect(rulesIn('volatility', csv('vix', '2022-02-01', [...calm, ...saw([0.099], 252)]))).not.toContain(`outlier ${300 + 253 + 2}`);
  });

  it.each([
    ['alike', 0.041, []],
    ['too little', 0.039, ['outlier 103']],
    ['the other way', -0.05, ['outlier 103']],
  ])('is none where another series of the table moves alike: %s', (_name, move, expected) => {
    const [rut, spx] = [saw([0.15]), saw([move])];
    const rows = rut.map((close, row) => `${close},${spx[row]}`);
    expect(rulesIn('us-equity-indices', csv('rut,spx', '2024-02-01', rows))).toEqual(expected);
  });

  it('of a rate is a difference, and at least ten basis points', () => {
    const yields = (last: number) => csv('ust2y,ust10y', '2014-02-03', [...Array(80).fill('0.36,2.70'), `${last},2.70`]);
    expect(rulesIn('treasury-yields', yields(0.46))).toEqual([]);
    expect(findings('treasury-yields', yields(0.47))).toEqual([
      'x.csv:82:12  warning outlier  ust2y is 0.47 on 2014-05-29, after 0.36 on 2014-05-28: +0.11 percentage points, 11.00 median deviations of the sessions before, and no other series of the table moved alike. More than 10 are rare. Compare 2014-05-29 with a second source; if it is right, there is nothing to do.',
    ]);
  });

  it('is told of new and revised values only', () => {
    const text = csv('vix', '2024-02-01', saw([0.15, 0.01]));
    expect(findings('volatility', text, { previous: parse(text) })).toEqual([]);
    const otherwise = parse(csv('vix', '2024-02-01', saw([0.01])));
    expect(rulesIn('volatility', text, { previous: otherwise })).toEqual(['outlier 103', 'revised 103']);
  });

  it('is not told of a recorded split, nor of a move recorded as real', () => {
    const fund = (ratio: number) => resource('russell-2000-etfs', { events: [{ date: '2024-06-27', series: 'iwm', ratio }] });
    const halved = csv(
      'iwm,iwn,iwo',
      '2024-02-01',
      saw([-0.69]).map((close) => `${close},100,100`),
    );
    expect(rulesIn(fund(2), halved)).toEqual([]);
    expect(rulesIn(fund(1), halved)).toEqual([]);
    expect(rulesIn('russell-2000-etfs', halved)).toEqual(['unrecorded-split 103']);
  });

  it('is not told as well where there is an error', () => {
    expect(rulesIn('nasdaq-composite', csv('ixic', '2024-02-01', saw([0.4, -0.4])))).toEqual(['leap 103']);
  });
});
