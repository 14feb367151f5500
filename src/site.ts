/** What the site is called, and what it says of itself wherever a page, a feed or a picture names it. */
export const SITE = {
  name: 'Marked to Market',
  description: 'Market-research reports whose every number is bound to a pinned data snapshot and shown with its working.',
  /** Who writes: no report names a person of ours. */
  desk: 'The desk',
  /** The desk where it is named among others: in a reference, to a machine. */
  deskInFull: 'Marked to Market desk',
  /** Of the reports; the data in them stay their owners'. */
  license: { name: 'CC BY 4.0', address: 'https://creativecommons.org/licenses/by/4.0/' },
} as const;
