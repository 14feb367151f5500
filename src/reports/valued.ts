import { type Day, isoOf } from '../data/day.ts';
import { formatExact, formatValue } from '../metrics/format.ts';
import type { Unit } from '../metrics/units.ts';
import type { ComputedRecord } from './record.ts';

/** A value with its day, at full precision and as it is printed. */
export type Valued = Pick<ComputedRecord, 'at' | 'value' | 'unit' | 'display' | 'exact'>;

/** @param format as in `formatValue` */
export function valued(value: number, unit: Unit, at: Day, format?: string): Valued {
  return {
    at: isoOf(at),
    value: unit === 'date' ? isoOf(value) : value,
    unit,
    display: formatValue(value, unit, format),
    exact: formatExact(value, unit),
  };
}

export function valuedIn({ at, value, unit, display, exact }: ComputedRecord): Valued {
  return { at, value, unit, display, exact };
}
