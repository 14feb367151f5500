/** What the assertions of a report are compiled in. */
import type { SourceText } from '../assertions/source-text.ts';
import type { Day } from '../data/day.ts';
import type { Context } from '../metrics/evaluate.ts';
import type { Cards } from './attribution.ts';

/** What words are held against the data in, whosever they are. */
export interface WordsContext extends Context {
  source: SourceText;
  /** The day of publication: what 'Tuesday' is seen from. */
  published: Day;
  /** What the desk calls its series besides their titles, with the ids of those that are meant. */
  names?: ReadonlyMap<string, readonly string[]>;
}

export interface ReportContext extends WordsContext {
  cards: Cards;
  /** The last day on which the report was changed, where its head tells it: no source may be later. */
  changed: string | null;
}
