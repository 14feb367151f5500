import { expect, it } from 'vitest';
import { column, daily, series } from '../../support/metrics.ts';

const [a, b] = [daily('a', [6, 9]), daily('b', [2, 3])];

it('ratio(a, b) is a / b', () => expect(column('ratio(a, b)', a, b)).toEqual([3, 3]));
it('share(a, b) is a / (a + b)', () => expect(column('share(a, b)', a, b)).toEqual([0.75, 0.75]));

it.each([
  ['equity', 946247, 2612897, 0.36],
  ['ETP', 613083, 737820, 0.83],
  ['index', 1227073, 877154, 1.4],
])('putCall(puts, calls) is puts / calls: Cboe on 2021-01-14, %s', (_class, puts, calls, published) => {
  const [value] = column('putCall(p, c)', daily('p', [puts]), daily('c', [calls]));
  expect(Math.round(Number(value) * 100) / 100).toBe(published);
});

it('curve(long, short) is long - short in basis points', () => {
  const rate = (id: string, value: number) => series(id, [['2024-07-16', value]], 'percent');
  expect(column('curve(l, s)', rate('l', 4.25), rate('s', 4.5))).toEqual([-25]);
});

it('curve(long, short) is of rates, and of nothing else', () => {
  expect(() => column('curve(a, b)', a, b)).toThrow(
    "'long' of curve(long, short) must be a series or another level in percent, not one in points",
  );
});
