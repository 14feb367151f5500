import { againstBenchmark } from '../benchmark-measure.ts';
import { sampleCovariance, sampleDeviation } from '../moments.ts';

/** Pearson's correlation of daily returns. */
export const correlation = againstBenchmark({
  name: 'correlation',
  summary: 'correlation of daily returns',
  unit: 'number',
  words: (a, b, n) => `correlation of ${a} and ${b} over ${n} sessions`,
  of: (a, b, from, to) => sampleCovariance(a, b, from, to) / (sampleDeviation(a, from, to) * sampleDeviation(b, from, to)),
});
