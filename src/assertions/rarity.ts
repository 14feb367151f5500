/**
 * How remarkable a statement is: the share of the values so far, the one that is spoken of among them, of which at least as much
 * could have been said. One value in a thousand gives 0.001, whatever is said and of whatever metric, so that statements of different
 * kinds can be ordered. The first of its kind in 6,424 values is 1/6,424: nothing is rarer than the data can show.
 *
 * What is said of a stretch of values could also have been said of an earlier value with fewer before it, if it was better than all of them:
 * else every record of a price that rises would be the rarest of things. From a quarter as many on that counts.
 */
import { latestAtLeast } from '../metrics/measures/since.ts';
import { isLevel } from '../metrics/units.ts';
import { type History, historyOf } from './checks/history.ts';
import type { Subject } from './subject.ts';

const countOf = (values: Float64Array, first: number, counts: (value: number) => boolean): number => {
  let count = 0;
  for (let i = first; i < values.length; i++) if (counts(values[i])) count++;
  return count;
};

/** Of a number: the share of values at least as large as `bound` (as small, where small ones are good). */
export function shareBeyond({ values, first, last, sign }: History, bound = values[last]): number {
  return countOf(values, first, (value) => value * sign >= bound * sign) / (last - first + 1);
}

/** The part of a stretch that an early value must have before it. */
const ENOUGH = 0.25;

/** Of 'highest since': the share of values that were better than at least as many values right before them. */
export function shareOfLookBack({ values, first, last, sign }: History, compared: number): number {
  const latest = latestAtLeast(sign > 0 ? values : values.map((value) => -value));
  let count = 0;
  for (let i = first; i <= last; i++) {
    const beaten = latest[i] < 0 ? i - first : i - latest[i] - 1;
    if (beaten >= compared * (latest[i] < 0 ? ENOUGH : 1)) count++;
  }
  return count / (last - first + 1);
}

/**
 * Of 'third-highest since': the share of values that had this place, or a better one, among as many values right before them; of the
 * third of all not less than three values.
 */
export function shareOfPlace({ values, first, last, sign }: History, place: number, compared: number): number {
  const hasPlace = (i: number): boolean => {
    let better = 0;
    for (let k = i - 1; k >= Math.max(first, i - compared) && better < place; k--) if (values[k] * sign > values[i] * sign) better++;
    return better < place;
  };
  let count = 0;
  for (let i = first + Math.ceil(compared * ENOUGH); i <= last; i++) if (hasPlace(i)) count++;
  return Math.max(count, place) / (last - first + 1);
}

/** Of a streak: the share of values at which a run of the same sign was at least as long. */
export function shareOfRuns(lengths: Float64Array, length: number): number {
  const first = Math.max(
    0,
    lengths.findIndex((value) => !Number.isNaN(value)),
  );
  return countOf(lengths, first, (value) => value * Math.sign(length) >= Math.abs(length)) / (lengths.length - first);
}

/**
 * Of the value by itself. A price or a rate is as remarkable as the stretch over which it is the highest or lowest: most prices are
 * the largest there were for some time. Of the rest the values as far out on its side count; one without a sign has the rarer side.
 */
export function shareOfValue(subject: Subject): number {
  const { value, shape, unit } = subject;
  const sides = ([1, -1] as const).map((sign) => historyOf(subject, sign));
  if (shape.kind === 'level' && isLevel(unit)) return Math.min(...sides.map((history) => shareOfLookBack(history, comparedOf(history))));
  if (shape.kind === 'level' || shape.isDrawdown) return Math.min(...sides.map((history) => shareBeyond(history)));
  return value === 0 ? 1 : shareBeyond(sides[value > 0 ? 0 : 1]);
}

/** How many values right before the last are less good than it. */
function comparedOf({ values, first, last, sign }: History): number {
  let compared = 0;
  while (last - compared > first && values[last - compared - 1] * sign < values[last] * sign) compared++;
  return compared;
}
