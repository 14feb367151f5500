import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/data/day.ts';
import { endRate, outcomes, probabilityOfCut, startRate } from '../../../src/metrics/measures/cut-probability.ts';
import { at, column, daily, series } from '../../support/metrics.ts';

describe('federal funds futures', () => {
  it('impliedRate(zq) is 100 - price, in percent', () => expect(column('impliedRate(z)', daily('z', [94.75]))).toEqual([5.25]));

  it('cutsPriced(zq, rate) is rate - implied rate, in basis points', () =>
    expect(column('cutsPriced(z, 5.5)', daily('z', [94.75]))).toEqual([25]));

  it('the rate may be a series, on the days both have', () => {
    const rate = series('r', [['2024-01-02', 5.5]], 'percent');
    expect(column('cutsPriced(z, r)', daily('z', [94.5, 94.75, 95]), rate)).toEqual([25]);
  });
});

describe("the method of CME's FedWatch", () => {
  it('2015: August 99.8675, September 99.805, 30 days, a meeting on the 16th: end rate 0.266429, a hike with 53.57 %', () => {
    const [august, september] = [100 - 99.8675, 100 - 99.805];
    const end = endRate(september, august, 16, 30);
    expect(end.toFixed(6)).toBe('0.266429');
    expect((((end - august) / 0.25) * 100).toFixed(2)).toBe('53.57');
  });

  it('2022-09-12: with 20 days before the decision, September changes by 0.76125: 75 bp with 95.5 %, 100 bp with 4.5 %', () => {
    const [september, october] = [100 - 97.4475, 100 - 96.94];
    const change = october - startRate(september, october, 20, 30);
    expect(change).toBeCloseTo(0.76125, 9);
    expect(outcomes(change).map(({ basisPoints, probability }) => [basisPoints, (probability * 100).toFixed(1)])).toEqual([
      [75, '95.5'],
      [100, '4.5'],
    ]);
  });

  it("cutProbability counts the meeting's last day at the old rate", () => {
    // September has 30 days; after the 18th, 12 are left. An average of 5.23 from 5.33 means a rate of 5.08 on those.
    expect(probabilityOfCut(100 - 5.23, dayOf('2024-09-18'), 5.33)).toBeCloseTo(1, 9);
    expect(probabilityOfCut(100 - 5.28, dayOf('2024-09-18'), 5.33)).toBeCloseTo(0.5, 9);
  });

  it('is never below 0 or above 1', () => {
    expect(probabilityOfCut(100 - 5.4, dayOf('2024-09-18'), 5.33)).toBe(0);
    expect(probabilityOfCut(100 - 4.9, dayOf('2024-09-18'), 5.33)).toBe(1);
  });

  it('a meeting on the last day of the month leaves no day to tell', () =>
    expect(probabilityOfCut(95, dayOf('2024-07-31'), 5.33)).toBe(Number.NaN));

  it('on our data: 80 % on July 9, 2024, certain on July 16', () => {
    expect(at('cutProbability(zqu24, 2024-09-18, 5.33)', '2024-07-09').value).toBeCloseTo(0.8, 9);
    expect(at('cutProbability(zqu24, 2024-09-18, 5.33)', '2024-07-16').value).toBe(1);
  });
});
