/** A folder in the place of another, in one step for those who read it. */
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

const newOf = (target: string): string => `${target}.new`;
const oldOf = (target: string): string => `${target}.old`;

/** One who was killed between the two renames left the predecessor aside: it comes back first. */
export function bringBack(target: string): void {
  if (!existsSync(target) && existsSync(oldOf(target))) renameSync(oldOf(target), target);
}

/** Puts the folder where the target is. It comes beside it first: a rename does not reach another file system. */
export function swapIn(folder: string, target: string): void {
  const [beside, previous] = [newOf(target), oldOf(target)];
  for (const aside of [beside, previous]) rmSync(aside, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  move(folder, beside);
  if (existsSync(target)) renameSync(target, previous);
  renameSync(beside, target);
  rmSync(previous, { recursive: true, force: true });
}

function move(folder: string, to: string): void {
  try {
    renameSync(folder, to);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EXDEV') throw fault;
    cpSync(folder, to, { recursive: true });
    rmSync(folder, { recursive: true, force: true });
  }
}
