/** The days of a report's head: each must be one that the others, the data and the calendar allow. */
import type { ReadYaml } from '../checked-yaml.ts';
import { lastSessionOf } from '../data/bond-sessions.ts';
import type { Calendar } from '../data/calendar.ts';
import { type Day, dayOf, isIsoDate, isoOf } from '../data/day.ts';
import type { Snapshot } from '../data/snapshot.ts';
import { error, type Finding, type Place } from '../finding.ts';
import type { FrontMatter } from './front-matter.ts';
import { halfLiving, LATEST } from './living.ts';

export interface Dates {
  /** The day the report speaks of; null where it is not one that can be. */
  asOf: Day | null;
  /** The last day that may be seen. */
  visible: Day;
  /** The day of publication, or the best guess where that is wrong; of a living report the day it was renewed to, where that is later. */
  published: Day;
}

/**
 * @param slug the name of the report's folder
 * @param snapshot null where there is none to look at
 */
export function datesOf(
  slug: string,
  { known, placeOf }: ReadYaml<FrontMatter>,
  snapshot: Snapshot | null,
  calendar: Calendar,
  findings: Finding[],
): Dates {
  const refuse = (rule: string, place: Place, message: string): void => void findings.push(error(rule, place, message));
  const { published, updated, corrections = [] } = known;
  if (published !== undefined && (!/^\d{4}-\d{2}-\d{2}-[a-z0-9-]+$/i.test(slug) || !slug.startsWith(`${published}-`)))
    refuse(
      'slug',
      placeOf('published'),
      `the folder is '${slug}', the report published on ${published}. ${renaming(`${published}-${wordsIn(slug)}`)}`,
    );
  if (published !== undefined && updated !== undefined && updated < published)
    refuse(
      'updated',
      placeOf('updated'),
      `the report is updated on ${updated}, before it is published, on ${published}. Write the day of the update, or leave it out.`,
    );
  for (const [index, { date }] of corrections.entries())
    if (published !== undefined && date < published)
      refuse(
        'correction-date',
        placeOf('corrections', String(index), 'date'),
        `the correction is of ${date}, before the report is published, on ${published}. Write the day of the correction.`,
      );
  const asOf = asOfDay(known.asOf, snapshot);
  const half = halfLiving(known, snapshot);
  if (half) refuse('living', placeOf('snapshot'), half);
  const fault = asOf === null ? null : asOfFault(asOf, snapshot, calendar);
  if (fault) refuse('as-of', placeOf('asOf'), fault);
  if (asOf !== null && known.asOf !== LATEST && published !== undefined && dayOf(published) < asOf)
    refuse('published', placeOf('published'), `the report is published on ${published}, before the session it speaks of, ${isoOf(asOf)}.`);
  const end = snapshot ? lastSessionOf(snapshot.manifest) : 0;
  const visible = asOf === null ? end : Math.min(asOf, end);
  const named = published ?? slug.slice(0, '2024-07-17'.length);
  return { asOf: fault ? null : asOf, visible, published: Math.max(isIsoDate(named) ? dayOf(named) : visible, visible) };
}

/** The author's words in the name of a folder, as an address has them. */
function wordsIn(slug: string): string {
  const words = slug
    .replace(/^[\d-]+(?=-|$)/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return words || 'some-words';
}

const renaming = (name: string): string => `Name the folder ${name}, and its record ${name}.json, or run 'npm run metrics' for a new one.`;

/** `latest` is the snapshot's last session. */
function asOfDay(asOf: string | undefined, snapshot: Snapshot | null): Day | null {
  if (asOf === undefined) return null;
  if (asOf !== LATEST) return dayOf(asOf);
  return snapshot && lastSessionOf(snapshot.manifest);
}

function asOfFault(asOf: Day, snapshot: Snapshot | null, calendar: Calendar): string | null {
  if (snapshot && asOf > lastSessionOf(snapshot.manifest))
    return `the snapshot ${snapshot.id} ends on ${isoOf(lastSessionOf(snapshot.manifest))}. Take a later snapshot or an earlier asOf.`;
  if (calendar.isSession(asOf)) return null;
  return `${isoOf(asOf)} is not a session of ${calendar.of}. The last one before it is ${isoOf(calendar.lastSessionBy(asOf))}.`;
}
