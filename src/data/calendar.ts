/**
 * Sessions of the New York Stock Exchange: the weekdays that are neither a holiday by the exchange's
 * rules (from `nyse-holidays`) nor one of the extraordinary closures listed in data/calendar/nyse.json,
 * which no rule can know.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getHolidays } from 'nyse-holidays';
import { z } from 'zod';
import { type Day, dayOf, isIsoDate, partsOf, weekdayOf } from './day.ts';

const closuresFile = z.strictObject({
  name: z.string(),
  closures: z.array(z.strictObject({ date: z.string().refine(isIsoDate), why: z.string() })),
});

export interface Calendar {
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

  const sessions = (from: Day, to: Day): Day[] => {
    const days: Day[] = [];
    for (let day = from; day <= to; day++) if (isSession(day)) days.push(day);
    return days;
  };

  const lastSessionBy = (day: Day): Day => {
    let last = day;
    while (!isSession(last)) last--;
    return last;
  };

  return { isSession, sessions, lastSessionBy };
}

let last: { text: string; calendar: Calendar } | undefined;

/** The calendar of a data folder (`<data>/calendar/nyse.json`): the same object for as long as the file is the same. */
export function readCalendar(dataFolder: string): Calendar {
  const text = readFileSync(join(dataFolder, 'calendar', 'nyse.json'), 'utf8');
  if (last?.text !== text)
    last = { text, calendar: nyseCalendar(closuresFile.parse(JSON.parse(text)).closures.map((closure) => closure.date)) };
  return last.calendar;
}
