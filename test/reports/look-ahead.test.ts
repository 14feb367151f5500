import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayOf } from '../../src/data/day.ts';
import { indexOnOrBefore } from '../../src/data/series.ts';
import type { Snapshot } from '../../src/data/snapshot.ts';
import { compileReport } from '../../src/reports/compile.ts';
import { readContent } from '../../src/reports/content.ts';
import { formatRecord } from '../../src/reports/record.ts';
import { all, calendar } from '../support/metrics.ts';

const { reports, people, sources, sourceText, named } = readContent('content');
const asOf = dayOf('2024-07-16');
/** Those that speak of a day before the end of the data. */
const dated = reports.filter(({ text }) => text.includes('\nasOf: 2024-07-16\n'));

/** A report's record on a snapshot that goes on for two years after it. */
function recordOn(snapshot: Snapshot, report: (typeof reports)[number]): string {
  const { record, findings } = compileReport(report, { snapshot: () => snapshot, calendar, people, sources, sourceText, named });
  expect(findings).toEqual([]);
  return record ? formatRecord(record) : 'none';
}

it.each(dated)('the record of $slug is the same whatever comes after its asOf', (report) => {
  const clean = recordOn(all, report);
  fc.assert(
    fc.property(fc.constantFrom(0, -5, 1e12, Number.NaN), (poison) => {
      const series = new Map(
        [...all.series].map(([id, one]) => {
          const kept = indexOnOrBefore(one.days, asOf) + 1;
          return [id, { ...one, values: one.values.map((value, i) => (i < kept ? value : poison)) }];
        }),
      );
      expect(recordOn({ ...all, series }, report)).toBe(clean);
    }),
    { numRuns: 4, seed: 1 },
  );
});
