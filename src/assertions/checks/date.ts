/** Dates and weekdays: they must be those of the metric, seen from the day of publication. */
import { addMonths, type Day, isoOf, startOf, startOfWeek, weekdayOf } from '../../data/day.ts';
import { formatDay } from '../../metrics/format.ts';
import { weekdays } from '../lexicon.ts';
import type { Atom } from '../phrase.ts';
import { fails, type Subject, type Verdict } from '../subject.ts';
import { inMention, mentionLike, withYear } from '../when.ts';

const verdict = (said: string, found: string, complaint: { offset: number; message: string } | null): Verdict => ({
  checks: [{ what: 'date', said, found, ok: complaint === null }],
  complaints: complaint ? [fails(complaint.offset, complaint.message)] : [],
});

const named = (day: Day): string => `${weekdays[weekdayOf(day) - 1]}, ${formatDay(day, 'long').replace('\u00A0', ' ')}`;

/** 'On July 11', '2024-07-16': the day of the value, an end of its window, or the value itself where that is a date. */
export function checkDate({ date, offset }: Atom & { type: 'date' }, subject: Subject): Verdict {
  const { at, unit, value, metric, shape, column } = subject;
  const said = date.text;
  if (unit === 'date') {
    const full = withYear(date, at);
    const ok = inMention(value, full);
    return verdict(
      said,
      isoOf(value),
      ok
        ? null
        : {
            offset,
            message: `'${said}' does not hold. The data say ${isoOf(value)} (${metric} on ${isoOf(at)}). Write '${mentionLike(full, value)}'.`,
          },
    );
  }
  const full = withYear(date, Math.max(at, subject.published));
  const last = column.days.length - 1;
  const days = [
    at,
    ...shape.windows.flatMap(({ bounds }) => bounds ?? []),
    ...(shape.windows.length > 0 && last >= 0 ? column.reach(last) : []),
  ];
  const ok = days.some((day) => inMention(day, full));
  return verdict(
    said,
    isoOf(at),
    ok
      ? null
      : {
          offset,
          message: `'${said}' is not the day of the value, which is ${named(at)}. Write '${mentionLike(full, at)}', or at="…" for another day.`,
        },
  );
}

/** 'Tuesday', 'last Thursday': the weekday of `at`, within the week (for 'last', the fortnight) before publication. */
export function checkWeekday({ word, weekday, last, offset }: Atom & { type: 'weekday' }, subject: Subject): Verdict {
  const { at, published } = subject;
  const [from, to] = last ? [published - 14, published - 1] : [published - 6, published];
  const ok = weekdayOf(at) === weekday && at >= from && at <= to;
  const advice =
    weekdayOf(at) === weekday ? `Write the date: '${mentionLike({ month: 1, day: 1 }, at)}'.` : `Write '${weekdays[weekdayOf(at) - 1]}'.`;
  return verdict(
    word,
    named(at),
    ok ? null : { offset, message: `'${word}' does not hold: the value is of ${named(at)}, the report of ${named(published)}. ${advice}` },
  );
}

/** 'Yesterday', 'last week', seen from the day of publication. */
export function checkRelativeDay({ word, offset }: Atom & { type: 'relative-day' }, subject: Subject): Verdict {
  const { at, published, calendar } = subject;
  const folded = word.toLowerCase().replace(/\s+/g, ' ');
  const ok = {
    today: at === published,
    yesterday: at === calendar.lastSessionBy(published - 1),
    'this week': startOfWeek(at) === startOfWeek(published),
    'last week': startOfWeek(at) === startOfWeek(published) - 7,
    'this month': startOf('month', at) === startOf('month', published),
    'last month': startOf('month', at) === addMonths(startOf('month', published), -1),
  }[folded];
  return verdict(
    word,
    named(at),
    ok
      ? null
      : {
          offset,
          message: `'${word}' does not hold: the value is of ${named(at)}, the report of ${named(published)}. Write '${mentionLike({ month: 1, day: 1 }, at)}'.`,
        },
  );
}
