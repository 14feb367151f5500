/** The snapshot a refresh starts from: its tables are what new ones are held against, and what is carried over. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Resource } from '../data/manifest.ts';
import { readTable } from '../data/resource-table.ts';
import { listSnapshots, readSnapshot, type Snapshot } from '../data/snapshot.ts';
import type { Table } from '../data/table.ts';

export interface Previous {
  /** null before the first. */
  snapshot: Snapshot | null;
  /** By resource. */
  tables: ReadonlyMap<string, Table>;
  resources: ReadonlyMap<string, Resource>;
}

/**
 * The newest snapshot that is not after this id.
 * @throws Fault where it was touched
 */
export function previousOf(data: string, id: string): Previous {
  const before = listSnapshots(data)
    .filter((other) => other <= id)
    .at(-1);
  const snapshot = before === undefined ? null : readSnapshot(data, before);
  const resources = snapshot?.manifest.resources ?? [];
  const tableOf = ({ path, format }: Resource): Table => {
    const file = join(data, 'snapshots', String(before), path);
    return readTable(readFileSync(file), format, file);
  };
  return {
    snapshot,
    tables: new Map(resources.map((resource) => [resource.name, tableOf(resource)])),
    resources: new Map(resources.map((resource) => [resource.name, resource])),
  };
}
