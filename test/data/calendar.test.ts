import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../src/data/calendar.ts';
import { dayOf, isoOf } from '../../src/data/day.ts';
import { readSnapshot } from '../../src/data/snapshot.ts';

const calendar = readCalendar('data');

describe('sessions of the New York Stock Exchange', () => {
  it('are exactly the days that the index closes have, 1999 to 2026', () => {
    const { days } = readSnapshot('data', '2026-08-21').series.get('rut') ?? { days: [] };
    const expected = Array.from(days, isoOf);
    expect(expected).toHaveLength(6951);
    expect(calendar.sessions(days[0], days[days.length - 1]).map(isoOf)).toEqual(expected);
  });

  it.each([
    ['2001-09-11', false, 'attacks of September 11'],
    ['2001-09-17', true, 'the first session after them'],
    ['2012-10-29', false, 'Hurricane Sandy'],
    ['2025-01-09', false, 'funeral of Jimmy Carter'],
    ['2024-03-29', false, 'Good Friday'],
    ['2021-06-18', true, 'Juneteenth was not observed before 2022'],
    ['2022-06-20', false, 'Juneteenth, observed'],
    ['2024-07-03', true, 'a half-day is a session'],
    ['2022-01-03', true, "New Year's Day on a Saturday is not made up for"],
    ['2024-07-13', false, 'a Saturday'],
  ])('%s: %s (%s)', (date, open) => {
    expect(calendar.isSession(dayOf(date))).toBe(open);
  });

  it('the last session by a day is that day or one before', () => {
    expect(isoOf(calendar.lastSessionBy(dayOf('2024-07-14')))).toBe('2024-07-12');
    expect(isoOf(calendar.lastSessionBy(dayOf('2024-07-16')))).toBe('2024-07-16');
  });
});
