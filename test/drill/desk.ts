/** The small desk of test/cases, with a home page, in the place where a refresh is drilled; and what stands in a folder. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { sha256 } from '../../src/data/hash.ts';
import { listSnapshots, readSnapshot } from '../../src/data/snapshot.ts';
import { Fault } from '../../src/finding.ts';

/** The snapshot that the small desk has, and the one that a refresh makes. */
export const [before, after] = ['2024-07-17', '2024-07-18'];

export interface Desk {
  content: string;
  data: string;
  /** Folder with the tables of a manual refresh, as of two sessions later than the snapshot. */
  tables: string;
}

/** The rows that a refresh brings. */
export const newRows = { 'us-equity-indices': ['2024-07-17,2239.66,5588.27'], 'treasury-yields': ['2024-07-17,4.43,4.16'] };

/** Makes the desk in an empty folder. */
export function makeDesk(folder: string): Desk {
  cpSync('test/cases/desk', folder, { recursive: true });
  const desk = { content: join(folder, 'content'), data: join(folder, 'data'), tables: join(folder, 'tables') };
  writeFileSync(join(desk.content, 'home.yaml'), 'state:\n  - { label: Small minus large, window: 5 sessions, m: "return(rut, 5d)" }\n');
  for (const [name, rows] of Object.entries(newRows)) change(desk, name, (text) => `${text}${rows.join('\n')}\n`);
  return desk;
}

/** Changes a table of a manual refresh. */
export function change({ tables }: Desk, resource: string, by: (text: string) => string | Uint8Array): void {
  const path = join(tables, `${resource}.csv`);
  writeFileSync(path, by(readFileSync(path, 'utf8')));
}

/** Declares how the indices of the desk are fetched. */
export function declareFetch({ data }: Desk, fetch: object): void {
  const path = join(data, 'publishers/cboe.yaml');
  const block = stringify({ fetch: { firstDay: '2024-06-20', series: { rut: 'RUT', spx: 'SPX' }, ...fetch } });
  writeFileSync(path, `${readFileSync(path, 'utf8').trimEnd()}\n${block.replace(/^(?=.)/gm, '    ')}`);
}

/** A folder for as long as something is done in it, where a test's own is not to be had: before the tests begin. */
export async function inFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'mtm-drill-'));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The hash of every file in a folder, by its path in it; '' for a folder that is empty. */
export function filesIn(folder: string): Record<string, string> {
  mkdirSync(folder, { recursive: true });
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => ({
    path: join(entry.parentPath, entry.name),
    isFile: entry.isFile(),
  }));
  const kept = entries.filter(({ path, isFile }) => isFile || readdirSync(path).length === 0);
  return Object.fromEntries(
    kept
      .map(({ path, isFile }) => [path.slice(folder.length + 1), isFile ? sha256(readFileSync(path)) : ''])
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** The paths at which two folders are not the same. */
export function differences(one: Record<string, string>, other: Record<string, string>): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((path) => one[path] !== other[path]).sort();
}

/** What a refresh leaves only when it is killed: a lock, a folder or a file that is not in place yet. */
export function leftovers(data: string): string[] {
  return Object.keys(filesIn(data)).filter((path) => /\.staging-|\.lock|\.new$/.test(path));
}

/** What stands among the snapshots and can't be read as one. */
export function unreadable(data: string): string[] {
  const folder = join(data, 'snapshots');
  const ids = listSnapshots(data);
  const strays = existsSync(folder) ? readdirSync(folder).filter((name) => !ids.includes(name)) : [];
  const broken = ids.filter((id) => {
    try {
      readSnapshot(data, id);
      return false;
    } catch (fault) {
      if (fault instanceof Fault) return true;
      throw fault;
    }
  });
  return [...strays, ...broken];
}
