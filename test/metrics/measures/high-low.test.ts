import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rollingExtreme } from '../../../src/metrics/extremes.ts';
import { indicesBack } from '../../../src/metrics/window-bounds.ts';
import { ofValues } from '../../support/metrics.ts';

it('high(x, w) is the largest of the last w values, today included', () =>
  expect(ofValues('high(s, 2d)', [3, 1, 2, 5])).toEqual([null, 3, 2, 5]));

it('low(x, w) is the smallest of them', () => expect(ofValues('low(s, 2d)', [3, 1, 2, 5])).toEqual([null, 1, 1, 2]));

it('since D takes in D; before it there is none', () =>
  expect(ofValues('high(s, since 2024-01-02)', [9, 1, 2, 1])).toEqual([null, 1, 2, 2]));

it('by a deque is the same as by looking at every value, NaN where one is NaN', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant(Number.NaN))),
      fc.integer({ min: 1, max: 5 }),
      fc.boolean(),
      (list, n, largest) => {
        const naive = list.map((_value, i) => {
          const window = list.slice(i - n + 1, i + 1);
          return i < n - 1 ? Number.NaN : largest ? Math.max(...window) : Math.min(...window);
        });
        expect([...rollingExtreme(Float64Array.from(list), largest, indicesBack(n - 1, list.length), indicesBack(0, list.length))]).toEqual(
          naive,
        );
      },
    ),
  );
});
