/**
 * A refresh: collect the tables, check them, stage the snapshot, see what it does to the reports, promote it by one rename. Whatever
 * goes wrong before that rename, the data are as they were; whatever goes wrong after it, the next refresh completes.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readCalendar } from '../data/calendar.ts';
import { isoOf } from '../data/day.ts';
import type { Manifest } from '../data/manifest.ts';
import { readSnapshot } from '../data/snapshot.ts';
import { error, Fault, type Finding } from '../finding.ts';
import { readPublishers } from '../publishers/declaration.ts';
import { snapshotFiles } from '../publishers/snapshot-files.ts';
import { type Folders, openDesk } from '../reports/desk.ts';
import type { RefreshReport } from '../reports/refresh-report.ts';
import { topicSlug } from '../reports/topics.ts';
import { readSettings } from '../settings-file.ts';
import { type Collected, type CollectOptions, collectTables, unknownResources, type Way } from './collect.ts';
import { reportOn, settle } from './effects.ts';
import { readMemory, writeMemory } from './fetch-memory.ts';
import { moveInto, newStaging, sweepStaging, writeFolder } from './folder.ts';
import { takeLock } from './lock.ts';
import { previousOf } from './previous.ts';
import { quarantine } from './quarantine.ts';

export interface RefreshOptions
  extends Pick<CollectOptions, 'from' | 'fetchRest' | 'only' | 'until' | 'today' | 'acceptRevisions' | 'client' | 'progress' | 'signal'> {
  folders: Folders;
  /** Of the new snapshot; the day it is in New York, if left out. */
  id?: string;
  /** Tell what would happen, and leave the data as they are. */
  dryRun: boolean;
}

export interface RefreshResult {
  outcome: 'promoted' | 'dry-run' | 'nothing-new';
  /** Of the new snapshot, or of the one that is still the newest. */
  id: string;
  tables: { resource: string; way: Way; rows: number; last: string }[];
  /** null in the first snapshot, and where nothing is new. */
  report: RefreshReport | null;
  findings: Finding[];
}

/**
 * @throws Fault where a check fails, another refresh is at work, or the disk does not take the files
 * @throws the signal's reason, when it is aborted
 */
export async function refresh(options: RefreshOptions): Promise<RefreshResult> {
  const { data } = options.folders;
  try {
    const release = takeLock(data);
    try {
      sweepStaging(data);
      return await refreshLocked(options);
    } finally {
      release();
    }
  } catch (failure) {
    throw diskFault(failure) ?? failure;
  }
}

async function refreshLocked(options: RefreshOptions): Promise<RefreshResult> {
  const { folders, dryRun, today } = options;
  const { data } = folders;
  const id = options.id ?? isoOf(today.day);
  const publishers = readPublishers(data);
  const unknown = unknownResources(options.only, publishers);
  if (unknown.length > 0) throw new Fault(unknown);
  const exists = existsSync(join(data, 'snapshots', id));
  if (exists && options.id !== undefined) throw snapshotExists(data, id);

  const previous = previousOf(data, id);
  const collected = await collectTables(publishers, { ...options, calendar: readCalendar(data), previous, memory: readMemory(data) });
  if (collected.findings.some(({ severity }) => severity === 'error')) throw refused(data, id, collected, dryRun);

  const files = snapshotFiles(publishers, collected.tables, {
    name: topicSlug(readSettings(folders.content).settings.name),
    id,
    retrievedAt: isoOf(today.day),
    retrievedBefore: (resource) =>
      collected.ways.get(resource) === 'carried over' ? (previous.resources.get(resource)?.provenance.retrievedAt ?? null) : null,
    previousHash: (resource) => previous.resources.get(resource)?.hash ?? null,
  });
  const tables = [...collected.tables].map(([resource, { days }]) => ({
    resource,
    way: collected.ways.get(resource) as Way,
    rows: days.length,
    last: isoOf(days[days.length - 1]),
  }));
  const { findings } = collected;
  if (previous.snapshot && isSame(files, previous.resources)) {
    if (!dryRun) {
      writeMemory(data, collected.memory);
      findings.push(...settle(openDesk(folders), previous.snapshot.id));
    }
    return { outcome: 'nothing-new', id: previous.snapshot.id, tables, report: null, findings };
  }
  if (exists) throw snapshotExists(data, id);

  const staging = newStaging(data);
  try {
    const staged = join(staging, 'snapshots', id);
    writeFolder(staged, files);
    // Read back as everything that uses it will: the manifest and every hash.
    const snapshot = readSnapshot(staging, id);
    const told = previous.snapshot ? reportOn(openDesk(folders), previous.snapshot, snapshot) : null;
    findings.push(...(told?.findings ?? []));
    options.signal.throwIfAborted();
    if (dryRun) return { outcome: 'dry-run', id, tables, report: told?.report ?? null, findings };
    moveInto(join(data, 'snapshots', id), staged);
    writeMemory(data, collected.memory);
    findings.push(...settle(openDesk(folders), id, told));
    return { outcome: 'promoted', id, tables, report: told?.report ?? null, findings };
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** True where every table is, byte for byte, the one of the snapshot before. */
function isSame(files: ReadonlyMap<string, string | Uint8Array>, resources: ReadonlyMap<string, Manifest['resources'][number]>): boolean {
  const manifest = JSON.parse(String(files.get('datapackage.json'))) as Manifest;
  return manifest.resources.length === resources.size && manifest.resources.every(({ name, hash }) => resources.get(name)?.hash === hash);
}

function snapshotExists(data: string, id: string): Fault {
  return new Fault(
    error(
      'snapshot-exists',
      { path: join(data, 'snapshots', id) },
      `the snapshot '${id}' exists, and a snapshot is never changed. Choose another --id.`,
    ),
  );
}

/** The faults, with the place where what came can be looked at: a dropped file lies where it was dropped. */
function refused(data: string, id: string, collected: Collected, dryRun: boolean): Fault {
  if (dryRun || collected.bodies.size === 0) return new Fault(collected.findings);
  const path = quarantine(data, id, collected);
  return new Fault([
    ...collected.findings,
    error('quarantined', { path }, 'nothing was promoted. What came is kept here, as it came, with these findings.'),
  ]);
}

const DISK: Record<string, string> = {
  ENOSPC: 'the disk is full. Make room',
  EDQUOT: 'the quota of the disk is used up. Make room',
  EACCES: 'writing here is not permitted. Give this user the right to write to the data folder',
  EPERM: 'writing here is not permitted. Give this user the right to write to the data folder',
  EROFS: 'the disk is mounted for reading only. Mount it for writing',
  EIO: 'the disk reports an error. See whether it is sound',
  EMFILE: 'too many files are open. Close other programs',
  EEXIST: 'a file is in the place of a folder. Move it away',
  ENOTDIR: 'a file is in the place of a folder. Move it away',
  EISDIR: 'a folder is in the place of a file. Move it away',
};

/** A failure of the disk in words; null where it is another failure. */
function diskFault(failure: unknown): Fault | null {
  const { code, path = 'data', dest } = failure as NodeJS.ErrnoException & { dest?: string };
  const said = code === undefined ? undefined : DISK[code];
  if (!said || failure instanceof Fault) return null;
  return new Fault(
    error('disk', { path: dest ?? path }, `${said}, and run the refresh again. No snapshot was changed, and none is half there.`),
  );
}
