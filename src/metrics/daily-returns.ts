/** Simple returns from each observation to the next: NaN at the first. The input of beta, correlation and their like. */
import { type Column, commonDays, valuesAt } from './column.ts';

export function dailyReturns(values: Float64Array): Float64Array {
  return values.map((value, i) => (i === 0 ? Number.NaN : value / values[i - 1] - 1));
}

/** The daily returns that both series have, each measured on its own observations, on the days of both. */
export function sharedReturns(a: Column, b: Column): { days: Int32Array; a: Float64Array; b: Float64Array } {
  const { days, left, right } = commonDays(a, b);
  const [returnsA, returnsB] = [dailyReturns(a.values), dailyReturns(b.values)];
  return { days, a: valuesAt(returnsA, left), b: valuesAt(returnsB, right) };
}
