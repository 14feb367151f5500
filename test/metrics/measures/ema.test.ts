import { expect, it } from 'vitest';
import { ofValues } from '../../support/metrics.ts';

it('ema(s, 3) of 0 to 9, seeded with the simple average: _ _ 1 2 3 4 5 6 7 8', () =>
  expect(ofValues('ema(s, 3)', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual([null, null, 1, 2, 3, 4, 5, 6, 7, 8]));

it('a series shorter than n has none', () => expect(ofValues('ema(s, 3)', [1, 2])).toEqual([null, null]));
