import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampled, thinned } from '../../src/charts/thin.ts';

const line = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 3000 }).map((values) => ({
  days: Int32Array.from(values, (_value, i) => 10_000 + i),
  values: Float64Array.from(values),
}));

function expectEndsAndExtremes(kept: readonly number[], values: Float64Array): void {
  expect([kept[0], kept.at(-1)]).toEqual([0, values.length - 1]);
  expect(kept.every((index, k) => k === 0 || index > kept[k - 1])).toBe(true);
  const shown = kept.map((index) => values[index]);
  expect(Math.min(...shown)).toBe(values.reduce((a, b) => Math.min(a, b)));
  expect(Math.max(...shown)).toBe(values.reduce((a, b) => Math.max(a, b)));
}

describe('thinning a line to what can be seen', () => {
  it('keeps every point where there is room', () => {
    const [days, values] = [Int32Array.of(1, 2, 3), Float64Array.of(5, 6, 4)];
    expect(thinned(days, values, { perDay: 10, perUnit: 10 }, 2)).toEqual([0, 1, 2]);
  });

  it('keeps the ends, the lowest and the highest, ascending', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 10, max: 400 }), ({ days, values }, width) => {
        const height = Math.max(1, Math.max(...values) - Math.min(...values));
        expectEndsAndExtremes(thinned(days, values, { perDay: width / days.length, perUnit: 300 / height }, 2), values);
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
        expectEndsAndExtremes(kept, values);
      }),
    );
  });
});
