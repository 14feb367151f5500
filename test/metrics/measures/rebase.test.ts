import { expect, it } from 'vitest';
import { ofValues } from '../../support/metrics.ts';

it('rebase(s, 100, since D) is 100 x s / s at D, null before D', () =>
  expect(ofValues('rebase(s, 100, since 2024-01-02)', [5, 8, 12, 4])).toEqual([null, 100, 150, 50]));

it('is exactly 100 at D, whatever the level', () => expect(ofValues('rebase(s, 100, since 2024-01-01)', [5460.48])).toEqual([100]));
