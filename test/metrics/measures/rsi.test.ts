import { expect, it } from 'vitest';
import { ofValues } from '../../support/metrics.ts';

const prices = [
  44.3389, 44.0902, 44.1497, 43.6124, 44.3278, 44.8264, 45.0955, 45.4245, 45.8433, 46.0826, 45.8931, 46.0328, 45.614, 46.282, 46.282,
  46.0028, 46.0328, 46.4116, 46.2222, 45.6439,
];

it("rsi(s, 14) is Wilder's, on the well-known example", () => {
  const values = ofValues('rsi(s, 14)', prices);
  expect(values.slice(0, 14)).toEqual(new Array(14).fill(null));
  expect(values.slice(14).map((value) => Number(value).toFixed(6))).toEqual([
    '70.532789',
    '66.318562',
    '66.549830',
    '69.406305',
    '66.355169',
    '57.974856',
  ]);
});

it('needs n + 1 prices', () => expect(ofValues('rsi(s, 3)', [1, 2, 3])).toEqual([null, null, null]));
it('is 100 without a loss, 0 without a gain, null without either', () => {
  expect(ofValues('rsi(s, 2)', [1, 2, 3]).at(-1)).toBe(100);
  expect(ofValues('rsi(s, 2)', [3, 2, 1]).at(-1)).toBe(0);
  expect(ofValues('rsi(s, 2)', [3, 3, 3]).at(-1)).toBe(null);
});
