import { expect, it } from 'vitest';
import { ofValues } from '../../support/metrics.ts';

it('drawdown(s) is s / highest so far - 1, 0 at a high', () =>
  expect(ofValues('drawdown(s)', [8, 10, 5, 12, 9])).toEqual([0, 0, -0.5, 0, -0.25]));

it('maxDrawdown(s, w) is the lowest of those in the window, each from the highest of all the data', () =>
  expect(ofValues('maxDrawdown(s, 2d)', [8, 10, 5, 12, 9])).toEqual([null, 0, -0.5, -0.5, -0.25]));
