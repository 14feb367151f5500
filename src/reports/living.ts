/** Living reports: they speak of the newest data, and are computed anew on every snapshot. */
import { lastSessionOf } from '../data/bond-sessions.ts';
import { isoOf } from '../data/day.ts';
import type { Snapshot } from '../data/snapshot.ts';
import type { FrontMatter } from './front-matter.ts';

/** What a living report writes in place of a day, and of a snapshot. */
export const LATEST = 'latest';

/** As far as its head can be read: the one without the other is refused. */
export function isLiving({ asOf, snapshot }: Partial<Pick<FrontMatter, 'asOf' | 'snapshot'>>): boolean {
  return asOf === LATEST && snapshot === LATEST;
}

/**
 * What is wrong where only one of `asOf` and `snapshot` is 'latest'; null where both are, or neither.
 * @param on the snapshot it would stand on
 */
export function halfLiving({ asOf, snapshot }: Partial<Pick<FrontMatter, 'asOf' | 'snapshot'>>, on: Snapshot | null): string | null {
  if (asOf === undefined || snapshot === undefined || (asOf === LATEST) === (snapshot === LATEST)) return null;
  if (asOf === LATEST)
    return `asOf is 'latest', and the snapshot ${snapshot} never changes: the page would stand still. Write snapshot: latest for a living report, or the session it speaks of${on ? `: asOf: ${isoOf(lastSessionOf(on.manifest))}` : ''}.`;
  return `the snapshot is 'latest', and asOf stands still on ${asOf}. Write asOf: latest for a living report, or the snapshot it is pinned to${on ? `: snapshot: ${on.id}` : ''}.`;
}
