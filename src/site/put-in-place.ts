/**
 * Putting what was built where the site is. All of it comes beside the site first. Where there was none, or it is all new, one folder takes the
 * place of another. Else only the files that changed do, from a list that is written down before the first of them is moved: who is killed
 * between two of them finds the rest moved the next time.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceFile } from '../replace-file.ts';

const newOf = (target: string): string => `${target}.new`;
const oldOf = (target: string): string => `${target}.old`;
const listOf = (target: string): string => `${target}.changes.json`;

interface Changes {
  moved: string[];
  removed: string[];
}

/** Ends what was begun: files of a list, or a folder that was put aside and has no successor yet. */
export function endInterrupted(target: string): void {
  if (existsSync(listOf(target))) moveAll(target, JSON.parse(readFileSync(listOf(target), 'utf8')) as Changes);
  if (!existsSync(target) && existsSync(oldOf(target))) renameSync(oldOf(target), target);
}

/** The empty folder beside the target in which its successor, or what changes of it, is made: on the same file system. */
export function stagingFor(target: string): string {
  rmSync(newOf(target), { recursive: true, force: true });
  mkdirSync(newOf(target), { recursive: true });
  return newOf(target);
}

export function dropStaging(target: string): void {
  rmSync(newOf(target), { recursive: true, force: true });
}

/** Puts the staging folder where the target is. */
export function replaceAll(target: string): void {
  rmSync(oldOf(target), { recursive: true, force: true });
  if (existsSync(target)) renameSync(target, oldOf(target));
  renameSync(newOf(target), target);
  rmSync(oldOf(target), { recursive: true, force: true });
}

/** Puts all files of the staging folder among those of the target, and takes some of those away. */
export function replaceSome(target: string, changes: Changes): void {
  replaceFile(listOf(target), JSON.stringify(changes));
  moveAll(target, changes);
}

function moveAll(target: string, { moved, removed }: Changes): void {
  for (const file of moved) {
    const from = join(newOf(target), file);
    if (!existsSync(from)) continue;
    mkdirSync(dirname(join(target, file)), { recursive: true });
    renameSync(from, join(target, file));
  }
  for (const file of removed) {
    rmSync(join(target, file), { force: true });
    removeEmpty(dirname(file), target);
  }
  rmSync(listOf(target), { force: true });
  dropStaging(target);
}

function removeEmpty(folder: string, target: string): void {
  if (folder === '.' || !existsSync(join(target, folder)) || readdirSync(join(target, folder)).length > 0) return;
  rmdirSync(join(target, folder));
  removeEmpty(dirname(folder), target);
}
