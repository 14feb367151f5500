import { row } from '../formula.ts';
import { pairwise } from '../pairwise-measure.ts';

/** long - short, of two rates in percent, in basis points. */
export const measure = pairwise({
  name: 'curve',
  group: 'rates',
  kind: 'state',
  example: 'curve(ust10y, ust2y)',
  parameters: [
    { name: 'long', kind: 'series', units: ['percent'] },
    { name: 'short', kind: 'series', units: ['percent'] },
  ],
  summary: 'long - short, in basis points',
  unit: 'basis points',
  words: (long, short) => `${long} minus ${short}`,
  of: (long, short) => (long - short) * 100,
  meaning: 'The longer rate of the day less the shorter, in basis points.',
  shape: (long, short) => row(long, '−', short),
});
