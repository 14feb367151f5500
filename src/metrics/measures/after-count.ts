import { caseCount } from '../event-measure.ts';
import { allDays } from '../event-study.ts';

/** Number of days on which a trigger held, whose n sessions have passed. Days that stand together are one episode: see afterCases. */
export const measure = caseCount({
  name: 'afterCount',
  example: 'afterCount(return(rut, 5d) - return(spx, 5d) >= 3%, 20)',
  summary: 'number of days on which a trigger held, as far as n sessions have passed since',
  unit: 'sessions',
  words: 'days with',
  meaning: (n) =>
    `The number of days on which the condition held, as far as ${n} sessions have passed since. Days that stand together are one episode.`,
  casesOf: allDays,
});
