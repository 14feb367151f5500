import { expect, it } from 'vitest';
import { ofValues } from '../../support/metrics.ts';

it('distance(s, n) is s / average(s, n) - 1', () => expect(ofValues('distance(s, 2)', [1, 3, 5])).toEqual([null, 0.5, 0.25]));
