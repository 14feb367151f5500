import { expect, it } from 'vitest';
import { ofValues } from '../../support/metrics.ts';

it('volatility(s, n) is the sample deviation of the last n log returns x sqrt(252)', () => {
  const [up, down] = [Math.log(110 / 100), Math.log(99 / 110)];
  const centre = (up + down) / 2;
  const deviation = Math.sqrt((up - centre) ** 2 + (down - centre) ** 2);
  const values = ofValues('volatility(s, 2)', [100, 110, 99]);
  expect(values.slice(0, 2)).toEqual([null, null]);
  expect(values[2]).toBeCloseTo(deviation * Math.sqrt(252), 12);
});

it('is right again once a bad tick has left the window', () => {
  const clean = [100, 101, 99, 102, 101, 103, 102];
  const [good, bad] = [ofValues('volatility(s, 2)', clean), ofValues('volatility(s, 2)', [100, 1e12, 99, 102, 101, 103, 102])];
  expect(bad.slice(4)).toEqual(good.slice(4));
});
