import { describe, expect, it } from 'vitest';
import type { Redistribution } from '../../src/data/redistribution.ts';
import { publishedRecord } from '../../src/reports/published-record.ts';
import type { MetricsRecord } from '../../src/reports/record.ts';
import { july2024 } from '../support/metrics.ts';
import { compile } from '../support/report.ts';

const { record } = compile(`It <Fact m="return(rut, 5d)">rose 11.5%</Fact>, and the yield is <Fact m="ust2y">4.43%</Fact>.

<Reported by="somebody" source="page" m="return(spx, 5d)">1.6%</Reported> was reported.`) as { record: MetricsRecord };

/** The workings of a record, where the indices may be passed on so far. */
function workings(terms: Redistribution): string[] {
  const resources = july2024.manifest.resources.map((resource) =>
    resource.name === 'us-equity-indices' ? { ...resource, provenance: { ...resource.provenance, redistribution: terms } } : resource,
  );
  const { assertions } = publishedRecord(record, { manifest: { ...july2024.manifest, resources } });
  return assertions.flatMap((assertion) => {
    const computed = assertion.kind === 'fact' ? assertion : assertion.kind === 'reported' ? assertion.ours : null;
    return computed ? [computed.working] : [];
  });
}

describe('in the record that is published, a working', () => {
  it.each(['public', 'extract'] as const)('of a table that is %s shows its numbers', (terms) => {
    expect(workings(terms)).toEqual(['2,263.67 ÷ 2,029.47 − 1', '4.43', '5,667.20 ÷ 5,576.98 − 1']);
  });

  it('of a private table shows its result alone', () => {
    expect(workings('private')).toEqual(['+11.540%', '4.43', '+1.618%']);
  });
});
