import { expect, it } from 'vitest';
import { at, ofValues } from '../../support/metrics.ts';

it('multiple(x, n) is x / the mean of the prior n values, today excluded', () =>
  expect(ofValues('multiple(s, 2)', [1, 3, 8, 11])).toEqual([null, null, 4, 2]));

it.each([
  ['2024-07-11', 1.33],
  ['2024-07-12', 1.5],
  ['2024-07-15', 1.26],
  ['2024-07-16', 1.39],
])("Cboe's calls on exchange-traded products on %s: about %f times their two-year mean", (date, expected) => {
  expect(Math.abs(at('multiple(etp_calls, 500)', date).value - expected)).toBeLessThan(0.011);
});
