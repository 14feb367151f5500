/** How a series is spoken of in a sentence. */
import { numberWords } from '../../assertions/number-words.ts';
import type { SeriesUnit } from '../../data/manifest.ts';
import type { Desk } from '../compile.ts';
import { inText } from './true-words.ts';

/** What is spoken of: a series, or a metric that the desk has named. */
export interface Named {
  id: string;
  title: string;
  /** For a label of a narrow place. */
  shortTitle: string;
  /** What the figures are of: 'price', 'par-yield', 'volume'; null for a metric of the desk's own. */
  basis: string | null;
  unit: SeriesUnit | 'index';
}

export interface Spoken {
  /** In the middle of a sentence, and at its beginning: 'the S&P 500', 'The S&P 500'. */
  name: string;
  Name: string;
  it: 'it' | 'they';
  It: 'It' | 'They';
  its: 'its' | 'their';
  /** How the value of a day is told. */
  stood: 'closed at' | 'stood at' | 'came to';
  /** What a superlative of it ranks. */
  level: 'close' | 'level';
}

/**
 * Titles that are names of companies take no article; nor do things in the plural.
 * @param inWords how a title is put into words: into MDX, where nothing else is said
 */
export function speakingOf({ title, basis, unit }: Named, inWords: (title: string) => string = inText): Spoken {
  const isMany = basis === 'volume' && /^\w+s\b/.test(title);
  const isCompany = unit === 'USD' && !/\b(?:ETF|Fund|Trust|Index)\b/i.test(title);
  const spoken = inWords(isMany || startsWithNumber(title) ? `${title[0].toLowerCase()}${title.slice(1)}` : title);
  const closed = /, /.test(spoken) ? `${spoken},` : spoken;
  const name = isMany || isCompany || /^the /i.test(closed) ? closed : `the ${closed}`;
  return {
    name,
    Name: `${name[0].toUpperCase()}${name.slice(1)}`,
    ...(isMany ? { it: 'they', It: 'They', its: 'their' } : { it: 'it', It: 'It', its: 'its' }),
    stood: basis === 'price' ? 'closed at' : basis === 'volume' ? 'came to' : 'stood at',
    level: basis === 'price' ? 'close' : 'level',
  };
}

/** The same for a sentence that follows one of it. */
export const asPronoun = (spoken: Spoken): Spoken => ({ ...spoken, name: spoken.it, Name: spoken.It });

/** 'Ten-year Treasury yield'. */
const startsWithNumber = (title: string): boolean => numberWords.has(title.split(/[-\s]/)[0].toLowerCase());

/** A series of the snapshot, or a metric that the desk has named; null for neither. */
export function namedIn(id: string, desk: Pick<Desk, 'snapshot' | 'named'>, snapshot: string): Named | null {
  const series = desk.snapshot(snapshot).series.get(id);
  if (series) return { id, title: series.title, shortTitle: series.shortTitle, basis: series.resource.provenance.basis, unit: series.unit };
  const metric = desk.named.get(id);
  return metric ? { id, title: metric.title, shortTitle: metric.shortTitle, basis: null, unit: 'index' } : null;
}
