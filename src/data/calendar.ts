/**
 * Sessions of the New York Stock Exchange: the weekdays that are neither a holiday by the exchange's
 * rules (from `nyse-holidays`) nor one of the extraordinary closures listed in data/calendar/nyse.json,
 * which no rule can know.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getHolidays } from 'nyse-holidays';
import { z } from 'zod';
import { error, Fault } from '../finding.ts';
import { type Day, dayOf, isIsoDate, partsOf, weekdayOf } from './day.ts';

const closuresFile = z.strictObject({
  name: z.string(),
  closures: z.array(z.strictObject({ date: z.string().refine(isIsoDate), why: z.string() })),
});

export interface Calendar {
  /** Whose days they are: 'the New York Stock Exchange'. */
  of: string;
  isSession(day: Day): boolean;
  /** The sessions in [from, to], ascending. */
  sessions(from: Day, to: Day): Day[];
  /** The last session on or before the day. */
  lastSessionBy(day: Day): Day;
}

/** A calendar from the extraordinary closures, given as ISO dates. */
export function nyseCalendar(closures: readonly string[]): Calendar {
  const closed = new Set(closures.map(dayOf));
  const years = new Set<number>();

  const isSession = (day: Day): boolean => {
    if (weekdayOf(day) > 5) return false;
    const { year } = partsOf(day);
    if (!years.has(year)) {
      years.add(year);
      for (const holiday of getHolidays(year)) closed.add(dayOf(holiday.dateString));
    }
    return !closed.has(day);
  };

  return { of: 'the New York Stock Exchange', ...calendarOf(isSession) };
}

/** What follows from which days are sessions. */
export function calendarOf(isSession: (day: Day) => boolean): Omit<Calendar, 'of'> {
  return {
    isSession,
    sessions(from, to) {
      const days: Day[] = [];
      for (let day = from; day <= to; day++) if (isSession(day)) days.push(day);
      return days;
    },
    lastSessionBy(day) {
      let last = day;
      while (!isSession(last)) last--;
      return last;
    },
  };
}

let last: { text: string; calendar: Calendar } | undefined;

/**
 * The calendar of a data folder (`<data>/calendar/nyse.json`): the same object for as long as the file is the same.
 * @throws Fault where there is none
 */
export function readCalendar(dataFolder: string): Calendar {
  const path = join(dataFolder, 'calendar', 'nyse.json');
  if (!existsSync(path))
    throw new Fault(
      error(
        'calendar-missing',
        { path },
        'there is no calendar. Copy it from data/calendar/nyse.json of the project: it has the closures that follow from no rule.',
      ),
    );
  const text = readFileSync(path, 'utf8');
  if (last?.text !== text)
    last = { text, calendar: nyseCalendar(closuresFile.parse(JSON.parse(text)).closures.map((closure) => closure.date)) };
  return last.calendar;
}
