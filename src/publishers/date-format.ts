/** Dates as publishers write them: a format such as 'MM/DD/YYYY', 'D.M.YYYY' or 'YYYYMMDD'. */
import { type Day, dayOf, isIsoDate } from '../data/day.ts';

const parts = /YYYY|MM|DD|M|D/g;

/** True where the format names the year, the month and the day once each. */
export function isDateFormat(format: string): boolean {
  const letters = format.match(parts)?.map((part) => part[0]) ?? [];
  return letters.length === 3 && new Set(letters).size === 3;
}

/** The day of a text in that format, or null where it is not one. */
export function readDate(text: string, format: string): Day | null {
  const pattern = format
    .split(/(YYYY|MM|DD|M|D)/)
    .map((part) => fields[part] ?? part.replace(/[^\w]/g, '\\$&'))
    .join('');
  const groups = new RegExp(`^${pattern}$`).exec(text)?.groups;
  if (!groups) return null;
  const iso = `${groups.year}-${groups.month.padStart(2, '0')}-${groups.day.padStart(2, '0')}`;
  return isIsoDate(iso) ? dayOf(iso) : null;
}

const fields: Record<string, string> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
};
