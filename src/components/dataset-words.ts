/** What pages say of a dataset: its terms, its calendar, its units, how it stands to the newest rows. */
import { dayOf } from '../data/day.ts';
import { stateOf, type TableEnd, type TableState } from '../data/late.ts';
import type { Manifest, Resource, SeriesUnit } from '../data/manifest.ts';
import type { Redistribution } from '../data/redistribution.ts';
import { formatDay, formatInput } from '../metrics/format.ts';
import { stretchInWords } from './claim.ts';

type Provenance = Resource['provenance'];

export const FREQUENCY: Readonly<Record<Provenance['calendar'], string>> = {
  nyse: 'Each session of the New York Stock Exchange',
  bond: 'Each day of the US bond market',
  events: 'On each change',
};

/** What the date of a row is. */
export const DATE_MEANS: Readonly<Record<Provenance['calendar'], string>> = {
  nyse: 'Session of the New York Stock Exchange',
  bond: 'Day of the US bond market',
  events: 'Day on which the change was announced',
};

export const FORMAT: Readonly<Record<Resource['format'], string>> = { csv: 'CSV', parquet: 'Parquet' };

export const BASIS: Readonly<Record<Provenance['basis'], string>> = {
  price: 'Price, without dividends or interest',
  'total-return': 'Total return, distributions reinvested',
  'par-yield': 'Par yield',
  'policy-rate': 'Policy rate',
  volume: 'Volume',
};

export const UNIT: Readonly<Record<SeriesUnit, string>> = {
  points: 'points',
  percent: 'percent',
  contracts: 'contracts',
  USD: 'US dollars',
};

/** What may be passed on, in the column of a table. */
export const TERMS: Readonly<Record<Redistribution, string>> = {
  public: 'Whole table',
  extract: 'Extracts',
  private: 'Results only',
};

/** The same with its reason. */
export const TERMS_IN_FULL: Readonly<Record<Redistribution, string>> = {
  public: 'The table may be passed on as a whole.',
  extract:
    'The table is not offered as a whole: its owner’s terms do not let us pass it on. We pass on the values behind a statement or a figure, with the reports.',
  private: 'None of the values is published: the terms of their owner allow only results that are computed from them.',
};

/** The licence of the manifest that has the terms' address; null where none has. */
export function licenceOf({ provenance }: Resource, { licenses }: Manifest): string | null {
  return licenses.find(({ path }) => path === provenance.termsUrl)?.title ?? null;
}

/** 'Current', '2 sessions behind', 'Ended', 'By event'. */
export function stateInWords(end: TableEnd): string {
  const words: Record<TableState, string> = {
    current: 'Current',
    behind: `${end.behind} session${end.behind === 1 ? '' : 's'} behind`,
    ended: 'Ended',
    'by-event': 'By event',
  };
  return words[stateOf(end)];
}

export function coverageInWords({ coverage: { start, end } }: Provenance): string {
  return stretchInWords(start, end);
}

/** '141 KB', '2.1 MB': thousands of bytes. */
export function sizeInWords(bytes: number): string {
  return bytes < 999_500 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** What a user of the table would otherwise get wrong. @param end where it ends, null where the newest snapshot does not have it */
export function worthKnowing({ provenance }: Resource, end: TableEnd | null, newest: TableEnd): string[] {
  const { notes, coverage, calendar } = provenance;
  // A day that a note explains is not told twice.
  const unexplained = coverage.missing
    .map((day) => formatDay(dayOf(day), 'long'))
    .filter((day) => !notes.some((note) => note.includes(day.replaceAll('\u00A0', ' '))));
  const isEnded = end !== null && stateOf(end) === 'ended';
  return [
    ...notes,
    ...(unexplained.length > 0
      ? [`The publisher has no row for ${inList(unexplained)}. We leave ${unexplained.length === 1 ? 'it' : 'them'} missing.`]
      : []),
    ...(isEnded && calendar !== 'events'
      ? [
          `The table ends on ${formatDay(end.last, 'long')}, ${formatInput(end.behind ?? 0)} sessions before the newest rows of the snapshot, of ${formatDay(newest.last, 'long')}. It says nothing of what came after.`,
        ]
      : []),
    ...(end === null ? ['The newest snapshot does not have this table any more. What stands here is its last vintage.'] : []),
  ];
}

/** 'a, b and c'. */
function inList(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}
