import { expect, it } from 'vitest';
import { column, daily, series } from '../../support/metrics.ts';

it("change(s, w) is end - base in the series' own unit", () =>
  expect(column('change(s, 1d)', daily('s', [10, 12, 9]))).toEqual([null, 2, -3]));

it('of a rate in percent it is in basis points', () => {
  const rate = series(
    'r',
    [
      ['2024-07-15', 4.5],
      ['2024-07-16', 4.25],
    ],
    'percent',
  );
  expect(column('change(r, 1d)', rate)).toEqual([null, -25]);
});
