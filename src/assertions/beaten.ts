/**
 * When a superlative was beaten: the first day after its own on which the metric is at least as good. A superlative
 * of a year can be beaten in that year only. A running value is looked at when its period is over.
 */
import { type Day, partsOf } from '../data/day.ts';
import { atPeriodEnds, type Column, startOfPeriod } from '../metrics/column.ts';
import { withoutNoise } from '../metrics/format.ts';
import { allowsTies, signOf } from './checks/superlative.ts';
import { type Ranking, rankingOf } from './ranking.ts';
import type { Subject } from './subject.ts';
import { readClaims } from './verify.ts';

/** Every superlative and place in the words, with what it ranks. */
export function rankingsIn(text: string, subject: Subject): Ranking[] {
  return readClaims(text).flatMap((claim) => {
    const ranking = claim.kind === 'superlative' ? rankingOf(claim, text, subject) : null;
    return ranking && 'claim' in ranking ? [ranking] : [];
  });
}

/**
 * @param later the column of the ranked metric, going on after the claim's day
 * @returns null where nothing was as good so far
 */
export function firstBeaten({ claim, subject }: Ranking, later: Column): { day: Day; value: number } | null {
  const { at, value, calendar } = subject;
  const sign = signOf(claim, subject);
  const level = withoutNoise(value) * sign;
  const { days, values, period } = atPeriodEnds(later);
  const isOwn = (day: Day): boolean => day <= at || (period !== undefined && startOfPeriod(period, day) === startOfPeriod(period, at));
  const isOver = (day: Day): boolean => period === undefined || startOfPeriod(period, nextSession(day)) !== startOfPeriod(period, day);
  const nextSession = (day: Day): Day => {
    let next = day + 1;
    while (!calendar.isSession(next)) next++;
    return next;
  };
  const isInScope = (day: Day): boolean => claim.scope.kind !== 'year' || partsOf(day).year === partsOf(at).year;
  const isAsGood = (other: number): boolean => (allowsTies(claim) ? other > level : other >= level);
  const first = days.findIndex((day, i) => !isOwn(day) && isInScope(day) && isAsGood(withoutNoise(values[i]) * sign) && isOver(day));
  return first < 0 ? null : { day: days[first], value: values[first] };
}
