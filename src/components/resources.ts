import type { Resource } from '../data/manifest.ts';
import type { Snapshot } from '../data/snapshot.ts';
import type { InputRecord, MetricsRecord } from '../reports/record.ts';
import { computedOf } from './claim.ts';

/** The resources that inputs come from, in the order of the manifest. */
export function resourcesOf(inputs: readonly Pick<InputRecord, 'resource'>[], snapshot: Snapshot): Resource[] {
  const names = new Set(inputs.map((input) => input.resource));
  return snapshot.manifest.resources.filter((resource) => names.has(resource.name));
}

/** The resources that a report rests on. */
export function resourcesOfReport({ assertions, figures, studies = [] }: MetricsRecord, snapshot: Snapshot): Resource[] {
  return resourcesOf(
    [
      ...assertions.flatMap((assertion) => computedOf(assertion)?.inputs ?? []),
      ...[...figures, ...studies].flatMap(({ inputs }) => inputs),
    ],
    snapshot,
  );
}

/** Whether the values behind a figure may be passed on: never where one of its resources is private. */
export function isDownloadable(resources: readonly Resource[]): boolean {
  return resources.every((resource) => resource.provenance.redistribution !== 'private');
}
