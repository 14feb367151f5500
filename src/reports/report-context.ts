/** What the assertions of a report are compiled in. */
import type { SourceText } from '../assertions/source-text.ts';
import type { Day } from '../data/day.ts';
import type { Context } from '../metrics/evaluate.ts';
import type { Cards } from './attribution.ts';

export interface ReportContext extends Context {
  source: SourceText;
  cards: Cards;
  /** The day of publication: what 'Tuesday' is seen from. */
  published: Day;
}
