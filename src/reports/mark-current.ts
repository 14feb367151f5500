/** An assertion today: its metric's newest value, and for each superlative in words that hold, when it was beaten. */
import { firstBeaten, rankingsIn } from '../assertions/beaten.ts';
import { isoOf } from '../data/day.ts';
import type { Column } from '../metrics/column.ts';
import type { Computed } from './compute.ts';
import { type Valued, valued } from './valued.ts';

export interface SuperlativeMark {
  /** As written: 'its highest close since January 4, 2022'. */
  words: string;
  /** The first value as good, with its day; null while it stands. */
  beaten: Valued | null;
}

export interface CurrentMark {
  /** `superseded` where any superlative in the words is; `valued` where there is none. */
  mark: 'valued' | 'stands' | 'superseded' | 'no-value';
  value: Valued | null;
  /** Why there is no value. */
  why: string | null;
  superlatives: SuperlativeMark[];
}

/** A metric on all that a snapshot has; a message where it can't be computed. */
export type ColumnOf = (metric: string) => Column | string;

/**
 * @param words null where there are none, or they don't hold: nothing is said that could be beaten
 * @param format of the printed value
 */
export function markCurrent(
  metric: string,
  words: string | null,
  computed: Computed | null,
  columnOf: ColumnOf,
  format?: string,
): CurrentMark {
  const superlatives = words === null || computed === null ? [] : superlativeMarks(words, computed, columnOf);
  const { value, why } = newest(metric, columnOf, format);
  const isBeaten = superlatives.some(({ beaten }) => beaten !== null);
  const mark = superlatives.length > 0 ? (isBeaten ? 'superseded' : 'stands') : value ? 'valued' : 'no-value';
  return { mark, value, why, superlatives };
}

function superlativeMarks(words: string, { subject }: Computed, columnOf: ColumnOf): SuperlativeMark[] {
  return rankingsIn(words, subject).map((ranking) => {
    const column = columnOf(ranking.subject.metric);
    const beaten = typeof column === 'string' ? null : firstBeaten(ranking, column);
    return { words: ranking.claim.text, beaten: beaten && valued(beaten.value, ranking.subject.unit, beaten.day) };
  });
}

function newest(metric: string, columnOf: ColumnOf, format?: string): Pick<CurrentMark, 'value' | 'why'> {
  const column = columnOf(metric);
  if (typeof column === 'string') return { value: null, why: column };
  const last = column.days.length - 1;
  const [day, value] = [column.days[last], column.values[last]];
  if (last < 0 || !Number.isFinite(value))
    return { value: null, why: `${metric} has no value${last < 0 ? '' : ` on ${isoOf(day)}, its newest day`}.` };
  return { value: valued(value, column.unit, day, format), why: null };
}
