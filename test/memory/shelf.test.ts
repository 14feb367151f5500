import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fingerprintOf } from '../../src/memory/fingerprint.ts';
import { Shelf } from '../../src/memory/shelf.ts';
import { temporaryFolder } from '../support/command.ts';

const keyOf = (k: number): string => fingerprintOf(String(k));

it('what was put is there for another process, until the folder is deleted', () => {
  const folder = temporaryFolder();
  new Shelf('things', folder).put(keyOf(1), 'one');
  expect(new Shelf('things', folder).get(keyOf(1))?.toString()).toBe('one');
  expect(new Shelf('things', folder).get(keyOf(2))).toBeNull();
  rmSync(`${folder}/things`, { recursive: true });
  expect(new Shelf('things', folder).get(keyOf(1))).toBeNull();
});

it('nothing half written is left beside it', () => {
  const folder = temporaryFolder();
  const shelf = new Shelf('things', folder);
  shelf.put(keyOf(1), 'one');
  expect(readdirSync(shelf.pathOf(keyOf(1)).replace(/\/[^/]*$/, ''))).toHaveLength(1);
});

it('is cleared of what was not asked for, where there is much of it', () => {
  const folder = temporaryFolder();
  const before = new Shelf('things', folder);
  for (let k = 0; k < 510; k++) before.put(keyOf(k), '');
  const shelf = new Shelf('things', folder);
  shelf.get(keyOf(0));
  shelf.clear();
  expect([existsSync(shelf.pathOf(keyOf(0))), existsSync(shelf.pathOf(keyOf(1)))]).toEqual([true, false]);
  shelf.put(keyOf(1), '');
  shelf.clear(); // few are left alone
  expect(existsSync(shelf.pathOf(keyOf(1)))).toBe(true);
});

it('is trimmed to as many as are told, and lives with what is no entry', () => {
  const folder = temporaryFolder();
  const shelf = new Shelf('things', folder);
  for (let k = 0; k < 6; k++) shelf.put(keyOf(k), '');
  shelf.trim(2);
  expect(Array.from({ length: 6 }, (_, k) => existsSync(shelf.pathOf(keyOf(k)))).filter(Boolean)).toHaveLength(2);
  writeFileSync(shelf.pathOf(keyOf(7)).replace(/\/[^/]*\/[^/]*$/, '/stray'), '');
  expect(shelf.get(keyOf(99))).toBeNull();
});
