import { over, row } from '../formula.ts';
import { pairwise } from '../pairwise-measure.ts';

/** a / (a + b). */
export const measure = pairwise({
  name: 'share',
  group: 'two series',
  example: 'share(etp_calls, etp_puts)',
  parameters: [
    { name: 'a', kind: 'series' },
    { name: 'b', kind: 'series' },
  ],
  summary: 'a / (a + b)',
  unit: 'ratio',
  words: (a, b) => `share of ${a} in it and ${b}`,
  of: (a, b) => a / (a + b),
  meaning: 'The first value of the day as a share of both together.',
  shape: (a, b) => over(a, row(a, '+', b)),
});
