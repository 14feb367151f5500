import fc from 'fast-check';
import { expect, it } from 'vitest';
import { column, daily, ofValues } from '../../support/metrics.ts';

it('return(s, n d) is end / base - 1, the base n observations back', () =>
  expect(ofValues('return(s, 2d)', [100, 90, 110, 99])).toEqual([null, null, 110 / 100 - 1, 99 / 90 - 1]));

it('n returns need n + 1 closes', () => expect(ofValues('return(s, 3d)', [1, 2, 3])).toEqual([null, null, null]));

it('a scale of the prices changes no return', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 3, maxLength: 30 }),
      fc.constantFrom(2, 4, 0.5),
      (values, scale) => {
        const scaled = values.map((value) => value * scale);
        expect(column('return(s, 2d)', daily('s', scaled))).toEqual(column('return(s, 2d)', daily('s', values)));
      },
    ),
  );
});
