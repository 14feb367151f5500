import { expect, it } from 'vitest';
import { at, ofValues } from '../../support/metrics.ts';

it('breakout(s, w) is 1 above every one of the prior w closes, -1 below, else 0', () =>
  expect(ofValues('breakout(s, 2d)', [5, 7, 8, 6, 5, 6, 6])).toEqual([null, null, 1, -1, -1, 0, 0]));

it('a close at the old high is no breakout', () => expect(ofValues('breakout(s, 2d)', [5, 7, 7])).toEqual([null, null, 0]));

it('the Russell 2000 left its range of 2022-01-20 to 2024-07-10 on July 12, and its range of two years on July 11', () => {
  expect(at('breakout(rut, since 2022-01-20)', '2024-07-11').value).toBe(0);
  expect(at('breakout(rut, since 2022-01-20)', '2024-07-12').value).toBe(1);
  expect(at('breakout(rut, 2y)', '2024-07-11').value).toBe(1);
});
