import { againstBenchmark } from '../benchmark-measure.ts';
import { countOf, over, row } from '../formula.ts';

/** Share of the last n sessions on which a's return was greater. */
export const measure = againstBenchmark({
  name: 'outperformRate',
  example: 'outperformRate(rut, spx, 60)',
  summary: "share of the last n sessions on which a's return was greater",
  unit: 'ratio',
  words: (a, b, n) => `share of ${n} sessions on which ${a} did better than ${b}`,
  meaning: (n) => `The share of the last ${n} sessions on which the first had the greater return.`,
  shape: (a, b, n) => over(countOf(row(a, 'above', b)), String(n)),
  of(a, b, from, to) {
    let ahead = 0;
    for (let i = from; i <= to; i++) {
      if (Number.isNaN(a[i] - b[i])) return Number.NaN;
      if (a[i] > b[i]) ahead++;
    }
    return ahead / (to - from + 1);
  },
});
