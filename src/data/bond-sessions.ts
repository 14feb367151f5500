/** Days of the bond market, which keeps two federal holidays on which the exchange trades. */
import { type Calendar, calendarOf } from './calendar.ts';
import { type Day, dayOf, partsOf, weekdayOf } from './day.ts';
import type { Manifest } from './manifest.ts';
import type { Snapshot } from './snapshot.ts';

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

/** True of tables of which some are of the bond market and none of the exchange: their sessions are its days. */
export function isOfBonds({ resources }: Manifest): boolean {
  const calendars = resources.map(({ provenance }) => provenance.calendar);
  return calendars.includes('bond') && !calendars.includes('nyse');
}

/** The last session of a snapshot's tables by the calendar it goes by; events count only where there is nothing else. */
export function lastSessionOf({ resources }: Manifest): Day {
  const on = (name: string): string[] =>
    resources.flatMap(({ provenance }) => (provenance.calendar === name ? [provenance.lastSession] : []));
  const last = [on('nyse'), on('bond'), on('events')].find((days) => days.length > 0) ?? [];
  return Math.max(...last.map(dayOf));
}

/** The calendar that a desk goes by, from that of the exchange. @param newest its newest snapshot; null where it has none */
export function calendarOfDesk(calendar: Calendar, newest: Snapshot | null): Calendar {
  return newest && isOfBonds(newest.manifest) ? bondCalendar(calendar, newest) : calendar;
}

/**
 * The calendar of a desk whose data are of the bond market only: as far as its tables reach, the days that have a row, a Good
 * Friday with a jobs report among them; before and after, the exchange's sessions without the bond market's holidays.
 */
export function bondCalendar(calendar: Calendar, snapshot: Pick<Snapshot, 'series'>): Calendar {
  const known = calendars.get(snapshot);
  if (known?.of === calendar) return known.bonds;
  const bonds = daysWithRows(calendar, snapshot);
  calendars.set(snapshot, { of: calendar, bonds });
  return bonds;
}

/** Made once for a snapshot. */
const calendars = new WeakMap<object, { of: Calendar; bonds: Calendar }>();

function daysWithRows(calendar: Calendar, { series }: Pick<Snapshot, 'series'>): Calendar {
  const rows = new Set<Day>();
  for (const { days, resource } of series.values()) if (resource.provenance.calendar === 'bond') for (const day of days) rows.add(day);
  const [first, last] = [...rows].reduce(([low, high], day) => [Math.min(low, day), Math.max(high, day)], [Infinity, -Infinity]);
  const isSession = (day: Day): boolean => (first <= day && day <= last ? rows.has(day) : calendar.isSession(day) && !isBondHoliday(day));
  return { of: 'the US bond market', ...calendarOf(isSession) };
}
