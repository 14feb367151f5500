/** What the search tells apart, one and several, in the order of its filters. */
export const SEARCH_KINDS = {
  Report: 'Reports',
  Figure: 'Figures',
  Metric: 'Metrics',
  Call: 'Calls',
  Dataset: 'Datasets',
  Person: 'People',
  Source: 'Sources',
  Glossary: 'Glossary',
} as const;

export type SearchKind = keyof typeof SEARCH_KINDS;
