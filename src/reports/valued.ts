import { z } from 'zod';
import { type Day, isoOf } from '../data/day.ts';
import { formatExact, formatValue } from '../metrics/format.ts';
import { UNITS, type Unit } from '../metrics/units.ts';
import type { ComputedRecord } from './record.ts';

/** A value with its day, at full precision and as it is printed. */
export type Valued = Pick<ComputedRecord, 'at' | 'value' | 'unit' | 'display' | 'exact'>;

/** The same in a committed file. */
export const valuedSchema = z.strictObject({
  at: z.string(),
  /** At full precision; a date is an ISO string. */
  value: z.union([z.number(), z.string()]),
  unit: z.enum(UNITS),
  display: z.string(),
  exact: z.string(),
});

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
