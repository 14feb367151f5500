import { afterEvents } from '../event-measure.ts';
import { medianOf } from '../formula.ts';

/** Median of x, n sessions after each separate case of a trigger. NaN before the first case is over. */
export const measure = afterEvents({
  name: 'afterMedian',
  kind: 'of its argument',
  example: 'afterMedian(return(rut, 20d) - return(spx, 20d), return(rut, 5d) - return(spx, 5d) >= 3%, 20)',
  summary: 'median of x, n sessions after each separate case of a trigger',
  unit: (of) => of,
  words: 'median',
  meaning: 'The median',
  tell: ({ median }) => median,
  shape: medianOf,
});
