import { againstBenchmark } from '../benchmark-measure.ts';
import { covarianceOf, over, varianceOf } from '../formula.ts';
import { sampleCovariance } from '../moments.ts';

/** Covariance of the returns of a and b / variance of those of b, the benchmark. */
export const measure = againstBenchmark({
  name: 'beta',
  example: 'beta(rut, spx, 60)',
  summary: 'covariance of daily returns / variance of those of b, the benchmark',
  unit: 'number',
  words: (a, b, n) => `beta of ${a} to ${b} over ${n} sessions`,
  meaning: (n) => `By how much the first moved for a move of one percent of the second, in the last ${n} daily returns.`,
  shape: (a, b) => over(covarianceOf(a, b), varianceOf(b)),
  of: (a, b, from, to) => sampleCovariance(a, b, from, to) / sampleCovariance(b, b, from, to),
});
