import { dayOf, isoOf } from '../data/day.ts';
import type { Input } from '../metrics/evaluate.ts';
import { formatDay } from '../metrics/format.ts';
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

/**
 * 'US equity indices, rut, spx: Jul 9, 2024 to Jul 16, 2024, 6 rows': series of one table and stretch stand together.
 * @param titles of the resources, by name
 */
export function inputsInWords(inputs: readonly InputRecord[], titles: ReadonlyMap<string, string>): string {
  const short = (iso: string): string => formatDay(dayOf(iso), 'short');
  const stretches = new Map<string, string[]>();
  for (const { resource, series, from, to, rows } of inputs) {
    const stretch = `${from === to ? short(to) : `${short(from)} to ${short(to)}`}, ${rows} ${rows === 1 ? 'row' : 'rows'}`;
    const key = `${titles.get(resource) ?? resource}|${stretch}`;
    stretches.set(key, [...(stretches.get(key) ?? []), series]);
  }
  return [...stretches].map(([key, series]) => key.replace('|', `, ${series.join(', ')}: `)).join('; ');
}
