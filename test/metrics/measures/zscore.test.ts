import { expect, it } from 'vitest';
import { ofValues } from '../../support/metrics.ts';

it('zscore(x, w) is (x - mean) / sample deviation of the prior w values, today excluded', () => {
  // 2 4 4 4 5 5 7 9 has mean 5 and squares of deviations that sum to 32.
  expect(ofValues('zscore(s, 8d)', [2, 4, 4, 4, 5, 5, 7, 9, 11]).at(-1)).toBeCloseTo(6 / Math.sqrt(32 / 7), 12);
});

it('one prior value has no deviation', () => expect(ofValues('zscore(s, 1d)', [1, 2, 3])).toEqual([null, null, null]));
