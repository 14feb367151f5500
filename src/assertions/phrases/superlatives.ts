/**
 * 'Best five sessions since June 2020', 'highest close in more than two years', 'lowest in data since 1999', 'best day of the year': with the
 * longest stretch for which each is true. 'Since' names the month and the day on which there was last a value as good.
 */
import { addMonths, type Day, partsOf } from '../../data/day.ts';
import { indexOnOrBefore } from '../../data/series.ts';
import { type History, historyOf, latestAsGood } from '../checks/history.ts';
import { numberWord } from '../number-words.ts';
import { shareOfLookBack } from '../rarity.ts';
import type { Subject } from '../subject.ts';
import { mentionFrom, mentionLike } from '../when.ts';
import type { Generator, Proposal } from './generator.ts';
import { type Head, headsOf } from './heads.ts';
import { isPrice, spanOf, windowOf } from './telling.ts';

/** Being the best of fewer values is nothing to tell of; windows that overlap count as one. */
const FEWEST = 4;
const SESSIONS: Readonly<Record<string, number>> = { session: 1, week: 5, month: 21, year: 252 };

function fewestFor(subject: Subject): number {
  const window = windowOf(subject);
  const span = window && !subject.column.period ? spanOf(window) : null;
  return Math.max(FEWEST, span ? span.count * SESSIONS[span.unit] : 0);
}

/** Shorter runs come so often that one of them is always the longest for a while. */
const SHORTEST = 3;

export const superlatives: Generator = (subject) => headsOf(subject).flatMap((head) => ofHead(head, subject));

function ofHead({ words, sign }: Head, subject: Subject): Proposal[] {
  const history = historyOf(subject, sign);
  const { days, first, last } = history;
  const rival = latestAsGood(history);
  const compared = last - Math.max(rival + 1, first);
  if (compared < fewestFor(subject) || (subject.shape.isStreak && Math.abs(subject.value) < SHORTEST)) return [];
  const share = shareOfLookBack(history, compared);
  const of = (scopes: readonly string[]): Proposal[] => scopes.map((scope) => ({ text: `${words} ${scope}`, share }));
  const inData = `in data since ${partsOf(days[first]).year}`;
  if (rival < 0) return [...recordOf(subject, sign, share), ...of([inData]), ...ofYear(words, history)];
  const dates = new Set([mentionFrom(subject.at, days[rival]), mentionLike({ month: 1, day: 1 }, days[rival])]);
  return [...of([...[...dates].map((date) => `since ${date}`), ...spans(subject.at, days[rival])]), ...ofYear(words, history)];
}

/** Of a series whose data begin with it. */
const recordOf = (subject: Subject, sign: 1 | -1, share: number): Proposal[] =>
  subject.fromInception && isPrice(subject) ? [{ text: `record ${sign > 0 ? 'high' : 'low'}`, share }] : [];

const SPANS: readonly { unit: string; back(day: Day, count: number): Day }[] = [
  { unit: 'year', back: (day, count) => addMonths(day, -12 * count) },
  { unit: 'month', back: (day, count) => addMonths(day, -count) },
];

/** 'In more than two years', 'in nearly three years'; of less than a year in months. */
function spans(at: Day, rival: Day): string[] {
  for (const { unit, back } of SPANS) {
    let whole = 0;
    while (back(at, whole + 1) > rival) whole++;
    if (whole > 0) {
      const counted = (count: number): string => `${numberWord(count)} ${unit}${count === 1 ? '' : 's'}`;
      return [`in more than ${counted(whole)}`, `in nearly ${counted(whole + 1)}`];
    }
  }
  return [];
}

/** Nothing as good since the turn of the year, of which enough is over. */
function ofYear(words: string, history: History): Proposal[] {
  const { days, values, last, sign } = history;
  const start = indexOnOrBefore(days, startOfYear(days[last]) - 1) + 1;
  if (last - start < 2 * FEWEST) return [];
  for (let i = start; i < last; i++) if (values[i] * sign >= values[last] * sign) return [];
  return [{ text: `${words} of the year`, share: shareOfLookBack(history, last - start) }];
}

const startOfYear = (day: Day): Day => addMonths(day, 1 - partsOf(day).month) - partsOf(day).day + 1;
