import { expect, it } from 'vitest';
import { column, daily, series } from '../../support/metrics.ts';

/** Prices with these daily returns. */
function prices(returns: readonly number[]): number[] {
  const list = [100];
  for (const r of returns) list.push(list[list.length - 1] * (1 + r));
  return list;
}

const b = daily('b', prices([0.01, -0.02, 0.03, 0.01]));
const a = daily('a', prices([0.02, -0.04, 0.06, 0.02]));

it('beta(a, b, n): a that moves twice as much as b has 2', () => {
  expect(column('beta(a, b, 4)', a, b).at(-1)).toBeCloseTo(2, 9);
  expect(column('beta(b, a, 4)', a, b).at(-1)).toBeCloseTo(0.5, 9);
});

it('correlation(a, b, n) of the same moves is 1, of opposite ones -1', () => {
  const opposite = daily('c', prices([-0.01, 0.02, -0.03, -0.01]));
  expect(column('correlation(a, b, 4)', a, b).at(-1)).toBeCloseTo(1, 9);
  expect(column('correlation(c, b, 4)', opposite, b).at(-1)).toBeCloseTo(-1, 9);
});

it('trackingError(a, b, n) is the sample deviation of the differences x sqrt(252)', () => {
  const differences = [0.01, -0.02, 0.03, 0.01];
  const centre = 0.0075;
  const deviation = Math.sqrt(differences.reduce((sum, d) => sum + (d - centre) ** 2, 0) / 3);
  expect(column('trackingError(a, b, 4)', a, b).at(-1)).toBeCloseTo(deviation * Math.sqrt(252), 9);
});

it("outperformRate(a, b, n) is the share of sessions on which a's return was greater", () =>
  expect(column('outperformRate(a, b, 4)', a, b).at(-1)).toBe(0.75));

it('n returns need n + 1 days of both', () =>
  expect(column('outperformRate(a, b, 4)', a, b).slice(0, 4)).toEqual([null, null, null, null]));

it('each is measured on its own days: only returns of days that both have are set side by side', () => {
  const x = series('x', [
    ['2024-01-01', 100],
    ['2024-01-02', 110],
    ['2024-01-03', 121],
  ]);
  const y = series('y', [
    ['2024-01-01', 100],
    ['2024-01-03', 105],
  ]);
  // On January 3, x rose by 10 % in a day, y by 5 % since its day before.
  expect(column('outperformRate(x, y, 1)', x, y)).toEqual([null, 1]);
});
