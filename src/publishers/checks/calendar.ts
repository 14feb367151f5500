/** Whether a table has a value for each session that it spans. */
import { type Day, dayOf, isoOf } from '../../data/day.ts';
import type { Check } from './checked-table.ts';
import { found, type Rule } from './rule.ts';

const missingSession: Rule = {
  name: 'missing-session',
  severity: 'error',
  trips: 'A session of the New York Stock Exchange has no row, or a row without any value, and the calendar is `nyse`.',
  threshold: '',
  remedy: 'Add the row, or list the day under `missing` if the publisher has none.',
};

export const calendar: Check = {
  rules: [missingSession],
  findings: ({ table, resource, calendar, path }) => {
    if (resource.calendar !== 'nyse') return [];
    const { days, cells } = table;
    const excepted = new Set(resource.missing.map(dayOf));
    const rows = new Map(days.map((day, row) => [day, row]));
    const hasValue = (row: number | undefined): boolean => row !== undefined && cells[row].some((cell) => cell !== '');
    return calendar
      .sessions(days[0], days[days.length - 1])
      .filter((session) => !excepted.has(session) && !hasValue(rows.get(session)))
      .map((session) =>
        found(
          missingSession,
          { path, line: (rows.get(session) ?? firstAfter(days, session)) + 2, column: 1 },
          `there is no ${rows.has(session) ? 'value' : 'row'} for ${isoOf(session)}, a session of the New York Stock Exchange. Add it, or list the day under 'missing' of ${resource.name}.`,
        ),
      );
  },
};

function firstAfter(days: readonly Day[], day: Day): number {
  return days.findIndex((other) => other > day);
}
