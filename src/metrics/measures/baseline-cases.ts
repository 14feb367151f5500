import type { Column } from '../column.ts';
import { apart, unconditional } from '../event-study.ts';
import { countOf, over } from '../formula.ts';
import type { Measure } from '../measure.ts';

/** How many of the days that a baseline rests on are at least n sessions apart: all of them, divided by n. */
export const measure: Measure = {
  name: 'baselineCases',
  group: 'events',
  example: 'baselineCases(return(rut, 20d) - return(spx, 20d), 20)',
  test: 'event-study',
  parameters: [
    { name: 'x', kind: 'daily' },
    { name: 'n', kind: 'count' },
  ],
  summary: 'number of values of x so far that are at least n sessions apart',
  words: (args) => `number of windows of ${args.words(1)} sessions side by side, of ${args.words(0)}`,
  meaning: (args) => `How many windows of ${args.words(1)} sessions stand side by side in the data so far, without overlapping.`,
  formula: (symbols, args) => over(countOf(symbols.value(0, symbols.start), '…', symbols.value(0)), String(args.number(1))),
  evaluate(args): Column {
    const { days, values } = args.column(0);
    const n = args.number(1);
    return { days, values: unconditional(values, ({ count }) => apart(count, n)), unit: 'cases', reach: (i) => [days[0], days[i]] };
  },
};
