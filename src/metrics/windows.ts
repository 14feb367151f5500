/**
 * Windows: how far back a measure looks. Each is a declaration over one small builder.
 *
 * | window | a change is measured from | the last w values are | prior values begin |
 * |---|---|---|---|
 * | 5d | the close 5 observations back | the last 5 | 5 back |
 * | 1w mtd qtd ytd | the last close on or before the end of the previous period | those inside the period | with the period |
 * | 1mo 6mo 1y | the last close on or before the same day of the month, clamped | those after that day | that day or next |
 * | since D | the last close on or before D | those on or after D | D or next |
 * | from A to B | the last close on or before A (and ends with the last on or before B) | those in [A, B] | A or next |
 * | all | the first value | all | the first |
 *
 * An index of -1 means that the data don't reach back: the answer is null, never the first close there happens to be.
 */
import { addMonths, type Day, isoOf, startOf, startOfWeek } from '../data/day.ts';
import { indexOnOrBefore } from '../data/series.ts';
import type { Period } from './column.ts';
import { countWord } from './count-word.ts';
import { formatDay } from './format.ts';

/** Where a window begins and ends: see the table above. */
export type Bound = 'base' | 'first' | 'firstPrior' | 'end';

export interface Window extends Record<Bound, (days: Int32Array, i: number) => number> {
  /** As written: '5d'. */
  text: string;
  /** In words: 'over 5 sessions'. */
  words: string;
  /** After 'the close': what a change is measured from, and where it ends. */
  from: string;
  to: string;
  period?: Period;
  /** Number of observations, for windows of the form `n d`. */
  count?: number;
  /** The bounds of a fixed window, to report one that is not a session. */
  bounds?: readonly Day[];
  /** The bounds that lie so many observations back on any days. `end` is 0 back, except in a window with a fixed end. */
  back: Partial<Record<Bound, number>>;
}

/** Every form of a window, for lists of them: as it is written, and what a change is measured from. */
export const WINDOW_FORMS: readonly { written: readonly string[]; from: string }[] = [
  { written: ['5d'], from: 'the close five observations back' },
  { written: ['1w'], from: 'the last close of the previous ISO week' },
  { written: ['mtd', 'qtd', 'ytd'], from: 'the last close of the previous month, quarter or year' },
  { written: ['1mo', '6mo', '1y'], from: 'the last close on or before the same day that many months or years back' },
  { written: ['since 2022-01-04'], from: 'the last close on or before that day' },
  {
    written: ['from 2023-11-01 to 2023-12-08'],
    from: 'the last close on or before the first day; it ends with the last close on or before the second',
  },
  { written: ['all'], from: 'the first value in the data' },
];
const OF_THE_DAY = 'of the day';

/** The bound that lies n observations back; -1 before the data. */
const backBy =
  (n: number) =>
  (_days: Int32Array, i: number): number =>
    Math.max(-1, i - n);

const now = backBy(0);

/** First index on or after a day. */
const onOrAfter = (days: Int32Array, day: Day): number => indexOnOrBefore(days, day - 1) + 1;

/** `n d`: n observations of the series itself. */
export function sessions(n: number): Window {
  return {
    text: `${n}d`,
    words: n === 1 ? 'over one session' : `over ${n} sessions`,
    from: `${countWord(n)} ${n === 1 ? 'session' : 'sessions'} before`,
    to: OF_THE_DAY,
    count: n,
    back: { base: n, first: n - 1, firstPrior: n, end: 0 },
    base: backBy(n),
    first: backBy(n - 1),
    firstPrior: backBy(n),
    end: now,
  };
}

/** A window that begins the day after `dayBefore`: the base is the last close on or before that day. */
function after(text: string, words: string, from: string, dayBefore: (day: Day) => Day, period?: Period): Window {
  const base = (days: Int32Array, i: number): number => indexOnOrBefore(days, dayBefore(days[i]));
  const first = (days: Int32Array, i: number): number => {
    const index = base(days, i);
    return index < 0 ? -1 : index + 1;
  };
  // A rolling window's own first day counts among the prior values; a period's previous close does not.
  const firstPrior = period ? first : (days: Int32Array, i: number) => (base(days, i) < 0 ? -1 : onOrAfter(days, dayBefore(days[i])));
  return { text, words, from, to: OF_THE_DAY, period, back: { end: 0 }, base, first, firstPrior, end: now };
}

/** `n w`: ISO weeks, from the last close of one to the last close of the next. */
export function weeks(n: number): Window {
  const words = n === 1 ? 'over the week' : `over ${n} weeks`;
  const from = n === 1 ? 'that ended the week before' : `that ended the week ${countWord(n)} weeks before`;
  return after(`${n}w`, words, from, (day) => startOfWeek(day) - 7 * (n - 1) - 1, 'week');
}

/** `n mo` and `n y`: the same day of the month n months before, clamped to that month's end. */
export function months(n: number): Window {
  const years = n % 12 === 0;
  const count = years ? n / 12 : n;
  const words = `over ${count === 1 ? 'one' : count} ${years ? 'year' : 'month'}${count === 1 ? '' : 's'}`;
  const span = `${countWord(count)} ${years ? 'year' : 'month'}${count === 1 ? '' : 's'}`;
  return after(years ? `${count}y` : `${n}mo`, words, `on or last before the same day ${span} earlier`, (day) => addMonths(day, -n));
}

const TO_DATE = { mtd: 'month', qtd: 'quarter', ytd: 'year' } as const;

/** `mtd`, `qtd`, `ytd`: from the last close of the previous month, quarter or year. */
export function toDate(text: keyof typeof TO_DATE): Window {
  const period = TO_DATE[text];
  return after(text, `${period} to date`, `that ended the ${period} before`, (day) => startOf(period, day) - 1, period);
}

/** `since D`: from the last close on or before D; a set of values holds those on or after D. */
export function since(from: Day): Window {
  const ifInside = (index: number, i: number): number => (index > i ? -1 : index);
  const first = (days: Int32Array, i: number): number => (indexOnOrBefore(days, from) < 0 ? -1 : ifInside(onOrAfter(days, from), i));
  return {
    text: `since ${isoOf(from)}`,
    words: `since ${isoOf(from)}`,
    from: `of ${formatDay(from, 'short')}`,
    to: OF_THE_DAY,
    bounds: [from],
    back: { end: 0 },
    base: (days, i) => (days[i] < from ? -1 : ifInside(indexOnOrBefore(days, from), i)),
    first,
    firstPrior: first,
    end: now,
  };
}

/** `from A to B`: as `since A`, ended at the last close on or before B; after B the answer stays. */
export function between(from: Day, to: Day): Window {
  const start = since(from);
  return {
    ...start,
    text: `from ${isoOf(from)} to ${isoOf(to)}`,
    words: `from ${isoOf(from)} to ${isoOf(to)}`,
    to: `of ${formatDay(to, 'short')}`,
    bounds: [from, to],
    back: {},
    end: (days, i) => Math.min(i, indexOnOrBefore(days, to)),
  };
}

/** `all`: everything the data have. */
export const all: Window = {
  text: 'all',
  words: 'in all the data',
  from: 'with which the data begin',
  to: OF_THE_DAY,
  back: { end: 0 },
  base: () => 0,
  first: () => 0,
  firstPrior: () => 0,
  end: now,
};
