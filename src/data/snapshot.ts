/**
 * Reading a snapshot: the manifest is validated and every table's hash verified, each time.
 * A snapshot that was touched in any byte is refused, and the file named.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { error, Fault } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import { textsWithUnseen, unseenMessage } from '../unseen-characters.ts';
import { observationsOf } from './columns.ts';
import type { Day } from './day.ts';
import { sha256 } from './hash.ts';
import { type Manifest, manifestSchema, type Resource } from './manifest.ts';
import { readColumns } from './resource-table.ts';
import type { Series } from './series.ts';

export interface Snapshot {
  id: string;
  /** Of the manifest, which holds the hash of every table: so of everything. */
  hash: string;
  manifest: Manifest;
  series: ReadonlyMap<string, Series>;
}

/** The last day of which a snapshot has a value. */
export function lastDayOf({ series }: Pick<Snapshot, 'series'>): Day {
  return Math.max(...[...series.values()].map(({ days }) => days[days.length - 1] ?? 0));
}

/** Ids of the snapshots in a data folder, oldest first. */
export function listSnapshots(dataFolder: string): string[] {
  const folder = join(dataFolder, 'snapshots');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d{4}-\d{2}-\d{2}$/.test(entry.name))
    .map((entry) => entry.name)
    .sort();
}

/**
 * @param dataFolder the folder that holds `snapshots/`
 * @param id of the snapshot, for example '2024-07-17'
 * @throws Fault if it is missing, its manifest is not valid, or a table is not what the manifest says
 */
export function readSnapshot(dataFolder: string, id: string): Snapshot {
  const folder = join(dataFolder, 'snapshots', id);
  const manifestPath = join(folder, 'datapackage.json');
  if (!existsSync(manifestPath)) {
    const known = listSnapshots(dataFolder);
    throw new Fault(
      error(
        'snapshot-missing',
        { path: folder },
        `there is no snapshot '${id}'.${didYouMean(id, known)} There are: ${known.join(', ') || 'none'}.`,
      ),
    );
  }
  const bytes = readFileSync(manifestPath);
  const manifest = parseManifest(bytes.toString('utf8'), manifestPath);
  const series = new Map<string, Series>();
  for (const resource of manifest.resources) {
    for (const column of readResource(folder, resource)) series.set(column.id, column);
  }
  return { id, hash: sha256(bytes), manifest, series };
}

/** A file of a snapshot, byte for byte: its manifest, or a table by the path the manifest gives it. */
export function readSnapshotFile(dataFolder: string, id: string, path: string): Buffer {
  return readFileSync(join(dataFolder, 'snapshots', id, path));
}

function parseManifest(text: string, path: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new Fault(
      error('manifest', { path }, `the manifest is not JSON: ${(cause as Error).message}. Restore the file: a snapshot is never edited.`),
    );
  }
  const unseen = textsWithUnseen(json);
  if (unseen.length > 0)
    throw new Fault(unseen.map(({ path: keys, name }) => error('manifest', { path }, `${keys.join('.')}: ${unseenMessage(name)}`)));
  const parsed = manifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new Fault(
    parsed.error.issues.map((issue) =>
      error('manifest', { path }, `${issue.path.join('.')}: ${issue.message}. Restore the file: a snapshot is never edited.`),
    ),
  );
}

function readResource(folder: string, resource: Resource): Series[] {
  const path = join(folder, resource.path);
  if (!existsSync(path))
    throw new Fault(
      error(
        'snapshot-changed',
        { path },
        'the manifest names this table, and it is missing. Restore the file: a snapshot is never edited.',
      ),
    );
  const bytes = readFileSync(path);
  const hash = sha256(bytes);
  if (hash !== resource.hash) {
    throw new Fault(
      error(
        'snapshot-changed',
        { path },
        `the file is not the one that was promoted: its hash is ${hash.slice(0, 19)}…, the manifest says ${resource.hash.slice(0, 19)}…. Restore the file: a snapshot is never edited, a new one is made with 'npm run refresh'.`,
      ),
    );
  }
  const { names, days, values } = readColumns(bytes, resource.format, path);
  const [, ...fields] = resource.schema.fields;
  if (names.join() !== fields.map(({ name }) => name).join())
    throw new Fault(
      error(
        'header',
        { path },
        `the columns after 'date' are ${names.join(', ')}; the manifest says ${fields.map(({ name }) => name).join(', ')}.`,
      ),
    );
  return fields.map(({ name, title, shortTitle, unit }, column) => ({
    id: name,
    title,
    shortTitle,
    unit,
    resource,
    ...observationsOf(days, values[column]),
  }));
}
