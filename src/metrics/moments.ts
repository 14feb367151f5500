/** Mean and standard deviation of a slice. Two passes: a running sum of squares would stay wrong after one bad tick. */

/** Mean of values[from..to], both included; NaN where one is NaN or there are none. */
export function mean(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i <= to; i++) sum += values[i];
  return sum / (to - from + 1);
}

/** Sample standard deviation (n - 1) of values[from..to]; NaN under two values. */
export function sampleDeviation(values: Float64Array, from: number, to: number, centre = mean(values, from, to)): number {
  let squares = 0;
  for (let i = from; i <= to; i++) squares += (values[i] - centre) ** 2;
  return to > from ? Math.sqrt(squares / (to - from)) : Number.NaN;
}

/** Sample covariance of two slices of the same indices. */
export function sampleCovariance(a: Float64Array, b: Float64Array, from: number, to: number): number {
  const [centreA, centreB] = [mean(a, from, to), mean(b, from, to)];
  let products = 0;
  for (let i = from; i <= to; i++) products += (a[i] - centreA) * (b[i] - centreB);
  return to > from ? products / (to - from) : Number.NaN;
}
