/** The sections of the page that says how numbers are made, by their anchors: what workings, figures and the glossary refer to. */
export const METHOD_SECTIONS = {
  sessions: 'Sessions and weeks',
  returns: 'Returns',
  windows: 'Windows',
  units: 'Percent, points and basis points',
  rounding: 'Rounding',
  superlatives: 'Ranks and superlatives',
  streaks: 'Streaks',
  measures: 'Every measure',
  words: 'How words are checked',
  statuses: 'What a status means',
  reported: 'What others said',
  calls: 'Calls',
  since: 'Since publication',
  snapshots: 'Snapshots and revisions',
  charts: 'Charts',
  corrections: 'Corrections',
  limits: 'What we do not do',
} as const;

export type MethodSection = keyof typeof METHOD_SECTIONS;
