import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviations, surelyUsual } from '../../../src/publishers/checks/moves.ts';

const movesFrom = (sizes: readonly number[], small = 0) => ({
  rows: [...sizes.keys()],
  from: [],
  sizes: Float64Array.from(sizes),
  least: 0.0001,
  small,
});

describe('deviations', () => {
  it('are a move over the median distance of the moves before it from their median, with its sign', () => {
    const sizes = Array.from({ length: 63 }, (_, index) => [0.02, 0.01, 0.03][index % 3]);
    expect(deviations(movesFrom([...sizes, -0.05]), 63)).toBeCloseTo(-5, 10);
  });

  it('are 0 with fewer than 63 moves before', () => {
    expect(deviations(movesFrom(Array(63).fill(0.01)), 62)).toBe(0);
  });

  it('have a least deviation where the series stands still', () => {
    expect(deviations(movesFrom([...Array(63).fill(0), 0.001]), 63)).toBeCloseTo(10, 10);
  });
});

describe('surelyUsual', () => {
  const size = fc.oneof(fc.double({ min: -0.02, max: 0.02, noNaN: true }), fc.constantFrom(0, 0.01, -0.01));

  it('is never said of a move of more deviations', () => {
    fc.assert(
      fc.property(
        fc.array(size, { minLength: 63, maxLength: 80 }),
        fc.double({ min: -0.3, max: 0.3, noNaN: true }),
        fc.constantFrom(0, 0.0025, 0.005),
        (sizes, last, small) => {
          const moves = movesFrom([...sizes, last], small);
          fc.pre(surelyUsual(moves, sizes.length, 10));
          expect(Math.abs(deviations(moves, sizes.length))).toBeLessThanOrEqual(10);
        },
      ),
    );
  });

  it('is said of an ordinary day', () => {
    expect(surelyUsual(movesFrom(Array.from({ length: 100 }, (_, index) => [-0.01, 0, 0.01][index % 3])), 99, 10)).toBe(true);
  });
});
