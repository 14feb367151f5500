import { againstBenchmark } from '../benchmark-measure.ts';
import { brackets, deviationOf, row } from '../formula.ts';
import { sampleDeviation } from '../moments.ts';
import { ayear, SESSIONS_A_YEAR } from './volatility.ts';

/** Sample standard deviation of the daily differences of return x sqrt(252). */
export const measure = againstBenchmark({
  name: 'trackingError',
  example: 'trackingError(rut, spx, 60)',
  summary: 'sample standard deviation of the daily differences of return x sqrt(252)',
  unit: 'ratio',
  words: (a, b, n) => `tracking error of ${a} against ${b} over ${n} sessions, a year`,
  meaning: (n) => `The standard deviation of the difference of the last ${n} daily returns, times the square root of 252 sessions a year.`,
  shape: (a, b) => ayear(deviationOf(row(a, '−', brackets(b)))),
  of(a, b, from, to) {
    const differences = a.slice(from, to + 1).map((value, k) => value - b[from + k]);
    return sampleDeviation(differences, 0, differences.length - 1) * Math.sqrt(SESSIONS_A_YEAR);
  },
});
