import { againstBenchmark } from '../benchmark-measure.ts';
import { covarianceOf, deviationOf, over, row } from '../formula.ts';
import { sampleCovariance, sampleDeviation } from '../moments.ts';

/** Pearson's correlation of daily returns. */
export const measure = againstBenchmark({
  name: 'correlation',
  example: 'correlation(rut, ust10y, 60)',
  summary: 'correlation of daily returns',
  unit: 'number',
  words: (a, b, n) => `correlation of ${a} and ${b} over ${n} sessions`,
  meaning: (n) => `How closely the last ${n} daily returns of the two move together, from −1 to 1.`,
  shape: (a, b) => over(covarianceOf(a, b), row(deviationOf(a), '×', deviationOf(b))),
  of: (a, b, from, to) => sampleCovariance(a, b, from, to) / (sampleDeviation(a, from, to) * sampleDeviation(b, from, to)),
});
