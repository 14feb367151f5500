import { over } from '../formula.ts';
import { pairwise } from '../pairwise-measure.ts';

/** puts / calls, as Cboe publishes it. */
export const measure = pairwise({
  name: 'putCall',
  group: 'two series',
  example: 'putCall(etp_puts, etp_calls)',
  parameters: [
    { name: 'puts', kind: 'series' },
    { name: 'calls', kind: 'series' },
  ],
  summary: 'puts / calls',
  unit: 'times',
  words: (puts, calls) => `${puts} divided by ${calls}`,
  of: (puts, calls) => puts / calls,
  meaning: 'The puts of the day divided by its calls.',
  shape: over,
});
