import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampled, thinned } from '../../src/charts/thin.ts';

const line = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 3000 }).map((values) => ({
  days: Int32Array.from(values, (_value, i) => 10_000 + i),
  values: Float64Array.from(values),
}));

describe('thinning a line to the pixels', () => {
  it('keeps every point where there is room', () => {
    expect(thinned(Int32Array.of(1, 2, 3), Float64Array.of(5, 6, 7), 10)).toEqual([0, 1, 2]);
  });

  it('keeps the ends, the lowest and the highest, ascending, at most four points a column', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 10, max: 400 }), ({ days, values }, columns) => {
        const kept = thinned(days, values, columns);
        expect(kept.length).toBeLessThanOrEqual(Math.max(values.length <= 2 * columns ? values.length : 0, 4 * columns));
        expect([kept[0], kept.at(-1)]).toEqual([0, values.length - 1]);
        expect(kept.every((index, k) => k === 0 || index > kept[k - 1])).toBe(true);
        const shown = kept.map((index) => values[index]);
        expect(Math.min(...shown)).toBe(values.reduce((a, b) => Math.min(a, b)));
        expect(Math.max(...shown)).toBe(values.reduce((a, b) => Math.max(a, b)));
      }),
    );
  });
});

describe('sampling a line of years', () => {
  it('keeps the ends, the lowest and the highest, ascending, and one point a column besides', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 10, max: 400 }), ({ days, values }, columns) => {
        const kept = sampled(days, values, columns);
        expect(kept.length).toBeLessThanOrEqual(columns + 3);
        expect([kept[0], kept.at(-1)]).toEqual([0, values.length - 1]);
        expect(kept.every((index, k) => k === 0 || index > kept[k - 1])).toBe(true);
        const shown = kept.map((index) => values[index]);
        expect(Math.min(...shown)).toBe(values.reduce((a, b) => Math.min(a, b)));
        expect(Math.max(...shown)).toBe(values.reduce((a, b) => Math.max(a, b)));
      }),
    );
  });
});
