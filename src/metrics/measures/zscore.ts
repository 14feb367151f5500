import type { Column } from '../column.ts';
import { formatInput } from '../format.ts';
import { deviationOf, type Formula, meanOf, over, row } from '../formula.ts';
import { listed, type Measure } from '../measure.ts';
import { mean, sampleDeviation } from '../moments.ts';
import { boundsOf } from '../window-bounds.ts';

/** (x - mean) / sample standard deviation of values[first[i]..i-1], today excluded. NaN under two prior values. */
export function priorZscore(values: Float64Array, first: Int32Array): Float64Array {
  return values.map((value, i) => {
    const from = first[i];
    if (from < 0 || from >= i - 1) return Number.NaN;
    const centre = mean(values, from, i - 1);
    return (value - centre) / sampleDeviation(values, from, i - 1, centre);
  });
}

const shape = (value: Formula, centre: Formula, deviation: Formula): Formula => over(row(value, '−', centre), deviation);

export const measure: Measure = {
  name: 'zscore',
  group: 'places',
  kind: 'state',
  example: 'zscore(return(rut, 1d), 252d)',
  parameters: [
    { name: 'x', kind: 'column' },
    { name: 'w', kind: 'window' },
  ],
  summary: '(x - mean) / sample standard deviation of the prior w values, today excluded',
  words: (args) => `${args.words(0)}, in standard deviations from the mean of the prior values ${args.window(1).words}`,
  meaning: (args) => `How many standard deviations the value lies from the mean of the values before it ${args.window(1).words}.`,
  formula(symbols) {
    const prior = listed(symbols, 0, symbols.firstPrior(1), symbols.back(1));
    return shape(symbols.value(0), meanOf(...prior), deviationOf(...prior));
  },
  evaluate(args): Column {
    const { days, values } = args.column(0);
    const window = args.window(1);
    const first = boundsOf(window, 'firstPrior', days);
    return {
      days,
      values: priorZscore(values, first),
      unit: 'sd',
      filled(i) {
        const [from, to] = [first[i], i - 1];
        return shape(formatInput(values[i]), formatInput(mean(values, from, to)), formatInput(sampleDeviation(values, from, to)));
      },
      reach: (i) => [days[first[i]], days[i]],
    };
  },
};
