import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runLengths } from '../../../src/metrics/measures/streak.ts';
import { ofValues } from '../../support/metrics.ts';

it('streak of a level is that of its changes: - 1 0 -1 1 2 3 0', () =>
  expect(ofValues('streak(s)', [100, 101, 101, 99, 100, 102, 103, 103])).toEqual([null, 1, 0, -1, 1, 2, 3, 0]));

it('streak of a return is that of its own sign', () =>
  expect(ofValues('streak(return(s, 1d))', [100, 101, 102, 101, 101, 102])).toEqual([null, 1, 2, -1, 0, 1]));

it('a NaN has no streak, and the next run starts anew', () =>
  expect([...runLengths(Float64Array.of(1, Number.NaN, 1, 1))]).toEqual([1, Number.NaN, 1, 2]));

it('the length is that of the maximal run of one sign', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1 }), (signs) => {
      const last = Math.sign(signs[signs.length - 1]);
      let length = 0;
      while (length < signs.length && last !== 0 && Math.sign(signs[signs.length - 1 - length]) === last) length++;
      expect(Math.abs(runLengths(Float64Array.from(signs)).at(-1) ?? 0)).toBe(length);
    }),
  );
});
