import { describe, expect, it } from 'vitest';
import { bondSessions } from '../../src/data/bond-sessions.ts';
import { readCalendar } from '../../src/data/calendar.ts';
import { dayOf, isoOf } from '../../src/data/day.ts';
import { checkLate, sessionsGranted, sessionsUntilEnded, stateOf, tableEnds } from '../../src/data/late.ts';
import type { Manifest, Resource } from '../../src/data/manifest.ts';
import { readSnapshot } from '../../src/data/snapshot.ts';
import { formatFinding } from '../../src/finding.ts';

const calendar = readCalendar('data');
const { manifest } = readSnapshot('data', '2024-07-17');

type CalendarName = Resource['provenance']['calendar'];

/** A manifest whose tables have these names, calendars and last rows. */
function ending(...ends: [name: string, calendar: CalendarName, last: string][]): Manifest {
  const [{ provenance, ...resource }] = manifest.resources;
  return {
    ...manifest,
    resources: ends.map(([name, calendar, lastSession]) => ({ ...resource, name, provenance: { ...provenance, calendar, lastSession } })),
  };
}

/** Sessions that a table is behind, and the names of those that are told as late. */
function behind(of: Manifest): { sessions: (number | null)[]; late: string[] } {
  return {
    sessions: tableEnds(of, calendar).all.map((end) => end.behind),
    late: checkLate(of, calendar, 'datapackage.json').map(({ message }) => message.split(':')[0]),
  };
}

describe('a table is late', () => {
  it('when it ends more than three sessions before the newest', () => {
    expect(sessionsGranted).toBe(3);
  });

  it.each<[string, CalendarName, string, string, number | null, boolean]>([
    ['no session behind', 'nyse', '2026-08-21', '2026-08-21', 0, false],
    ['exactly three', 'nyse', '2026-08-18', '2026-08-21', 3, false],
    ['one more', 'nyse', '2026-08-17', '2026-08-21', 4, true],
    ['a weekend between, exactly three', 'nyse', '2026-08-19', '2026-08-24', 3, false],
    ['a weekend between, one more', 'nyse', '2026-08-18', '2026-08-24', 4, true],
    ['Independence Day between, exactly three', 'nyse', '2024-07-02', '2024-07-08', 3, false],
    ['Independence Day between, one more', 'nyse', '2024-07-01', '2024-07-08', 4, true],
    ['a day of mourning between, which no rule knows', 'nyse', '2025-01-07', '2025-01-13', 3, false],
    ['Columbus Day between, on which the exchange trades', 'nyse', '2024-10-09', '2024-10-15', 4, true],
    ['Columbus Day between, which the bond market keeps', 'bond', '2024-10-09', '2024-10-15', 3, false],
    ['Columbus Day between, one more', 'bond', '2024-10-08', '2024-10-15', 4, true],
    ['events, however old', 'events', '2019-01-02', '2026-08-21', null, false],
  ])('%s', (_, name, last, newest, sessions, isLate) => {
    expect(behind(ending(['old', name, last], ['new', 'nyse', newest]))).toEqual({ sessions: [sessions, 0], late: isLate ? ['old'] : [] });
  });

  it('behind the newest last row, also where that is of an event or of the table itself', () => {
    expect(behind(ending(['a', 'nyse', '2024-07-09'], ['b', 'events', '2024-07-16'])).late).toEqual(['a']);
    expect(behind(ending(['a', 'nyse', '2024-07-09'])).late).toEqual([]);
  });

  it('and is told with the manifest, both days, and what to do', () => {
    const late = ending(
      ['cboe-options', 'nyse', '2026-08-14'],
      ['us-equity-indices', 'nyse', '2026-08-21'],
      ['volatility', 'nyse', '2026-08-21'],
    );
    expect(checkLate(late, calendar, 'data/snapshots/2026-08-21/datapackage.json').map(formatFinding)).toEqual([
      "data/snapshots/2026-08-21/datapackage.json  warning late  cboe-options: the last row is of 2026-08-14, 5 sessions behind us-equity-indices (2026-08-21). Ask the publisher, or drop the table in: 'npm run refresh -- --from <folder> --only cboe-options'.",
    ]);
  });
});

it('a table is current, behind by some sessions, ended, or one of events', () => {
  const states = [null, 0, 1, sessionsUntilEnded - 1, sessionsUntilEnded, 500].map((sessions) => stateOf({ behind: sessions }));
  expect(states).toEqual(['by-event', 'current', 'behind', 'behind', 'ended', 'ended']);
});

it('bond sessions are the sessions on which the Treasury has par yields, 1999 to 2025', () => {
  const { days } = readSnapshot('data', '2026-08-21').series.get('ust10y') ?? { days: Int32Array.of() };
  const rows = Array.from(days).filter((day) => calendar.isSession(day));
  expect(bondSessions(calendar, days[0], days[days.length - 1]).map(isoOf)).toEqual(rows.map(isoOf));
});

it('bonds trade on a Friday before a Veterans Day that is a Saturday, and not on the Monday after a Sunday', () => {
  const within = (from: string, to: string): string[] => bondSessions(calendar, dayOf(from), dayOf(to)).map(isoOf);
  expect(within('2023-11-10', '2023-11-13')).toEqual(['2023-11-10', '2023-11-13']);
  expect(within('2018-11-09', '2018-11-13')).toEqual(['2018-11-09', '2018-11-13']);
});
