import { againstBenchmark } from '../benchmark-measure.ts';

/** Share of the last n sessions on which a's return was greater. */
export const outperformRate = againstBenchmark({
  name: 'outperformRate',
  summary: "share of the last n sessions on which a's return was greater",
  unit: 'ratio',
  words: (a, b, n) => `share of ${n} sessions on which ${a} did better than ${b}`,
  of(a, b, from, to) {
    let ahead = 0;
    for (let i = from; i <= to; i++) {
      if (Number.isNaN(a[i] - b[i])) return Number.NaN;
      if (a[i] > b[i]) ahead++;
    }
    return ahead / (to - from + 1);
  },
});
