/** What pages say of a series. */
import { isoOf } from '../data/day.ts';
import { formatShort } from '../metrics/format.ts';
import type { Unit } from '../metrics/units.ts';
import type { Point, SeriesView } from '../reports/series-view.ts';
import { stretchInWords } from './claim.ts';
import { UNIT } from './dataset-words.ts';

export const UNIT_OF: Partial<Record<Unit, string>> = { ...UNIT, index: 'index' };

export function coverageOf({ first, last }: SeriesView): string {
  return stretchInWords(isoOf(first), isoOf(last));
}

/** A level as its table has it, without a sign: '2,940.1', '3.57%', '1,512,340'. */
export function levelOf({ value }: Point, unit: Unit): string {
  return formatShort(value, unit).replace(/^\+/, '');
}
