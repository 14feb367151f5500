import { expect, it } from 'vitest';
import { ofValues } from '../../support/metrics.ts';

it('percentile(x, w) is the share of the prior w values strictly below, today excluded', () =>
  expect(ofValues('percentile(s, 4d)', [1, 2, 2, 3, 2, 9])).toEqual([null, null, null, null, 0.25, 1]));
