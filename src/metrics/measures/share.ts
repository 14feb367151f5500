import { pairwise } from '../pairwise-measure.ts';

/** a / (a + b). */
export const share = pairwise({
  name: 'share',
  parameters: [
    { name: 'a', kind: 'series' },
    { name: 'b', kind: 'series' },
  ],
  summary: 'a / (a + b)',
  unit: 'ratio',
  words: (a, b) => `share of ${a} in it and ${b}`,
  of: (a, b) => a / (a + b),
  working: (a, b) => `${a} ÷ (${a} + ${b})`,
});
