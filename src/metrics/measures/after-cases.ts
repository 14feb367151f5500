import { caseCount } from '../event-measure.ts';
import { separateCases } from '../event-study.ts';

/** Number of separate cases of a trigger whose n sessions have passed: from the first day on which it held, each at least n sessions after the one before. */
export const measure = caseCount({
  name: 'afterCases',
  example: 'afterCases(return(rut, 5d) - return(spx, 5d) >= 3%, 20)',
  summary: 'number of separate cases of a trigger, at least n sessions apart, as far as n sessions have passed since',
  unit: 'cases',
  words: 'separate cases of',
  meaning: (n) =>
    `The number of separate cases, as far as ${n} sessions have passed since. A case is a day on which the condition holds, no nearer than ${n} sessions to the case before.`,
  casesOf: separateCases,
});
