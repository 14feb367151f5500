import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayOf } from '../../../src/data/day.ts';
import { latestAtLeast } from '../../../src/metrics/measures/since.ts';
import { ofValues } from '../../support/metrics.ts';

it('since(x) is the day of the latest earlier value at least as large; an equal one ends the run; null if there is none', () => {
  const day = dayOf('2024-01-01');
  expect(ofValues('since(s)', [5, 3, 3, 4, 6])).toEqual([null, day, day + 1, day, null]);
});

it('by a stack is the same as by looking back', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (values) => {
      const naive = values.map((value, i) => values.slice(0, i).findLastIndex((other) => other >= value));
      expect([...latestAtLeast(Float64Array.from(values))]).toEqual(naive);
    }),
  );
});
