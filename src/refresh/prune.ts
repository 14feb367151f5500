/**
 * Which snapshots the desk needs: the newest, those that reports are pinned to, and those that a record stands on, the versions before it
 * included. The others may go. Where what a report or a record needs can't be read, none may.
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { listSnapshots } from '../data/snapshot.ts';
import { error, Fault, type Finding } from '../finding.ts';
import { readContent } from '../reports/content.ts';
import type { Folders } from '../reports/folders.ts';
import { readHead } from '../reports/head.ts';
import { newStaging, sweepStaging } from './folder.ts';
import { takeLock } from './lock.ts';

export interface SnapshotSize {
  id: string;
  bytes: number;
}

export interface PruneResult {
  /** Whether what is not needed was removed, or only found. */
  outcome: 'pruned' | 'dry-run';
  /** Oldest first, each with what needs it. */
  kept: (SnapshotSize & { why: string[] })[];
  removed: SnapshotSize[];
}

/**
 * Removes the snapshots that nothing needs, or tells which these are.
 * @throws Fault where a refresh is at work, or what a report or a record needs can't be read: then nothing is removed
 */
export function prune(folders: Folders, dryRun: boolean): PruneResult {
  const release = takeLock(folders.data);
  try {
    sweepStaging(folders.data);
    const needed = neededSnapshots(folders);
    const all = listSnapshots(folders.data).map((id) => ({ id, bytes: bytesIn(join(folders.data, 'snapshots', id)) }));
    const kept = all.flatMap((one) => (needed.has(one.id) ? [{ ...one, why: needed.get(one.id) ?? [] }] : []));
    const removed = all.filter(({ id }) => !needed.has(id));
    if (!dryRun && removed.length > 0) remove(folders.data, removed);
    return { outcome: dryRun ? 'dry-run' : 'pruned', kept, removed };
  } finally {
    release();
  }
}

/** Each goes out of the way as a whole before anything of it is deleted: a run that is killed leaves no snapshot half there. */
function remove(data: string, snapshots: readonly SnapshotSize[]): void {
  const staging = newStaging(data);
  try {
    for (const { id } of snapshots) renameSync(join(data, 'snapshots', id), join(staging, id));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** By id, what needs it. */
function neededSnapshots(folders: Folders): Map<string, string[]> {
  const needed = new Map<string, string[]>();
  const unread: Finding[] = [];
  const need = (id: string, why: string): void => {
    const reasons = needed.get(id) ?? [];
    needed.set(id, reasons.includes(why) ? reasons : [...reasons, why]);
  };
  const newest = listSnapshots(folders.data).at(-1);
  if (newest !== undefined) need(newest, 'the newest');
  for (const { slug, path, text } of readContent(folders.content).reports) {
    const { snapshot } = readHead({ path, text }).known;
    if (snapshot === undefined) unread.push(unreadable(path, "'npm run check' says what is wrong"));
    // A living report stands on the newest, and its record says on which it stood last.
    else if (snapshot !== 'latest') need(snapshot, `pinned by ${slug}`);
  }
  for (const path of recordsIn(folders.data)) {
    const id = standsOn(path);
    if (id === null) unread.push(unreadable(path, 'Restore it'));
    else if (!needed.has(id)) need(id, `record ${path}`);
  }
  if (unread.length > 0) throw new Fault(unread);
  return needed;
}

function unreadable(path: string, mend: string): Finding {
  return error('snapshot-unknown', { path }, `which snapshot it needs can't be read. ${mend}. Nothing was removed.`);
}

/** Those of reports, of their earlier versions, of the home page, and of what became of the reports. */
function recordsIn(data: string): string[] {
  const folder = join(data, 'metrics');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

const onSnapshot = z.looseObject({ snapshot: z.looseObject({ id: z.string() }) });

function standsOn(path: string): string | null {
  try {
    return onSnapshot.parse(JSON.parse(readFileSync(path, 'utf8'))).snapshot.id;
  } catch {
    return null;
  }
}

function bytesIn(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
