import { describe, expect, it } from 'vitest';
import { historyOf } from '../../src/assertions/checks/history.ts';
import { shareBeyond, shareOfLookBack, shareOfPlace, shareOfRuns, shareOfValue } from '../../src/assertions/rarity.ts';
import { daily } from '../support/subject.ts';

const history = (values: readonly number[]) => historyOf(daily('s', values), 1);

describe('how remarkable a statement is: the share of values of which as much could have been said', () => {
  it('a number: of the values as large, itself among them', () => {
    expect(shareBeyond(history([1, 5, 2, 4, 3, 4]))).toBe(3 / 6);
  });

  it('since: of those that were better than as many values right before them', () => {
    // 5 and 6 were better than two values before them, as the last is; 3, at the beginning, than none.
    expect(shareOfLookBack(history([3, 1, 1, 5, 6, 1, 1, 2]), 2)).toBe(3 / 8);
  });

  it('since: an early value that was better than all before it counts from a quarter as many on', () => {
    expect(shareOfLookBack(history([1, 2, 3, 4, 5, 6, 7, 8, 9]), 8)).toBe(7 / 9);
  });

  it('a place: of those that had it, or a better one, among as many before them', () => {
    // 9, then 8, the second, and 8 again, the first of the last four; 7 is the third of four, and 1 has nothing before it.
    expect(shareOfPlace(history([1, 9, 8, 7, 1, 1, 8]), 2, 3)).toBe(3 / 7);
  });

  it('a streak: of the days on which a run of that sign was as long', () => {
    expect(shareOfRuns(Float64Array.of(Number.NaN, 1, 2, 3, -1, -2, 1, 2), 2)).toBe(3 / 7);
    expect(shareOfRuns(Float64Array.of(Number.NaN, 1, 2, 3, -1, -2, 1, -2), -2)).toBe(2 / 7);
  });

  it('a record of a price that always rises is nothing rare, a large return is', () => {
    const rising = Array.from({ length: 40 }, (_one, i) => 100 + i);
    expect(shareOfValue(daily('s', rising))).toBeGreaterThan(0.7);
    expect(shareOfValue(daily('return(s, 1d)', [...rising, 160]))).toBe(1 / 40);
  });
});
