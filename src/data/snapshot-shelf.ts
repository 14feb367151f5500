/** Snapshots that were read once. They are immutable: one is read again only where its files are not those that were read. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readSnapshot, type Snapshot } from './snapshot.ts';

const shelf = new Map<string, { stamp: string; snapshot: Snapshot }>();

/** @throws Fault as `readSnapshot` */
export function shelvedSnapshot(dataFolder: string, id: string): Snapshot {
  const folder = join(dataFolder, 'snapshots', id);
  const stamp = stampOf(folder);
  const known = shelf.get(folder);
  if (known?.stamp === stamp) return known.snapshot;
  const snapshot = readSnapshot(dataFolder, id);
  shelf.set(folder, { stamp, snapshot });
  return snapshot;
}

/** Names, sizes and times of the files. */
function stampOf(folder: string): string {
  if (!existsSync(folder)) return '';
  return readdirSync(folder)
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    })
    .join('\n');
}
