import { describe, expect, it } from 'vitest';
import { advisedWords } from '../../src/assertions/advice.ts';
import { firstBeaten, rankingsIn } from '../../src/assertions/beaten.ts';
import { isoOf } from '../../src/data/day.ts';
import { evaluateColumn } from '../../src/metrics/evaluate.ts';
import { contextOf, series } from '../support/metrics.ts';
import { daily, dated } from '../support/subject.ts';

type Rows = readonly (readonly [string, number])[];

const past: Rows = [
  ['2023-12-28', 100],
  ['2023-12-29', 110],
  ['2024-01-02', 90],
  ['2024-01-03', 105],
];

/** When the first superlative in the words, said of the last of `rows`, was beaten by `later` ones. */
function beaten(words: string, metric: string, rows: Rows, later: Rows): string | null {
  const [ranking] = rankingsIn(words, dated(metric, rows));
  const day = firstBeaten(ranking, evaluateColumn(ranking.subject.metric, contextOf([series('s', [...rows, ...later])])).column)?.day;
  return day === undefined ? null : isoOf(day);
}

describe('firstBeaten', () => {
  it('is the first day on which the value is at least as good: a tie will do', () => {
    const words = 'highest close since December 29, 2023';
    expect(beaten(words, 's', past, [['2024-01-04', 104.9]])).toBe(null);
    expect(
      beaten(words, 's', past, [
        ['2024-01-04', 104],
        ['2024-01-05', 105],
        ['2024-01-08', 120],
      ]),
    ).toBe('2024-01-05');
  });

  it('looks down for a low', () => {
    const low = past.slice(0, 3);
    expect(
      beaten('lowest close in data since 2023', 's', low, [
        ['2024-01-03', 200],
        ['2024-01-04', 89],
      ]),
    ).toBe('2024-01-04');
  });

  it('of the year is by that year only, and a tie leaves it', () => {
    const words = 'the highest close of the year';
    expect(beaten(words, 's', past, [['2024-02-01', 105]])).toBe(null);
    expect(beaten(words, 's', past, [['2024-02-01', 106]])).toBe('2024-02-01');
    expect(beaten(words, 's', past, [['2025-01-02', 106]])).toBe(null);
  });

  it('of a place is by one more that is as good', () => {
    expect(beaten('second-highest close since 2023', 's', past.slice(0, 1).concat([['2024-01-02', 90]]), [['2024-01-03', 90]])).toBe(
      '2024-01-03',
    );
  });

  it('of a week waits until the next is over, and is not by its own', () => {
    const rows: Rows = [
      ['2023-12-22', 100],
      ['2023-12-29', 101],
      ['2024-01-05', 103],
      ['2024-01-10', 107],
    ];
    const words = 'best week in data since 2023';
    const ownWeek: Rows = [['2024-01-12', 110]];
    expect(beaten(words, 'return(s, 1w)', rows, ownWeek)).toBe(null);
    const running: Rows = [...ownWeek, ['2024-01-16', 120]];
    expect(beaten(words, 'return(s, 1w)', rows, running)).toBe(null);
    expect(beaten(words, 'return(s, 1w)', rows, [...running, ['2024-01-19', 119]])).toBe('2024-01-19');
  });

  it('of a level that a move reached is by the level', () => {
    const rows: Rows = [...past.slice(0, 3), ['2024-01-03', 105]];
    expect(
      beaten('rose to 105, its highest close since December 29, 2023', 'return(s, 1d)', rows, [
        ['2024-01-04', 104],
        ['2024-01-05', 106],
      ]),
    ).toBe('2024-01-05');
  });

  it('of the largest drawdown is by a deeper one', () => {
    const rows: Rows = [
      ['2024-01-02', 100],
      ['2024-01-03', 90],
    ];
    expect(
      beaten('largest drawdown in data since 2024', 'drawdown(s)', rows, [
        ['2024-01-04', 99],
        ['2024-01-05', 89],
      ]),
    ).toBe('2024-01-05');
  });

  it('of a streak is by one as long', () => {
    const rising = (n: number): Rows =>
      ['2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05'].slice(0, n).map((day, i) => [day, 100 + i]);
    expect(beaten('longest winning streak in data since 2024', 'streak(s)', rising(3), rising(4).slice(3))).toBe('2024-01-05');
  });

  it('is asked only of superlatives', () => {
    expect(rankingsIn('rose 5%', daily('return(s, 1d)', [100, 105]))).toEqual([]);
  });
});

describe('advisedWords', () => {
  it.each([
    ['closed up 3.5%', 103.3, 'closed up 3.3%'],
    ['rose 3.5% on Tuesday', 103.3, 'rose 3.3% on Tuesday'],
    ['a gain of 3.5%', 103.3, 'a gain of 3.3%'],
    ['rose 3.5%', 97, 'fell 3.0%'],
    ['closed up 3.3%', 103.3, 'closed up 3.3%'],
    ['rose nearly 4%', 104.1, 'rose 4%'],
    ['strong', 103.3, null],
  ])('of %s is, for a value that went from 100 to %d, %s', (words, value, expected) => {
    expect(advisedWords(words, daily('return(s, 1d)', [100, value]))).toBe(expected);
  });

  it('follows one complaint after the other', () => {
    const subject = daily('s', [100, 106, 104.5, 105]);
    expect(advisedWords('105.4, its highest close since July 15', subject)).toBe('105.0, its highest close since July 12, 2024');
  });
});
