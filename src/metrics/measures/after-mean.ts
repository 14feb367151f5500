import { afterEvents } from '../event-measure.ts';
import { meanOf } from '../formula.ts';

/** Mean of x, n sessions after each separate case of a trigger. NaN before the first case is over. */
export const measure = afterEvents({
  name: 'afterMean',
  kind: 'of its argument',
  example: 'afterMean(return(rut, 20d) - return(spx, 20d), return(rut, 5d) - return(spx, 5d) >= 3%, 20)',
  summary: 'mean of x, n sessions after each separate case of a trigger',
  unit: (of) => of,
  words: 'mean',
  meaning: 'The mean',
  tell: ({ mean }) => mean,
  shape: meanOf,
});
