import { ofAllDays } from '../event-measure.ts';
import { countOf, over, row } from '../formula.ts';

/** Share of all days so far on which x was above zero: what k of n cases is held against. */
export const measure = ofAllDays({
  name: 'baselineHitRate',
  example: 'baselineHitRate(return(rut, 20d) - return(spx, 20d))',
  summary: 'share of all days so far on which x was above zero',
  unit: () => 'ratio',
  words: 'share above zero',
  meaning: 'The share above zero',
  tell: ({ hitRate }) => hitRate,
  shape: (...values) => over(countOf(row('positive', values[0]), ...values.slice(1)), countOf(...values)),
});
