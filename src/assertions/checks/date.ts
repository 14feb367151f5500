/** Dates and weekdays: they must be those of the metric, seen from the day of publication. */
import { addMonths, type Day, isoOf, startOf, startOfWeek, weekdayOf } from '../../data/day.ts';
import { formatDay } from '../../metrics/format.ts';
import type { Atom, DateMention } from '../atoms.ts';
import { weekdays } from '../lexicon.ts';
import { fails, type Subject, type Verdict } from '../subject.ts';
import { inMention, mentionLike, withYear } from '../when.ts';
import { fitsPeriod, windowsOf } from './window.ts';

/** Words before a date that name an end of a window. */
const BEGIN = ['from', 'between', 'after'];
const END = ['to', 'through', 'until', 'by', 'ended', 'ending', 'and'];

const named = (day: Day): string => `${weekdays[weekdayOf(day) - 1]}, ${formatDay(day, 'long').replace('\u00A0', ' ')}`;
const dayLike = (day: Day): string => mentionLike({ month: 1, day: 1 }, day);

function verdict(said: string, found: string, offset: number, complaint: string | null): Verdict {
  return {
    checks: [{ what: 'date', said, found, ok: complaint === null }],
    complaints: complaint ? [fails(offset, `'${said}' ${complaint}`)] : [],
  };
}

/** True where the value is that of one day: a level, a streak, a return over one session. */
const isOfOneDay = ({ shape }: Subject): boolean => shape.windows.every(({ text }) => text === '1d');

/** The first and last day that the value rests on. */
function spanOf({ column, at, shape }: Subject): { begin: Day; end: Day } {
  const [begin, end] = column.days.length === 0 ? [at, at] : column.reach(column.days.length - 1);
  const fixed = shape.windows.find(({ bounds }) => bounds !== undefined && bounds.length > 1);
  return { begin, end: fixed ? end : at };
}

/**
 * 'On July 11', 'to July 16', 'from November 1', '2024-07-16'.
 * @param preposition the word before it: an end of the window, or the one day the value is of
 * @param ofPeak true for 'its high of July 10': where the value is counted from
 */
export function checkDate({ date, offset }: Atom & { type: 'date' }, preposition: string, ofPeak: boolean, subject: Subject): Verdict {
  const { at, unit, value, metric, published } = subject;
  const said = date.text;
  if (unit === 'date') {
    const full = withYear(date, at);
    if (preposition === 'before' || preposition === 'after' || !inMention(value, full))
      return verdict(
        said,
        isoOf(value),
        offset,
        `does not hold. The data say ${isoOf(value)} (${metric} on ${isoOf(at)}). Write '${mentionLike(full, value)}'.`,
      );
    return verdict(said, isoOf(value), offset, null);
  }
  const full = withYear(date, Math.max(at, published));
  const { begin, end } = spanOf(subject);
  if (BEGIN.includes(preposition) || (ofPeak && (subject.shape.kind !== 'level' || subject.shape.windows.length > 0)))
    return verdict(
      said,
      isoOf(begin),
      offset,
      inMention(begin, full) ? null : `is not where the metric begins, which is ${named(begin)}. Write '${dayLike(begin)}'.`,
    );
  if (END.includes(preposition))
    return verdict(
      said,
      isoOf(end),
      offset,
      inMention(end, full) ? null : `is not where the metric ends, which is ${named(end)}. Write '${dayLike(end)}'.`,
    );
  if (preposition === 'of' && inMention(begin, full)) return verdict(said, isoOf(begin), offset, null);
  if (isOfOneDay(subject)) return onOneDay(said, full, offset, subject);
  if (full.day === undefined && inMention(at, full) && fitsPeriod('month', subject, true)) return verdict(said, isoOf(at), offset, null);
  return verdict(
    said,
    `${isoOf(begin)} to ${isoOf(end)}`,
    offset,
    `${full.day === undefined ? 'does not fit the metric, which' : 'is one day, and the metric'} looks from ${isoOf(begin)} to ${isoOf(end)}. Write 'from ${dayLike(begin)}' or 'to ${dayLike(end)}', or put the date outside.`,
  );
}

function onOneDay(said: string, date: DateMention, offset: number, subject: Subject): Verdict {
  const { at, shape } = subject;
  const isTooWide = date.day === undefined && shape.windows.length > 0;
  const ok = inMention(at, date) && !isTooWide;
  return verdict(
    said,
    isoOf(at),
    offset,
    ok ? null : `is not the day of the value, which is ${named(at)}. Write '${dayLike(at)}', or at="…" for another day.`,
  );
}

/** 'Tuesday', 'last Thursday': a day of the week before publication. */
export function checkWeekday({ word, weekday, last, offset }: Atom & { type: 'weekday' }, preposition: string, subject: Subject): Verdict {
  const { published, unit } = subject;
  const { begin, end } = spanOf(subject);
  const day = unit === 'date' ? subject.value : BEGIN.includes(preposition) ? begin : END.includes(preposition) ? end : subject.at;
  if (unit !== 'date' && day === subject.at && !END.includes(preposition) && !isOfOneDay(subject))
    return verdict(
      word,
      `${isoOf(begin)} to ${isoOf(end)}`,
      offset,
      `is one day, and the metric looks over ${windowsOf(subject)}. Write 'to ${weekdays[weekdayOf(end) - 1]}', or put the day outside.`,
    );
  const [from, to] = last ? [published - 7, published - 1] : [published - 6, published];
  const isRecent = (unit === 'date' && !last) || (day >= from && day <= to);
  if (weekdayOf(day) === weekday && isRecent) return verdict(word, named(day), offset, null);
  const advice = weekdayOf(day) === weekday ? `the date: '${dayLike(day)}'` : `'${weekdays[weekdayOf(day) - 1]}'`;
  return verdict(
    word,
    named(day),
    offset,
    `does not hold: the value is of ${named(day)}, the report of ${named(published)}. Write ${advice}.`,
  );
}

type CalendarPeriod = 'week' | 'month' | 'quarter' | 'year';
const firstOf = (period: CalendarPeriod, day: Day): Day => (period === 'week' ? startOfWeek(day) : startOf(period, day));
const previous = (period: CalendarPeriod, first: Day): Day =>
  period === 'week' ? first - 7 : addMonths(first, { month: -1, quarter: -3, year: -12 }[period]);

/** 'Yesterday', 'last week', 'this month', 'the past year', seen from the day of publication. */
export function checkRelativeDay({ word, offset }: Atom & { type: 'relative-day' }, subject: Subject): Verdict {
  const { at, published, calendar } = subject;
  const [which, period] = word.toLowerCase().split(/\s+/) as [string, CalendarPeriod | undefined];
  const no = (why: string): Verdict => verdict(word, named(at), offset, why);
  if (period === undefined) {
    const ok = which === 'today' ? at === published : at === calendar.lastSessionBy(published - 1);
    if (!isOfOneDay(subject)) return no(`is one day, and the metric looks over ${windowsOf(subject)}. Put it outside the Fact.`);
    return ok
      ? verdict(word, named(at), offset, null)
      : no(`does not hold: the value is of ${named(at)}, the report of ${named(published)}. Write '${dayLike(at)}'.`);
  }
  const isRolling = which === 'past';
  if (subject.unit !== 'sessions' && subject.shape.windows.length > 0 && !fitsPeriod(period, subject, !isRolling))
    return no(`is a ${period}, and the metric looks over ${windowsOf(subject)}. Use the window of a ${period}, or put the words outside.`);
  const first = firstOf(period, published);
  const wanted = which === 'this' || isRolling ? first : previous(period, first);
  const ok = isRolling ? published - at <= 7 : firstOf(period, at) === wanted;
  return ok
    ? verdict(word, named(at), offset, null)
    : no(`does not hold: the value is of ${named(at)}, the report of ${named(published)}. Write the date.`);
}
