/** Whether each row is of a day that it can be of, and stands in its place. */
import { isoOf, weekdayOf } from '../../data/day.ts';
import type { Finding } from '../../finding.ts';
import { finalFrom } from '../thresholds.ts';
import { type Check, type CheckedTable, placeOfDate } from './checked-table.ts';
import { found, type Rule } from './rule.ts';

const unordered: Rule = {
  name: 'unordered-date',
  severity: 'error',
  trips: 'A row is of an earlier day than the row above it.',
  threshold: '',
  remedy: 'Sort the rows by date.',
};

const duplicate: Rule = {
  name: 'duplicate-date',
  severity: 'error',
  trips: 'Two rows running are of one day.',
  threshold: '',
  remedy: 'Keep the right one of the two.',
};

const weekend: Rule = {
  name: 'weekend',
  severity: 'error',
  trips: 'A row is of a Saturday or Sunday, and the table is not one of events.',
  threshold: '',
  remedy: 'Remove the row, or correct its date.',
};

const closedDay: Rule = {
  name: 'closed-day',
  severity: 'error',
  trips: 'A row is of a weekday on which the New York Stock Exchange was closed, and the calendar is `nyse`.',
  threshold: '',
  remedy: 'Remove the row, correct its date, or list the day under `extra` if the publisher does have a figure for it.',
};

const future: Rule = {
  name: 'future-date',
  severity: 'error',
  trips: 'A row is of a day that has not begun in New York.',
  threshold: '',
  remedy: 'Remove the row, or correct its date.',
};

const unfinished: Rule = {
  name: 'unfinished-day',
  severity: 'error',
  trips: "A row is of today, before the day's figures are final, and the table is not one of events.",
  threshold: `${finalFrom}:00 in New York`,
  remedy: `Leave the day out with \`--until\`, or refresh again after ${finalFrom}:00.`,
};

export const dates: Check = {
  rules: [unordered, duplicate, weekend, closedDay, future, unfinished],
  findings: (checked) =>
    [...checked.table.days.keys()].flatMap((row) => [...order(checked, row), ...day(checked, row), ...now(checked, row)]),
};

function order(checked: CheckedTable, row: number): Finding[] {
  const { days } = checked.table;
  if (row === 0 || days[row] > days[row - 1]) return [];
  const [iso, before] = [isoOf(days[row]), isoOf(days[row - 1])];
  if (iso === before)
    return [found(duplicate, placeOfDate(checked, row), `${iso} stands twice. There is one row a day. Keep the right one of the two.`)];
  return [found(unordered, placeOfDate(checked, row), `${iso} comes after ${before}. Rows ascend in time. Sort them by date.`)];
}

function day(checked: CheckedTable, row: number): Finding[] {
  const { resource, calendar, table } = checked;
  const of = table.days[row];
  if (resource.calendar === 'events') return [];
  if (weekdayOf(of) > 5)
    return [
      found(
        weekend,
        placeOfDate(checked, row),
        `${isoOf(of)} is a ${weekdayOf(of) === 6 ? 'Saturday' : 'Sunday'}. ${resource.name} has rows of weekdays only. Remove the row, or correct its date.`,
      ),
    ];
  if (resource.calendar !== 'nyse' || calendar.isSession(of) || resource.extra.includes(isoOf(of))) return [];
  return [
    found(
      closedDay,
      placeOfDate(checked, row),
      `the New York Stock Exchange was closed on ${isoOf(of)}. ${resource.name} has rows of its sessions. Remove the row, or list the day under 'extra' of ${resource.name}.`,
    ),
  ];
}

function now(checked: CheckedTable, row: number): Finding[] {
  const { today, resource, table } = checked;
  const of = table.days[row];
  if (!today || of < today.day) return [];
  if (of > today.day)
    return [
      found(
        future,
        placeOfDate(checked, row),
        `${isoOf(of)} has not come: it is ${isoOf(today.day)} in New York. A row is of a day that is over. Remove it, or correct its date.`,
      ),
    ];
  if (today.hour >= finalFrom || resource.calendar === 'events') return [];
  return [
    found(
      unfinished,
      placeOfDate(checked, row),
      `${isoOf(of)} is today, and it is not yet ${finalFrom}:00 in New York. Figures are final from then. Leave the day out with --until, or refresh again later.`,
    ),
  ];
}
