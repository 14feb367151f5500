import { afterEvents } from '../event-measure.ts';
import { countOf, row } from '../formula.ts';

/** In how many separate cases x was above zero n sessions after the trigger. */
export const measure = afterEvents({
  name: 'afterHits',
  example: 'afterHits(return(rut, 20d) - return(spx, 20d), return(rut, 5d) - return(spx, 5d) >= 3%, 20)',
  summary: 'number of separate cases of a trigger in which x was above zero n sessions later',
  unit: () => 'cases',
  words: 'number above zero',
  meaning: 'The number above zero',
  tell: ({ positive }) => positive,
  shape: (...values) => countOf(row('positive', values[0]), ...values.slice(1)),
});
