import { ofAllDays } from '../event-measure.ts';
import { meanOf } from '../formula.ts';

/** Mean of x over all days so far: what afterMean is held against. */
export const measure = ofAllDays({
  name: 'baselineMean',
  kind: 'of its argument',
  example: 'baselineMean(return(rut, 20d) - return(spx, 20d))',
  summary: 'mean of x over all days so far',
  unit: (of) => of,
  words: 'mean',
  meaning: 'The mean',
  tell: ({ mean }) => mean,
  shape: meanOf,
});
