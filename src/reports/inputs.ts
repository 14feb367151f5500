import { isoOf } from '../data/day.ts';
import type { Input } from '../metrics/evaluate.ts';
import type { InputRecord } from './record.ts';

/** Inputs as the record keeps them: the first and last date of each series, one entry a series. */
export function inputRecords(inputs: readonly Input[]): InputRecord[] {
  return inputs.map(({ series, first, last }) => ({
    resource: series.resource.name,
    series: series.id,
    from: isoOf(series.days[first]),
    to: isoOf(series.days[last]),
    rows: last - first + 1,
  }));
}
