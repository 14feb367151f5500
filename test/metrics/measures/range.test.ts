import { expect, it } from 'vitest';
import { ofValues } from '../../support/metrics.ts';

it('range(s, w) is high / low - 1 over the last w closes', () =>
  expect(ofValues('range(s, 3d)', [10, 8, 12, 12])).toEqual([null, null, 0.5, 0.5]));
