import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, dayOf } from '../../src/data/day.ts';
import { indexOnOrBefore, type Series } from '../../src/data/series.ts';
import { evaluateAt } from '../../src/metrics/evaluate.ts';
import { measures } from '../../src/metrics/measures/index.ts';
import { all, calendar } from '../support/metrics.ts';

/** One metric a measure, on the project's series. */
const METRICS: Record<string, string> = {
  level: 'rut',
  change: 'change(ust2y, 5d)',
  return: 'return(rut, 1w)',
  rebase: 'rebase(rut, 100, since 2023-12-29)',
  streak: 'streak(return(rut, 1w) - return(spx, 1w))',
  rank: 'rank(return(rut, 1d), 1y)',
  percentile: 'percentile(vix, 252d)',
  since: 'since(return(rut, 1d) - return(spx, 1d))',
  high: 'high(rut, from 2024-01-02 to 2024-12-30)',
  low: 'low(rut, ytd)',
  average: 'average(rut, 200)',
  range: 'range(rut, 2y)',
  breakout: 'breakout(rut, 2y)',
  multiple: 'multiple(etp_calls, 250)',
  zscore: 'zscore(return(rut, 1d), 252d)',
  ratio: 'ratio(rut, spx)',
  share: 'share(etp_calls, etp_puts)',
  putCall: 'putCall(etp_puts, etp_calls)',
  distance: 'distance(rut, 50)',
  ema: 'ema(rut, 20)',
  rsi: 'rsi(rut, 14)',
  volatility: 'volatility(rut, 20)',
  drawdown: 'drawdown(rut)',
  maxDrawdown: 'maxDrawdown(rut, 1y)',
  beta: 'beta(rut, spx, 60)',
  correlation: 'correlation(rut, ust10y, 60)',
  trackingError: 'trackingError(rut, spx, 60)',
  outperformRate: 'outperformRate(rut, spx, 60)',
  curve: 'curve(ust10y, ust2y)',
  impliedRate: 'impliedRate(zqz24)',
  cutsPriced: 'cutsPriced(zqz24, fed_upper)',
  cutProbability: 'cutProbability(zqu24, 2024-09-18, 5.33)',
};

/** The series with every value after a day replaced, or cut off, and the later days moved. */
function poison(series: Series, asOf: Day, value: number): Series {
  const length = indexOnOrBefore(series.days, asOf) + 1;
  return {
    ...series,
    values: series.values.map((old, i) => (i < length ? old : value)),
    days: series.days.map((day, i) => (i < length ? day : day + 1)),
  };
}

describe('nothing after asOf is visible', () => {
  it('every measure of the catalogue is tried', () => expect(Object.keys(METRICS)).toEqual([...measures.keys()]));

  const days = ['2024-07-10', '2024-07-12', '2024-07-16', '2024-07-17'].map(dayOf);

  it.each(Object.values(METRICS))('%s is the same whatever comes later', (metric) => {
    fc.assert(
      fc.property(fc.constantFrom(...days), fc.constantFrom(0, -1, 1e9, Number.NaN, Number.POSITIVE_INFINITY), (asOf, value) => {
        const told = (series: ReadonlyMap<string, Series>) => {
          const { value: found, working, inputs } = evaluateAt(metric, asOf, { snapshot: { series }, calendar, asOf });
          return { found, working, inputs: inputs.map(({ series: { id }, first, last }) => [id, first, last]) };
        };
        const poisoned = new Map([...all.series].map(([id, series]) => [id, poison(series, asOf, value)]));
        expect(told(poisoned)).toEqual(told(all.series));
      }),
      { numRuns: 8, seed: 20240716 },
    );
  });

  it('a value asked for at a later day than asOf is refused', () => {
    expect(() => evaluateAt('rut', dayOf('2024-07-17'), { snapshot: all, calendar, asOf: dayOf('2024-07-16') })).toThrow(
      'rut has no value on 2024-07-17. The last day before it is 2024-07-16.',
    );
  });
});
