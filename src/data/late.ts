/** Which tables of a snapshot end before the others. Told from last rows and calendars alone: no clock is asked. */
import { type Finding, warning } from '../finding.ts';
import { bondSessions } from './bond-sessions.ts';
import type { Calendar } from './calendar.ts';
import { type Day, dayOf, isoOf } from './day.ts';
import type { Manifest, Resource } from './manifest.ts';

/**
 * Sessions that a table may end before the newest one and not be late. Some publishers are a day or two behind as a
 * rule, and a correction holds one up for another.
 */
export const sessionsGranted = 3;

/** Where a table ends. */
export interface TableEnd {
  resource: Resource;
  /** The day of its last row. */
  last: Day;
  /** Sessions after that row, by the resource's own calendar, up to the newest last row; null for a table of events. */
  behind: number | null;
}

/** A table this many sessions behind is not on its way any more: about a month. */
export const sessionsUntilEnded = 21;

/** How a table stands to the newest rows of its snapshot. One of events is never behind. */
export type TableState = 'by-event' | 'current' | 'behind' | 'ended';

export function stateOf({ behind }: Pick<TableEnd, 'behind'>): TableState {
  if (behind === null) return 'by-event';
  if (behind === 0) return 'current';
  return behind < sessionsUntilEnded ? 'behind' : 'ended';
}

/** Where the tables of a snapshot end. */
export interface TableEnds {
  /** The resource with the newest last row, the first of several. */
  newest: TableEnd;
  all: readonly TableEnd[];
}

/** Where each table of a snapshot ends, in the order of the manifest. */
export function tableEnds({ resources }: Manifest, calendar: Calendar): TableEnds {
  const lastRow = ({ provenance }: Resource): Day => dayOf(provenance.lastSession);
  const newestDay = Math.max(...resources.map(lastRow));
  const all = resources.map((resource) => {
    const last = lastRow(resource);
    return { resource, last, behind: sessionsBetween(resource, last, newestDay, calendar) };
  });
  return { newest: all[all.findIndex(({ last }) => last === newestDay)], all };
}

/**
 * A warning for each table that ends more than `sessionsGranted` sessions before the newest.
 * @param path of the manifest
 */
export function checkLate(manifest: Manifest, calendar: Calendar, path: string): Finding[] {
  const { newest, all } = tableEnds(manifest, calendar);
  return all.flatMap(({ resource: { name }, last, behind }) => {
    if (behind === null || behind <= sessionsGranted) return [];
    return [
      warning(
        'late',
        { path },
        `${name}: the last row is of ${isoOf(last)}, ${behind} sessions behind ${newest.resource.name} (${isoOf(newest.last)}). Ask the publisher, or drop the table in: 'npm run refresh -- --from <folder> --only ${name}'.`,
      ),
    ];
  });
}

/** The sessions after a last row, up to a day and with it. */
function sessionsBetween({ provenance }: Resource, last: Day, until: Day, calendar: Calendar): number | null {
  if (provenance.calendar === 'events') return null;
  const sessions = provenance.calendar === 'bond' ? bondSessions(calendar, last + 1, until) : calendar.sessions(last + 1, until);
  return sessions.length;
}
