import type { Column } from '../column.ts';
import type { Measure } from '../measure.ts';
import { sampleDeviation } from '../moments.ts';

/** Sessions a year, by convention. */
export const SESSIONS_A_YEAR = 252;

/** Sample standard deviation of the last n log returns x sqrt(252). Needs n + 1 prices. */
export function annualVolatility(values: Float64Array, n: number): Float64Array {
  const logs = values.map((value, i) => (i === 0 ? Number.NaN : Math.log(value / values[i - 1])));
  return logs.map((_log, i) => (i < n ? Number.NaN : sampleDeviation(logs, i - n + 1, i) * Math.sqrt(SESSIONS_A_YEAR)));
}

export const volatility: Measure = {
  name: 'volatility',
  parameters: [
    { name: 's', kind: 'series' },
    { name: 'n', kind: 'count' },
  ],
  summary: 'sample standard deviation of the last n log returns x sqrt(252)',
  words: (args) => `${args.words(0)}, volatility over ${args.words(1)} sessions, a year`,
  evaluate(args): Column {
    const { days, values } = args.column(0);
    const n = args.number(1);
    return { days, values: annualVolatility(values, n), unit: 'ratio', reach: (i) => [days[Math.max(0, i - n)], days[i]] };
  },
};
