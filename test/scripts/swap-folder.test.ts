import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { bringBack, swapIn } from '../../scripts/swap-folder.ts';
import { temporaryFolder } from '../support/command.ts';

function folderWith(parent: string, name: string, text: string): string {
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'page'), text);
  return folder;
}

/** A folder on another file system, where the machine has one. */
function elsewhere(): string {
  const other = ['/dev/shm', '/run/user'].find((path) => existsSync(path) && statSync(path).dev !== statSync(temporaryFolder()).dev);
  if (!other) return temporaryFolder();
  const folder = mkdtempSync(join(other, 'mtm-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

it.each([
  ['beside it', temporaryFolder],
  ['on another file system', elsewhere],
])('a folder takes the place of another, %s, and leaves nothing', (_where, place) => {
  const parent = temporaryFolder();
  const target = folderWith(parent, 'site', 'old');
  folderWith(parent, 'site.new', 'of a build that was killed');
  const folder = folderWith(place(), 'new', 'new');
  swapIn(folder, target);
  expect(readFileSync(join(target, 'page'), 'utf8')).toBe('new');
  expect([readdirSync(parent), existsSync(folder)]).toEqual([['site'], false]);
});

it('stands where there was none, in a folder that was not there', () => {
  const parent = temporaryFolder();
  swapIn(folderWith(parent, 'new', 'new'), join(parent, 'a/b'));
  expect(readFileSync(join(parent, 'a/b/page'), 'utf8')).toBe('new');
});

it('a predecessor that was left aside comes back', () => {
  const parent = temporaryFolder();
  folderWith(parent, 'site.old', 'old');
  bringBack(join(parent, 'site'));
  expect(readFileSync(join(parent, 'site/page'), 'utf8')).toBe('old');
});
