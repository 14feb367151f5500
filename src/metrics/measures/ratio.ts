import { pairwise } from '../pairwise-measure.ts';

/** a / b. */
export const ratio = pairwise({
  name: 'ratio',
  parameters: [
    { name: 'a', kind: 'series' },
    { name: 'b', kind: 'series' },
  ],
  summary: 'a / b',
  unit: 'times',
  words: (a, b) => `${a} divided by ${b}`,
  of: (a, b) => a / b,
  working: (a, b) => `${a} ÷ ${b}`,
});
