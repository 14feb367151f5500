import fc from 'fast-check';
import { expect, it } from 'vitest';
import { movingAverage } from '../../../src/metrics/measures/average.ts';
import { ofValues } from '../../support/metrics.ts';

it('average(x, n) is the mean of the last n, today included', () => expect(ofValues('average(s, 2)', [1, 3, 5])).toEqual([null, 2, 4]));

it('20 and 20d say the same', () => expect(ofValues('average(s, 2d)', [1, 3, 5])).toEqual([null, 2, 4]));

it('a NaN makes every window it is in NaN, and no other', () =>
  expect([...movingAverage(Float64Array.of(1, Number.NaN, 3, 5, 7), 2)]).toEqual([Number.NaN, Number.NaN, Number.NaN, 4, 6]));

it('stays right after one bad tick of 1e16', () => expect(movingAverage(Float64Array.of(1, 1e16, 2, 3, 4), 2).at(-1)).toBe(3.5));

it('by prefix sums is the same as by summing', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), fc.integer({ min: 1, max: 7 }), (list, n) => {
      const averages = movingAverage(Float64Array.from(list), n);
      for (let i = n - 1; i < list.length; i++) {
        const sum = list.slice(i - n + 1, i + 1).reduce((a, b) => a + b, 0);
        expect(Math.abs(averages[i] - sum / n)).toBeLessThanOrEqual(1e-8);
      }
    }),
  );
});
