import fc from 'fast-check';
import { expect, it } from 'vitest';
import { expandingRank, windowRank } from '../../../src/metrics/measures/rank.ts';
import { indicesBack } from '../../../src/metrics/window-bounds.ts';
import { ofValues } from '../../support/metrics.ts';

it('rank(x) is 1 + the number strictly greater so far: ties share the better rank', () =>
  expect(ofValues('rank(s)', [10, 20, 20, 15, 30, 30])).toEqual([1, 1, 1, 3, 1, 1]));

it('rank(x, since D) looks at D and later only', () =>
  expect(ofValues('rank(s, since 2024-01-03)', [99, 50, 10, 20, 15])).toEqual([null, null, 1, 1, 2]));

it('rank(x, n d) looks at the last n, today included', () => expect(ofValues('rank(s, 2d)', [30, 20, 10, 15])).toEqual([null, 2, 2, 1]));

it('warm-up has no rank and counts for none', () => expect(ofValues('rank(return(s, 1d))', [1, 2, 3, 9])).toEqual([null, 1, 2, 1]));

const values = fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant(Number.NaN)));

it('by a sorted list is the same as by counting, NaN where one is NaN', () => {
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 5 }), (list, n) => {
      const counted = list.map((value, i) => {
        const window = list.slice(i - n + 1, i + 1);
        return i < n - 1 || window.some(Number.isNaN) ? Number.NaN : 1 + window.filter((other) => other > value).length;
      });
      expect([...windowRank(Float64Array.from(list), indicesBack(n - 1, list.length))]).toEqual(counted);
    }),
  );
});

it('among all so far it begins with the first value, and ends with a NaN after it', () => {
  fc.assert(
    fc.property(values, (list) => {
      const start = list.findIndex((value) => !Number.isNaN(value));
      const counted = list.map((value, i) => {
        const known = list.slice(Math.max(0, start), i + 1);
        return i < start || known.some(Number.isNaN) ? Number.NaN : 1 + known.filter((other) => other > value).length;
      });
      expect([...expandingRank(Float64Array.from(list))]).toEqual(counted);
    }),
  );
});
