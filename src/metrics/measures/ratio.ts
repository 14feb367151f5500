import { over } from '../formula.ts';
import { pairwise } from '../pairwise-measure.ts';

/** a / b. */
export const measure = pairwise({
  name: 'ratio',
  group: 'two series',
  example: 'ratio(rut, spx)',
  parameters: [
    { name: 'a', kind: 'series' },
    { name: 'b', kind: 'series' },
  ],
  summary: 'a / b',
  unit: 'times',
  words: (a, b) => `${a} divided by ${b}`,
  of: (a, b) => a / b,
  meaning: 'The first value of the day divided by the second.',
  shape: over,
});
