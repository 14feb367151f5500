import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, dayOf } from '../../src/data/day.ts';
import { indexOnOrBefore, type Series } from '../../src/data/series.ts';
import { evaluateAt } from '../../src/metrics/evaluate.ts';
import { measures } from '../../src/metrics/measures/index.ts';
import { all, calendar } from '../support/metrics.ts';

/** The series with every value after a day replaced, or cut off, and the later days moved. */
function poison(series: Series, asOf: Day, value: number): Series {
  const length = indexOnOrBefore(series.days, asOf) + 1;
  return {
    ...series,
    values: series.values.map((old, i) => (i < length ? old : value)),
    days: series.days.map((day, i) => (i < length ? day : day + 1)),
  };
}

describe('nothing after asOf is visible', () => {
  const days = ['2024-07-10', '2024-07-12', '2024-07-16', '2024-07-17'].map(dayOf);

  it.each([...measures.values()].map(({ example }) => example))('%s is the same whatever comes later', (metric) => {
    fc.assert(
      fc.property(fc.constantFrom(...days), fc.constantFrom(0, -1, 1e9, Number.NaN, Number.POSITIVE_INFINITY), (asOf, value) => {
        const told = (series: ReadonlyMap<string, Series>) => {
          const { value: found, working, inputs } = evaluateAt(metric, asOf, { snapshot: { series }, calendar, asOf });
          return { found, working, inputs: inputs.map(({ series: { id }, first, last }) => [id, first, last]) };
        };
        const poisoned = new Map([...all.series].map(([id, series]) => [id, poison(series, asOf, value)]));
        expect(told(poisoned)).toEqual(told(all.series));
      }),
      { numRuns: 8, seed: 20240716 },
    );
  });

  it('a value asked for at a later day than asOf is refused', () => {
    expect(() => evaluateAt('rut', dayOf('2024-07-17'), { snapshot: all, calendar, asOf: dayOf('2024-07-16') })).toThrow(
      'rut has no value on 2024-07-17. The last day before it is 2024-07-16.',
    );
  });
});
