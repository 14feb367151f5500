/** Dates as precise as they are written: a day, a month or a year. */
import { addMonths, type Day, dayOf, isoOf, partsOf } from '../data/day.ts';
import { formatDay } from '../metrics/format.ts';
import type { DateMention } from './atoms.ts';

const iso = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** A date without a year is the latest one not after `by`. */
export function withYear(date: DateMention, by: Day): DateMention {
  if (date.year !== 0) return date;
  const { year } = partsOf(by);
  const inThisYear = { ...date, year };
  return startOfMention(inThisYear) <= by ? inThisYear : { ...date, year: year - 1 };
}

/** The first day of it. */
export function startOfMention({ year, month = 1, day = 1 }: DateMention): Day {
  return dayOf(iso(year, month, day));
}

/** The last day of it. */
export function endOfMention({ year, month, day }: DateMention): Day {
  if (day !== undefined) return startOfMention({ year, month, day, text: '' });
  return addMonths(startOfMention({ year, month, text: '' }), month === undefined ? 12 : 1) - 1;
}

export function inMention(day: Day, date: DateMention): boolean {
  return day >= startOfMention(date) && day <= endOfMention(date);
}

/** True where the date exists: February 30 does not. */
export function exists({ year, month = 1, day = 1 }: DateMention): boolean {
  const text = iso(year === 0 ? 2024 : year, month, day);
  try {
    return isoOf(dayOf(text)) === text;
  } catch {
    return false;
  }
}

/** A day as precisely as `date` is written: 'November 2023', 'November 14, 2023'. */
export function mentionLike({ month, day }: Pick<DateMention, 'month' | 'day'>, of: Day): string {
  const full = formatDay(of, 'long').replace('\u00A0', ' ');
  if (day !== undefined) return full;
  const { year } = partsOf(of);
  return month === undefined ? String(year) : `${full.slice(0, full.indexOf(' '))} ${year}`;
}

/** A day as one would say it in another month, or in the same: 'November 2023', 'July 11'. */
export function mentionFrom(at: Day, of: Day): string {
  const [here, there] = [partsOf(at), partsOf(of)];
  if (here.year !== there.year || here.month !== there.month) return mentionLike({ month: there.month }, of);
  return mentionLike({ month: there.month, day: there.day }, of).replace(/, \d{4}$/, '');
}
