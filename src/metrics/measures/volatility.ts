import type { Column } from '../column.ts';
import { formatExact } from '../format.ts';
import { deviationOf, type Formula, logarithmOf, over, row } from '../formula.ts';
import type { Measure } from '../measure.ts';
import { sampleDeviation } from '../moments.ts';

/** Sessions a year, by convention. */
export const SESSIONS_A_YEAR = 252;

/** Sample standard deviation of the last n log returns x sqrt(252). Needs n + 1 prices. */
export function annualVolatility(values: Float64Array, n: number): Float64Array {
  const logs = values.map((value, i) => (i === 0 ? Number.NaN : Math.log(value / values[i - 1])));
  return logs.map((_log, i) => (i < n ? Number.NaN : sampleDeviation(logs, i - n + 1, i) * Math.sqrt(SESSIONS_A_YEAR)));
}

/** A deviation of daily figures, put on a year. The square root of 252 stands as a number: the fonts have no sign for it. */
export const ayear = (deviation: Formula): Formula => row(deviation, '×', Math.sqrt(SESSIONS_A_YEAR).toFixed(3));

export const measure: Measure = {
  name: 'volatility',
  group: 'risk',
  example: 'volatility(rut, 20)',
  parameters: [
    { name: 's', kind: 'series' },
    { name: 'n', kind: 'count' },
  ],
  summary: 'sample standard deviation of the last n log returns x sqrt(252)',
  words: (args) => `${args.words(0)}, volatility over ${args.words(1)} sessions, a year`,
  meaning: (args) =>
    `The standard deviation of the last ${args.words(1)} daily changes of the logarithm, times the square root of 252 sessions a year.`,
  formula(symbols, args) {
    const n = args.number(1);
    const logarithm = (back: number): Formula =>
      logarithmOf(over(symbols.value(0, symbols.back(back)), symbols.value(0, symbols.back(back + 1))));
    return ayear(deviationOf(logarithm(n - 1), '…', logarithm(0)));
  },
  evaluate(args): Column {
    const { days, values } = args.column(0);
    const n = args.number(1);
    const volatilities = annualVolatility(values, n);
    return {
      days,
      values: volatilities,
      unit: 'ratio',
      filled: (i) => ayear(formatExact(volatilities[i] / Math.sqrt(SESSIONS_A_YEAR), 'ratio').replace('+', '')),
      reach: (i) => [days[Math.max(0, i - n)], days[i]],
    };
  },
};
