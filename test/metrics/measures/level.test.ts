import { expect, it } from 'vitest';
import { ofValues } from '../../support/metrics.ts';

it('level(s) is the series itself', () => expect(ofValues('level(s)', [3, 1, 2])).toEqual([3, 1, 2]));
