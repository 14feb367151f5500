import { ofAllDays } from '../event-measure.ts';
import { medianOf } from '../formula.ts';

/** Median of x over all days so far: what afterMedian is held against. */
export const measure = ofAllDays({
  name: 'baselineMedian',
  kind: 'of its argument',
  example: 'baselineMedian(return(rut, 20d) - return(spx, 20d))',
  summary: 'median of x over all days so far',
  unit: (of) => of,
  words: 'median',
  meaning: 'The median',
  tell: ({ median }) => median,
  shape: medianOf,
});
