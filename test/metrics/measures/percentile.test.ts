import fc from 'fast-check';
import { expect, it } from 'vitest';
import { priorPercentile } from '../../../src/metrics/measures/percentile.ts';
import { indicesBack } from '../../../src/metrics/window-bounds.ts';
import { ofValues } from '../../support/metrics.ts';

it('percentile(x, w) is the share of the prior w values strictly below, today excluded', () =>
  expect(ofValues('percentile(s, 4d)', [1, 2, 2, 3, 2, 9])).toEqual([null, null, null, null, 0.25, 1]));

it('by a sorted list is the same as by counting, NaN where one is NaN', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant(Number.NaN))), fc.integer({ min: 1, max: 5 }), (list, n) => {
      const counted = list.map((value, i) => {
        const prior = list.slice(i - n, i);
        return i < n || [...prior, value].some(Number.isNaN) ? Number.NaN : prior.filter((other) => other < value).length / n;
      });
      expect([...priorPercentile(Float64Array.from(list), indicesBack(n, list.length))]).toEqual(counted);
    }),
  );
});
