/** What pages say of a series. */
import { isoOf } from '../data/day.ts';
import type { Unit } from '../metrics/units.ts';
import type { SeriesView } from '../reports/series-view.ts';
import { stretchInWords } from './claim.ts';
import { UNIT } from './dataset-words.ts';

export const UNIT_OF: Partial<Record<Unit, string>> = { ...UNIT, index: 'index' };

export function coverageOf({ first, last }: SeriesView): string {
  return stretchInWords(isoOf(first), isoOf(last));
}
