import { type Measure, valueWord } from '../measure.ts';

/** The series itself, in its own unit. */
export const measure: Measure = {
  name: 'level',
  group: 'moves',
  example: 'level(rut)',
  parameters: [{ name: 's', kind: 'series' }],
  summary: 'the series itself',
  words: (args) => args.words(0),
  meaning: (args) => `The ${valueWord(args)} of the day.`,
  formula: (symbols) => symbols.value(0),
  evaluate: (args) => args.column(0),
};
