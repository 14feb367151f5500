/**
 * Days as whole numbers (days since 1970-01-01) inside, ISO strings at the edges.
 * No local time anywhere: the same answers under every TZ. Every window of every column asks for them, so what they are is kept.
 */

/** Days since 1970-01-01. */
export type Day = number;

const MS_A_DAY = 86_400_000;

const daysOfDates = new Map<string, Day>();
const datesOfDays = new Map<Day, string>();
const partsOfDays = new Map<Day, DateParts>();

/**
 * The day of an ISO date such as '2024-07-16'.
 * @throws RangeError for anything else, a day that does not exist included.
 */
export function dayOf(iso: string): Day {
  const known = daysOfDates.get(iso);
  if (known !== undefined) return known;
  const day = Date.parse(`${iso}T00:00:00Z`) / MS_A_DAY;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || Number.isNaN(day) || isoOf(day) !== iso) {
    throw new RangeError(`'${iso}' is not a date of the form YYYY-MM-DD`);
  }
  daysOfDates.set(iso, day);
  return day;
}

/** Days before each month of a year that begins in March: leap days are its last ones. */
const BEFORE_MONTH = [306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275];

/** The day of a year (0 to 9999), a month (1 to 12) and a day of it; NaN for one that does not exist. By arithmetic alone, for long tables. */
export function dayOfParts(year: number, month: number, dayOfMonth: number): Day {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return Number.NaN;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 ? (isLeap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  if (dayOfMonth > length) return Number.NaN;
  const from = month < 3 ? year - 1 : year;
  const leapDays = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400);
  return 365 * from + leapDays + BEFORE_MONTH[month - 1] + dayOfMonth - 1 - 719_468;
}

/** True where `dayOf` would not throw. */
export function isIsoDate(text: string): boolean {
  try {
    dayOf(text);
    return true;
  } catch {
    return false;
  }
}

/** '2024-07-16' for a day number. */
export function isoOf(day: Day): string {
  const known = datesOfDays.get(day);
  if (known !== undefined) return known;
  const iso = new Date(day * MS_A_DAY).toISOString().slice(0, 10);
  datesOfDays.set(day, iso);
  return iso;
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** First day of the ISO week: a Monday, in whichever year it falls. */
export function startOfWeek(day: Day): Day {
  return day - weekdayOf(day) + 1;
}

/** First day of the month, quarter or year that the day is in. */
export function startOf(period: 'month' | 'quarter' | 'year', day: Day): Day {
  const { year, month } = partsOf(day);
  const first = period === 'year' ? 1 : period === 'quarter' ? month - ((month - 1) % 3) : month;
  return Date.UTC(year, first - 1) / MS_A_DAY;
}

/** Same day of the month, `months` away, clamped to that month's end: 31 March less one month is 28 or 29 February. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const first = Date.UTC(year, month - 1 + months) / MS_A_DAY;
  return first + Math.min(dayOfMonth, daysInMonth(first)) - 1;
}

/** Number of days in the month that the day is in. */
export function daysInMonth(day: Day): number {
  const { year, month } = partsOf(day);
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

interface DateParts {
  year: number;
  month: number;
  day: number;
}

/** Year, month (1 to 12) and day of the month. */
export function partsOf(day: Day): Readonly<DateParts> {
  const known = partsOfDays.get(day);
  if (known) return known;
  const date = new Date(day * MS_A_DAY);
  const parts = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  partsOfDays.set(day, parts);
  return parts;
}
