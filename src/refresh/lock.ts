/** One refresh at a time: a lock file with the process that holds it. A lock whose process is gone is taken over. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { error, Fault } from '../finding.ts';

const FILE = '.refresh.lock';
const lockSchema = z.strictObject({ pid: z.int().positive() });

/**
 * Takes the lock of a data folder.
 * @returns what gives it back
 * @throws Fault where another refresh is at work
 */
export function takeLock(data: string): () => void {
  const path = join(data, FILE);
  mkdirSync(data, { recursive: true });
  if (!create(path)) {
    const owner = ownerOf(path);
    if (owner !== null && isRunning(owner)) throw busy(path, owner);
    removeDead(path, owner);
    if (!create(path)) throw busy(path, ownerOf(path));
  }
  const owner = ownerOf(path);
  if (owner !== process.pid) throw busy(path, owner);
  sweepAsides(data);
  return () => {
    if (ownerOf(path) === process.pid) rmSync(path, { force: true });
  };
}

/** False where the file is there already. */
function create(path: string): boolean {
  try {
    writeFileSync(path, `${JSON.stringify({ pid: process.pid })}\n`, { flag: 'wx' });
    return true;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'EEXIST') return false;
    rmSync(path, { force: true });
    throw failure;
  }
}

/** Where a process puts a dead lock aside. */
const aside = (path: string, pid: number): string => `${path}.${pid}`;

/** Another that found the same dead lock may have put its own there since: that one is put back. */
function removeDead(path: string, owner: number | null): void {
  const own = aside(path, process.pid);
  try {
    renameSync(path, own);
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw failure;
  }
  if (ownerOf(own) !== owner) renameSync(own, path);
  rmSync(own, { force: true });
}

/** Removes what was put aside by a process that was killed before it was done with it. */
function sweepAsides(data: string): void {
  for (const name of readdirSync(data).filter((entry) => entry.startsWith(`${FILE}.`)))
    if (!isRunning(Number(name.slice(FILE.length + 1)))) rmSync(join(data, name), { force: true });
}

/** null where the file is gone, or was cut off while it was written. */
function ownerOf(path: string): number | null {
  try {
    return lockSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).pid;
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function busy(path: string, owner: number | null): Fault {
  const who = owner === null ? 'another refresh' : `process ${owner}`;
  return new Fault(
    error(
      'refresh-running',
      { path },
      `${who} is refreshing these data. Nothing was changed. Wait until it is done; if no refresh is running, delete this file.`,
    ),
  );
}
