/** Folders that come into place in one step: written beside, then renamed. Whatever a killed run left is swept by the next. */
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const STAGING = '.staging-';

/** A new folder inside the data folder, on the same disk and out of the way of everything that reads it. */
export function newStaging(data: string): string {
  return mkdtempSync(join(data, STAGING));
}

/** Removes what runs that were killed left behind. Only the holder of the lock may. */
export function sweepStaging(data: string): void {
  for (const name of readdirSync(data)) if (name.startsWith(STAGING)) rmSync(join(data, name), { recursive: true, force: true });
}

/** Writes files into a folder that is not in use yet, down to the disk. */
export function writeFolder(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(folder, name), content, { flush: true });
}

/** The one step that makes a folder visible. */
export function moveInto(target: string, folder: string): void {
  mkdirSync(dirname(target), { recursive: true });
  renameSync(folder, target);
}
