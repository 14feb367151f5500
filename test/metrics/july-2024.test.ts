import { describe, expect, it } from 'vitest';
import { isoOf } from '../../src/data/day.ts';
import { all, at } from '../support/metrics.ts';

/** The week of July 2024 that the first reports are about; every figure was checked against several sources. */
describe('July 2024, on the closes of the indices', () => {
  it.each([
    ['rut', '2023-12-29', 2027.07],
    ['rut', '2024-06-28', 2047.69],
    ['rut', '2024-07-05', 2026.73],
    ['rut', '2024-07-09', 2029.47],
    ['rut', '2024-07-10', 2051.75],
    ['rut', '2024-07-11', 2125.04],
    ['rut', '2024-07-12', 2148.27],
    ['rut', '2024-07-15', 2187.02],
    ['rut', '2024-07-16', 2263.67],
    ['spx', '2023-12-29', 4769.83],
    ['spx', '2024-07-05', 5567.19],
    ['spx', '2024-07-09', 5576.98],
    ['spx', '2024-07-10', 5633.91],
    ['spx', '2024-07-11', 5584.54],
    ['spx', '2024-07-12', 5615.35],
    ['spx', '2024-07-15', 5631.22],
    ['spx', '2024-07-16', 5667.2],
  ])('%s closed on %s at %f', (series, date, close) => {
    expect(at(series, date).value).toBe(close);
  });

  it.each([
    ['return(rut, 1d)', '2024-07-10', 1.0978],
    ['return(rut, 1d)', '2024-07-11', 3.5721],
    ['return(rut, 1d)', '2024-07-12', 1.0932],
    ['return(rut, 1d)', '2024-07-15', 1.8038],
    ['return(rut, 1d)', '2024-07-16', 3.5048],
    ['return(spx, 1d)', '2024-07-10', 1.0208],
    ['return(spx, 1d)', '2024-07-11', -0.8763],
    ['return(spx, 1d)', '2024-07-12', 0.5517],
    ['return(spx, 1d)', '2024-07-15', 0.2826],
    ['return(spx, 1d)', '2024-07-16', 0.6389],
    ['return(rut, 5d)', '2024-07-16', 11.54],
    ['return(spx, 5d)', '2024-07-16', 1.6177],
    ['return(rut, 5d) - return(spx, 5d)', '2024-07-16', 9.9222],
    ['return(rut, ytd)', '2024-07-16', 11.672],
    ['return(spx, ytd)', '2024-07-16', 18.8135],
    ['return(rut, 1w)', '2024-07-12', 5.9969],
    ['return(spx, 1w)', '2024-07-12', 0.8651],
    ['return(rut, 1d)', '2023-11-14', 5.442],
    ['drawdown(rut)', '2024-07-16', -7.3307],
    ['return(iwn, ytd)', '2024-07-16', 8.75],
    ['return(iwo, ytd)', '2024-07-16', 14.89],
    ['return(nvda, from 2023-12-29 to 2024-06-28)', '2024-07-16', 149.5],
  ])('%s on %s is %f %%', (metric, date, percent) => {
    const decimals = String(percent).split('.')[1]?.length ?? 0;
    expect((at(metric, date).value * 100).toFixed(decimals)).toBe(percent.toFixed(decimals));
  });

  it.each([
    ['streak(rut)', 5],
    ['streak(return(rut, 1d) - return(spx, 1d))', 5],
    ['rank(return(rut, 5d) - return(spx, 5d))', 1],
    ['high(rut, from 2022-01-20 to 2024-07-10)', 2133.1],
    ['low(rut, from 2022-01-20 to 2024-07-10)', 1636.94],
    ['ust2y', 4.43],
    ['ust10y', 4.17],
    ['level(fed_upper)', 5.5],
  ])('%s is %f', (metric, value) => {
    expect(at(metric, '2024-07-16').value).toBe(value);
  });

  it.each([
    ['since(rut)', '2024-07-16', '2022-01-04', 'highest close since'],
    ['since(return(rut, 1w))', '2024-07-12', '2023-11-03', 'last week at least as good ends'],
    ['since(return(rut, 1d))', '2024-07-11', '2023-11-14', 'last day at least as good'],
  ])('%s on %s is %s (%s)', (metric, date, expected) => {
    expect(isoOf(at(metric, date).value)).toBe(expected);
  });

  it('the fall is measured from the close of November 8, 2021', () => {
    const [{ series, first }] = at('drawdown(rut)', '2024-07-16').inputs;
    expect(isoOf(series.days[first])).toBe('2021-11-08');
  });

  it('yields fell 19 and 13 basis points in five observations', () => {
    expect(at('change(ust2y, 5d)', '2024-07-16').value).toBeCloseTo(-19, 9);
    expect(at('change(ust10y, 5d)', '2024-07-16').value).toBeCloseTo(-13, 9);
  });

  it('the December future priced 38.5 basis points of cuts on July 9, 52.5 on July 16', () => {
    expect(at('cutsPriced(zqz24, 5.33)', '2024-07-09').value).toBeCloseTo(38.5, 9);
    expect(at('cutsPriced(zqz24, 5.33)', '2024-07-16').value).toBeCloseTo(52.5, 9);
  });

  it("July 11's gap of 4.45 points was the third largest in the data, the five sessions' of 9.92 the largest, before 8.80", () => {
    expect(at('rank(return(rut, 1d) - return(spx, 1d))', '2024-07-11').value).toBe(3);
    expect(at('return(rut, 5d) - return(spx, 5d)', '2020-03-25').value * 100).toBeCloseTo(8.8, 2);
  });

  it('is the same on the later snapshot', () => {
    for (const metric of ['return(rut, 5d)', 'streak(rut)', 'change(ust2y, 5d)'])
      expect(at(metric, '2024-07-16', all).value).toBe(at(metric, '2024-07-16').value);
  });
});
