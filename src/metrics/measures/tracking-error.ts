import { againstBenchmark } from '../benchmark-measure.ts';
import { sampleDeviation } from '../moments.ts';
import { SESSIONS_A_YEAR } from './volatility.ts';

/** Sample standard deviation of the daily differences of return x sqrt(252). */
export const trackingError = againstBenchmark({
  name: 'trackingError',
  summary: 'sample standard deviation of the daily differences of return x sqrt(252)',
  unit: 'ratio',
  words: (a, b, n) => `tracking error of ${a} against ${b} over ${n} sessions, a year`,
  of(a, b, from, to) {
    const differences = a.slice(from, to + 1).map((value, k) => value - b[from + k]);
    return sampleDeviation(differences, 0, differences.length - 1) * Math.sqrt(SESSIONS_A_YEAR);
  },
});
