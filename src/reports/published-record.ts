/** The record of a report as readers may have it. */
import type { Manifest } from '../data/manifest.ts';
import type { MetricsRecord } from './record.ts';
import type { KeptVersion, VersionRecord } from './version.ts';

interface OfSnapshot {
  manifest: Pick<Manifest, 'resources'>;
}

/**
 * The record with no working that holds numbers of a private table: of those only results may be passed on. In place of such a working
 * stands its result.
 */
export function publishedRecord(record: MetricsRecord, snapshot: OfSnapshot): MetricsRecord {
  return withoutPrivate(record, snapshot);
}

/** A version in the same way; where nothing of it is withheld, byte for byte. */
export function publishedVersion(version: KeptVersion, snapshot: OfSnapshot): KeptVersion {
  const record = withoutPrivate(version.record, snapshot);
  return record === version.record ? version : { record, text: `${JSON.stringify(record, null, 2)}\n` };
}

function withoutPrivate<R extends VersionRecord>(record: R, { manifest }: OfSnapshot): R {
  const isPrivate = new Set(manifest.resources.flatMap(({ name, provenance }) => (provenance.redistribution === 'private' ? [name] : [])));
  if (isPrivate.size === 0) return record;
  const rests = ({ inputs }: Pick<OursInVersion, 'inputs'>): boolean => inputs.some(({ resource }) => isPrivate.has(resource));
  const published = <A extends VersionRecord['assertions'][number]>(assertion: A): A => {
    if (assertion.kind === 'fact' && rests(assertion)) return { ...assertion, working: assertion.exact };
    if (assertion.kind === 'reported' && assertion.ours && rests(assertion.ours))
      return { ...assertion, ours: { ...assertion.ours, working: assertion.ours.exact } };
    return assertion;
  };
  return { ...record, assertions: record.assertions.map(published) };
}

type OursInVersion = NonNullable<Extract<VersionRecord['assertions'][number], { kind: 'reported' }>['ours']>;
