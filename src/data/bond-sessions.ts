/** Days of the bond market, which keeps two federal holidays on which the exchange trades. */
import type { Calendar } from './calendar.ts';
import { type Day, partsOf, weekdayOf } from './day.ts';

/**
 * The sessions in [from, to] on which bonds trade too, ascending: those of the exchange without Columbus Day and
 * Veterans Day. Bonds also have a row on some days on which the exchange is closed, a Good Friday with a jobs report
 * for one; no rule tells which, and they are left out.
 */
export function bondSessions(calendar: Calendar, from: Day, to: Day): Day[] {
  return calendar.sessions(from, to).filter((day) => !isBondHoliday(day));
}

/** The second Monday of October; November 11, or the Monday after where that is a Sunday. On a Saturday it is not made up for. */
function isBondHoliday(day: Day): boolean {
  const { month, day: dayOfMonth } = partsOf(day);
  const isMonday = weekdayOf(day) === 1;
  if (month === 10) return isMonday && dayOfMonth >= 8 && dayOfMonth <= 14;
  return month === 11 && (dayOfMonth === 11 || (isMonday && dayOfMonth === 12));
}
