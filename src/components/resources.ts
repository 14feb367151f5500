import type { Resource } from '../data/manifest.ts';
import type { Snapshot } from '../data/snapshot.ts';
import type { InputRecord } from '../reports/record.ts';

/** The resources that inputs come from, in the order of the manifest. */
export function resourcesOf(inputs: readonly Pick<InputRecord, 'resource'>[], snapshot: Snapshot): Resource[] {
  const names = new Set(inputs.map((input) => input.resource));
  return snapshot.manifest.resources.filter((resource) => names.has(resource.name));
}

/** Whether the values behind a figure may be passed on: never where one of its resources is private. */
export function isDownloadable(resources: readonly Resource[]): boolean {
  return resources.every((resource) => resource.provenance.redistribution !== 'private');
}
