/** The record of a report as readers may have it. */
import type { Snapshot } from '../data/snapshot.ts';
import type { AssertionRecord, ComputedRecord, MetricsRecord } from './record.ts';

/**
 * The record with no working that holds numbers of a private table: of those only results may be passed on. In place of such a working
 * stands its result.
 */
export function publishedRecord(record: MetricsRecord, { manifest }: Pick<Snapshot, 'manifest'>): MetricsRecord {
  const isPrivate = new Set(manifest.resources.flatMap(({ name, provenance }) => (provenance.redistribution === 'private' ? [name] : [])));
  if (isPrivate.size === 0) return record;
  const withheld = <C extends ComputedRecord>(computed: C): C =>
    computed.inputs.some(({ resource }) => isPrivate.has(resource)) ? { ...computed, working: computed.exact } : computed;
  const published = (assertion: AssertionRecord): AssertionRecord => {
    if (assertion.kind === 'fact') return withheld(assertion);
    return assertion.kind === 'reported' && assertion.ours ? { ...assertion, ours: withheld(assertion.ours) } : assertion;
  };
  return { ...record, assertions: record.assertions.map(published) };
}
