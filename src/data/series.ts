/** A series: one column of a resource, its own observations only, ascending in time. Nothing is filled in. */
import type { Day } from './day.ts';
import type { Resource, SeriesUnit } from './manifest.ts';

export interface Series {
  id: string;
  title: string;
  shortTitle: string;
  unit: SeriesUnit;
  resource: Resource;
  days: Int32Array;
  values: Float64Array;
}

/** Index of the last day on or before `day`, -1 if there is none. `days` ascends. */
export function indexOnOrBefore(days: Int32Array, day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (days[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The same series with nothing after `day`: views, no copies. */
export function seriesUntil(series: Series, day: Day): Series {
  const length = indexOnOrBefore(series.days, day) + 1;
  return { ...series, days: series.days.subarray(0, length), values: series.values.subarray(0, length) };
}
