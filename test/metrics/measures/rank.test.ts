import fc from 'fast-check';
import { expect, it } from 'vitest';
import { expandingRank, windowRank } from '../../../src/metrics/measures/rank.ts';
import { ofValues } from '../../support/metrics.ts';

it('rank(x) is 1 + the number strictly greater so far: ties share the better rank', () =>
  expect(ofValues('rank(s)', [10, 20, 20, 15, 30, 30])).toEqual([1, 1, 1, 3, 1, 1]));

it('rank(x, since D) looks at D and later only', () =>
  expect(ofValues('rank(s, since 2024-01-03)', [99, 50, 10, 20, 15])).toEqual([null, null, 1, 1, 2]));

it('rank(x, n d) looks at the last n, today included', () => expect(ofValues('rank(s, 2d)', [30, 20, 10, 15])).toEqual([null, 2, 2, 1]));

it('warm-up has no rank and counts for none', () => expect(ofValues('rank(return(s, 1d))', [1, 2, 3, 9])).toEqual([null, 1, 2, 1]));

it('by insertion is the same as by counting', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (list) => {
      const values = Float64Array.from(list);
      expect(expandingRank(values)).toEqual(windowRank(values, () => 0));
    }),
  );
});
