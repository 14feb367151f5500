import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/data/day.ts';
import { Fault, formatFinding } from '../../src/finding.ts';
import { readContent } from '../../src/reports/content.ts';
import { factsLines, howRemarkable } from '../../src/reports/facts-lines.ts';
import { type RemarkableFacts, remarkableFacts } from '../../src/reports/remarkable-facts.ts';
import { calendar, july2024 } from '../support/metrics.ts';
import { compile } from '../support/report.ts';

const { named, names } = readContent('content');
const desk = { snapshot: july2024, calendar, named, names };
const factsOf = (series: string, at = '2024-07-16', against: readonly string[] = [], most = 10): RemarkableFacts =>
  remarkableFacts(series, against, dayOf(at), most, desk);

function fault(attempt: () => unknown): string[] {
  try {
    attempt();
  } catch (thrown) {
    if (thrown instanceof Fault) return thrown.findings.map(formatFinding);
    throw thrown;
  }
  return [];
}

describe('the Russell 2000 on July 16, 2024 tells its story by itself', () => {
  const { facts, looked } = factsOf('rut');
  const told = facts.map(({ sentence }) => sentence).join('\n');

  it.each([
    [
      'the gap',
      'led the S&P 500 by 9.9 percentage points in the five sessions to July 16, 2024, its widest five-session gap in data since 1999<',
    ],
    ['the five sessions', 'rose 11.5% in the five sessions to July 16, 2024, its best five sessions since April 2020<'],
    ['the streak', 'rose for a fifth straight session, its longest streak of gains since May 2024<'],
    ['the lead day after day', 'led the S&P 500 for a fifth straight session, its longest streak since March 2024<'],
    ['the high', 'closed at <Fact m="rut">2,263.67, its highest close since January 2022<'],
    ['the average', '15.6% above its 200-day average, the highest since June 2021<'],
    ['the z-score', '4.4 standard deviations above the mean, the highest since November 2008<'],
    ['the week', 'at="2024-07-12">led the S&P 500 by 5.1 percentage points in the week to July 12, 2024'],
  ])('%s', (_what, words) => {
    expect(told).toContain(words);
  });

  it('the rarest first, and no kind over and over', () => {
    expect(facts).toHaveLength(10);
    const shares = facts.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    for (const of of Map.groupBy(facts, ({ family }) => family).values()) expect(of.length).toBeLessThanOrEqual(3);
    expect(new Set(facts.map(({ family }) => family)).size).toBeGreaterThanOrEqual(7);
    expect(looked).toBeGreaterThan(20);
  });
});

describe('every fact stands in a report without a finding', () => {
  it.each([
    ['rut', '2024-07-16'],
    ['spx', '2024-06-21'],
    ['ust2y', '2024-07-16'],
    ['iwn', '2024-07-16'],
    ['etp_calls', '2024-07-11'],
    ['fed_upper', '2024-07-16'],
    ['return(rut, 5d) - return(spx, 5d)', '2024-07-16'],
    ['curve(ust10y, ust2y)', '2024-07-16'],
  ])('%s on %s', (series, at) => {
    const { facts } = factsOf(series, at, [], 40);
    expect(facts.length).toBeGreaterThan(1);
    const body = facts.map(({ sentence }) => sentence).join('\n\n');
    expect(compile(body).findings.map(formatFinding)).toEqual([]);
  });
});

describe('on a quiet day', () => {
  const quiet = factsOf('rut', '2024-05-24');

  it('says that there is little to tell, and how little', () => {
    expect(howRemarkable(quiet)).toBe('23 metrics were looked at. Little to tell: none of these is rarer than 1 in 23.');
    expect(factsLines(quiet)[3]).toMatch(/^ {4}1 in \d\d {2}The Russell 2000 /);
  });
});

describe('against other series', () => {
  it('those of its table with its unit, unless some are named', () => {
    expect(factsOf('rut').against).toEqual(['spx']);
    expect(factsOf('ust10y').against).toEqual(['ust2y']);
    expect(factsOf('vix').against).toEqual([]);
    expect(factsOf('etp_calls').against).toEqual(['etp_puts']);
    expect(
      factsOf('rut', '2024-07-16', ['ixic'])
        .facts.map(({ sentence }) => sentence)
        .join('\n'),
    ).toContain('led the Nasdaq Composite by');
  });

  it('says of each what is wrong with it, all at once', () => {
    expect(fault(() => factsOf('rut', '2024-07-16', ['ust2y', 'ixci', 'return(spx, 1d)']))).toEqual([
      "ust2y:1:1  error facts-against  'ust2y' is in percent, and 'rut' in points: there is no gap between them. Write a series in points.",
      "ixci:1:1  error unknown-series  unknown series 'ixci'. Did you mean 'ixic'?",
      "return(spx, 1d):1:1  error facts-against  'return(spx, 1d)' is a metric. A gap is that between two series: write their ids.",
    ]);
  });

  it('a name that is wrong is told with the nearest', () => {
    expect(fault(() => factsOf('rtu'))).toEqual(["rtu:1:1  error unknown-series  unknown series 'rtu'. Did you mean 'rut'?"]);
  });
});
