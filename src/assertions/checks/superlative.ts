/**
 * 'Best week since November 2023'. Let P be the latest earlier period with a value at least as good (a tie ends the run):
 * the phrase holds when P lies in the day, month or year that it names. Compared at full precision.
 */
import { addMonths, type Day, isoOf, partsOf, startOfWeek } from '../../data/day.ts';
import { indexOnOrBefore } from '../../data/series.ts';
import { atPeriodEnds } from '../../metrics/column.ts';
import { formatDay, formatExact, halfUnit } from '../../metrics/format.ts';
import type { BoundKind } from '../lexicon.ts';
import type { DateMention } from '../phrase.ts';
import { type Check, type Complaint, fails, type Subject, unclear, type Verdict } from '../subject.ts';
import { endOfMention, inMention, mentionFrom, mentionLike, startOfMention, withYear } from '../when.ts';
import { ordinalWord } from './ordinal-word.ts';
import { yearOf } from './window.ts';

export interface SuperlativeClaim {
  /** The words from the superlative to the end of the claim, as written. */
  text: string;
  offset: number;
  /** 1: nothing larger; -1: nothing smaller. */
  sign: 1 | -1;
  /** 1 for the best itself, 3 for the third best. */
  place: number;
  tied: boolean;
  scope:
    | { kind: 'since'; date: DateMention; open: boolean }
    | { kind: 'year'; year: number | 'this' }
    | { kind: 'span'; count: number; period: 'day' | 'week' | 'month' | 'quarter' | 'year'; bound: BoundKind | null }
    | { kind: 'record' };
  /** The words before the scope: 'best week'. */
  head: string;
}

interface History {
  days: Int32Array;
  values: Float64Array;
  /** Index of the value that is spoken of: the last. */
  last: number;
  first: number;
}

export function checkSuperlative(claim: SuperlativeClaim, subject: Subject): Verdict {
  const { days, values } = atPeriodEnds(subject.column);
  const history: History = { days, values, last: values.length - 1, first: values.findIndex((value) => !Number.isNaN(value)) };
  if (claim.scope.kind === 'record') return checkRecord(claim, history, subject);
  if (claim.scope.kind === 'span') return checkSpan(claim, claim.scope, history, subject);
  if (claim.place > 1 || claim.tied) return checkPlace(claim, history, subject);
  if (claim.scope.kind === 'year') return checkOpen(claim, history, subject, yearMention(claim.scope.year, subject), true);
  return claim.scope.open
    ? checkOpen(claim, history, subject, withYear(claim.scope.date, subject.at), false)
    : checkSince(claim, history, subject, withYear(claim.scope.date, subject.at));
}

function yearMention(year: number | 'this', { at }: Subject): DateMention {
  const number = yearOf(year, at);
  return { year: number, text: String(number) };
}

const verdict = (check: Check, complaints: readonly Complaint[]): Verdict => ({ checks: [check], complaints: [...complaints] });
const checkOf = (claim: SuperlativeClaim, found: string, ok: boolean): Check => ({ what: 'superlative', said: claim.text, found, ok });

/** 'the week to 2023-11-03', 'the session of 2023-11-14'. */
function name({ column }: Subject, day: Day): string {
  return column.period ? `the ${column.period} to ${isoOf(day)}` : isoOf(day);
}

function checkSince(claim: SuperlativeClaim, history: History, subject: Subject, date: DateMention): Verdict {
  const { days, values, last } = history;
  const uncovered = coverage(claim, history, subject, date);
  if (uncovered) return verdict(checkOf(claim, uncovered.found, false), [uncovered.complaint]);
  const rival = latestAsGood(history, claim.sign, values[last]);
  if (rival < 0) {
    const found = `none as good in the data, which begin on ${isoOf(days[history.first])}`;
    const advice = `${claim.head} in data since ${partsOf(days[history.first]).year}`;
    return verdict(checkOf(claim, found, false), [
      fails(claim.offset, `'${claim.text}' does not hold. The data say ${found}. Write '${advice}'.`),
    ]);
  }
  const found = `last at least as good: ${name(subject, days[rival])}, ${formatExact(values[rival], subject.unit)}`;
  const ok =
    subject.column.period === 'week' && date.day !== undefined
      ? startOfWeek(days[rival]) === startOfWeek(startOfMention(date))
      : inMention(days[rival], date);
  if (ok)
    return verdict(
      checkOf(claim, `${found}${runnerUp(claim, history, subject, rival + 1)}`, true),
      nearTies(claim, history, subject, rival),
    );
  const advice = `${claim.head} since ${date.month === undefined || date.day !== undefined ? mentionLike(date, days[rival]) : mentionFrom(subject.at, days[rival])}`;
  return verdict(checkOf(claim, found, false), [
    fails(
      claim.offset,
      `'${claim.text}' does not hold. The data say ${formatExact(values[last], subject.unit)} for ${name(subject, days[last])}; ${found}. Write '${advice}'.`,
    ),
  ]);
}

/** Nothing from the start of the date on is as good (for a year: better), and the data reach back to it. */
function checkOpen(claim: SuperlativeClaim, history: History, subject: Subject, date: DateMention, strict: boolean): Verdict {
  const { days, values, last } = history;
  const uncovered = coverage(claim, history, subject, date);
  if (uncovered) return verdict(checkOf(claim, uncovered.found, false), [uncovered.complaint]);
  const from = startOfMention(date);
  const rival = strict ? latestBetter(history, claim.sign, values[last]) : latestAsGood(history, claim.sign, values[last]);
  if (rival >= 0 && days[rival] >= from) {
    const found = `${name(subject, days[rival])} was ${strict ? 'better' : 'at least as good'}, ${formatExact(values[rival], subject.unit)}`;
    const advice = `${claim.head} since ${mentionFrom(subject.at, days[rival])}`;
    return verdict(checkOf(claim, found, false), [
      fails(
        claim.offset,
        `'${claim.text}' does not hold. The data say ${formatExact(values[last], subject.unit)} for ${name(subject, days[last])}; ${found}. Write '${advice}'.`,
      ),
    ]);
  }
  const found =
    rival < 0
      ? `none ${strict ? 'better' : 'as good'} in the data, which begin on ${isoOf(days[history.first])}`
      : `none since ${isoOf(days[rival])}, ${formatExact(values[rival], subject.unit)}`;
  const start = Math.max(rival, indexOnOrBefore(days, from - 1));
  const complaints = nearTies(claim, history, subject, start);
  if (claim.scope.kind === 'since' && rival < 0 && !inMention(days[history.first], date) && days[history.first] < from)
    complaints.push({
      rule: 'understated',
      offset: claim.offset,
      message: `'${claim.text}' holds, and says little: nothing is as good in the data since ${isoOf(days[history.first])}. Write '${claim.head} in data since ${partsOf(days[history.first]).year}'.`,
    });
  return verdict(checkOf(claim, `${found}${runnerUp(claim, history, subject, start + 1)}`, true), complaints);
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** 'In two years': nothing in the two years before is as good, and the data reach back that far. A tie ends it. */
function checkSpan(
  claim: SuperlativeClaim,
  scope: SuperlativeClaim['scope'] & { kind: 'span' },
  history: History,
  subject: Subject,
): Verdict {
  const { days, values, last } = history;
  const { period, count, bound } = scope;
  if (bound !== null && bound !== 'more' && bound !== 'nearly')
    return {
      checks: [],
      complaints: [
        unclear(claim.offset, `'${claim.text}': say 'in ${count}', 'in more than ${count}' or 'in nearly ${count}' ${period}s.`),
      ],
    };
  const back = (n: number): Day => {
    if (period === 'day') return days[Math.max(0, last - n)];
    return period === 'week' ? days[last] - 7 * n : addMonths(days[last], -MONTHS[period] * n);
  };
  // 'Nearly two years' is more than one and a half; half a month is counted as days.
  const from = bound === 'nearly' ? Math.ceil((back(count - 1) + back(count)) / 2) : back(count);
  const begin = days[Math.max(0, history.first)];
  if (begin > from || (period === 'day' && last - count < history.first)) {
    const found = `the data begin on ${isoOf(begin)}`;
    return verdict(checkOf(claim, found, false), [
      fails(
        claim.offset,
        `'${claim.text}' can't be shown: ${found} (${subject.metric}). Write '${claim.head} in data since ${partsOf(begin).year}' if that holds.`,
      ),
    ]);
  }
  const rival = latestAsGood(history, claim.sign, values[last]);
  const found =
    rival < 0
      ? `none as good in the data, which begin on ${isoOf(begin)}`
      : `last at least as good: ${name(subject, days[rival])}, ${formatExact(values[rival], subject.unit)}`;
  const since = rival < 0 ? `in data since ${partsOf(begin).year}` : `since ${mentionFrom(subject.at, days[rival])}`;
  const isTooNear = rival >= 0 && days[rival] >= from;
  const isPast = bound === 'nearly' && (rival < 0 || days[rival] < back(count));
  if (isTooNear || isPast)
    return verdict(checkOf(claim, found, false), [
      fails(
        claim.offset,
        `'${claim.text}' does not hold. The data say ${formatExact(values[last], subject.unit)} for ${name(subject, days[last])}; ${found}. Write '${claim.head} ${since}'.`,
      ),
    ]);
  const complaints = nearTies(claim, history, subject, rival);
  const farther = back(count + Math.max(1, count / 2));
  if (bound !== 'nearly' && (rival < 0 || days[rival] < farther))
    complaints.push({
      rule: 'understated',
      offset: claim.offset,
      message: `'${claim.text}' holds, and says little: ${found}. Write '${claim.head} ${since}'.`,
    });
  return verdict(checkOf(claim, `${found}${runnerUp(claim, history, subject, rival + 1)}`, true), complaints);
}

/** How many were compared, and the best of them: '; 34 compared, the next +5.554%, the week to 2023-12-15'. */
function runnerUp({ sign }: SuperlativeClaim, { days, values, first, last }: History, subject: Subject, from: number): string {
  const start = Math.max(0, first, from);
  let best = -1;
  for (let i = start; i < last; i++) if (best < 0 || values[i] * sign > values[best] * sign) best = i;
  return best < 0 ? '' : `; ${last - start} compared, the next ${formatExact(values[best], subject.unit)}, ${name(subject, days[best])}`;
}

/** Exactly k - 1 strictly better since then, and none equal unless a tie is said. */
function checkPlace(claim: SuperlativeClaim, history: History, subject: Subject): Verdict {
  const { days, values, last } = history;
  const date =
    claim.scope.kind === 'since'
      ? withYear(claim.scope.date, subject.at)
      : yearMention(claim.scope.kind === 'year' ? claim.scope.year : 'this', subject);
  const uncovered = coverage(claim, history, subject, date);
  if (uncovered) return verdict(checkOf(claim, uncovered.found, false), [uncovered.complaint]);
  const from = startOfMention(date);
  let better = 0;
  let equal = 0;
  for (let i = history.first; i < last; i++) {
    if (days[i] < from) continue;
    if (values[i] * claim.sign > values[last] * claim.sign) better++;
    else if (values[i] === values[last]) equal++;
  }
  const ok = better === claim.place - 1 && equal > 0 === claim.tied;
  const found = `number ${better + 1}${equal > 0 ? `, tied with ${equal}` : ''}`;
  if (ok) return verdict(checkOf(claim, found, true), []);
  const advice = placed(claim, better + 1, equal > 0);
  return verdict(checkOf(claim, found, false), [
    fails(
      claim.offset,
      `'${claim.text}' does not hold. The data say ${formatExact(values[last], subject.unit)} is ${found}. Write '${advice}'.`,
    ),
  ]);
}

/** The same words with another place: 'tied for third-widest gap in data since 1999'. */
function placed({ text, place }: SuperlativeClaim, to: number, tied: boolean): string {
  const bare = text.replace(/^(?:tied for|joint)\s+(?:the\s+)?/i, '');
  // The place is the first word, or joined to the superlative.
  const rest = place === 1 ? bare : bare.replace(/^\S+?(?:-|\s+)/, '');
  return `${tied ? 'tied for ' : ''}${to === 1 ? rest : `${ordinalWord(to)}-${rest}`}`;
}

function checkRecord(claim: SuperlativeClaim, history: History, subject: Subject): Verdict {
  const { days, values, last } = history;
  const begin = partsOf(days[history.first]).year;
  if (!subject.fromInception)
    return {
      checks: [],
      complaints: [
        unclear(
          claim.offset,
          `'${claim.text}' can't be shown: the data begin on ${isoOf(days[history.first])}, not with the series itself. Write 'the ${claim.sign > 0 ? 'highest' : 'lowest'} in data since ${begin}' if that holds.`,
        ),
      ],
    };
  const rival = latestAsGood(history, claim.sign, values[last]);
  if (rival < 0) return verdict(checkOf(claim, `none as good since ${isoOf(days[history.first])}`, true), []);
  const found = `${name(subject, days[rival])} was at least as good, ${formatExact(values[rival], subject.unit)}`;
  return verdict(checkOf(claim, found, false), [
    fails(
      claim.offset,
      `'${claim.text}' does not hold. The data say ${found}. Write '${claim.sign > 0 ? 'highest' : 'lowest'} since ${formatDay(days[rival], 'long').replace('\u00A0', ' ')}'.`,
    ),
  ]);
}

/** What is said of a time that the data do not reach. */
function coverage(
  claim: SuperlativeClaim,
  { days, first }: History,
  subject: Subject,
  date: DateMention,
): { found: string; complaint: Complaint } | null {
  if (first >= 0 && days[first] <= endOfMention(date)) return null;
  const begin = days[Math.max(0, first)];
  const found = `the data begin on ${isoOf(begin)}`;
  return {
    found,
    complaint: fails(
      claim.offset,
      `'${claim.text}' can't be shown: ${found} (${subject.metric}). Write '${claim.head} in data since ${partsOf(begin).year}' if that holds.`,
    ),
  };
}

function latestAsGood({ values, first, last }: History, sign: number, value: number): number {
  for (let i = last - 1; i >= Math.max(0, first); i--) if (values[i] * sign >= value * sign) return i;
  return -1;
}

function latestBetter({ values, first, last }: History, sign: number, value: number): number {
  for (let i = last - 1; i >= Math.max(0, first); i--) if (values[i] * sign > value * sign) return i;
  return -1;
}

/** Earlier values that a rounding would make equal. */
function nearTies(claim: SuperlativeClaim, { days, values, last }: History, subject: Subject, from: number): Complaint[] {
  const half = halfUnit(subject.unit);
  const near = Array.from(values.subarray(Math.max(0, from), last).keys())
    .map((k) => k + Math.max(0, from))
    .filter((i) => Math.abs(values[i] - values[last]) < half);
  const [i] = near.slice(-1);
  return i === undefined
    ? []
    : [
        {
          rule: 'near-tie',
          offset: claim.offset,
          message: `'${claim.text}' is a near tie: ${formatExact(values[last], subject.unit)} against ${formatExact(values[i], subject.unit)} in ${name(subject, days[i])}. A small revision would turn it.`,
        },
      ];
}
