/** How often a bet came true on all days of the data: what is to be held beside a call that did. */

import type { Calendar } from '../data/calendar.ts';
import { type Day, isoOf } from '../data/day.ts';
import { formatValue } from '../metrics/format.ts';
import { shapeOf } from '../metrics/shape.ts';
import { isLevel } from '../metrics/units.ts';
import { type Condition, meets } from './call-condition.ts';
import type { BaseRate } from './call-mark.ts';
import { atAnyTime } from './call-windows.ts';
import type { ColumnOf } from './mark-current.ts';

/** With fewer windows that share no day, a percentage would say more than is known. */
export const FEWEST_WINDOWS = 10;

/**
 * On all days up to the newest, those of the call itself among them. Null where the data have none, and for a level: where it stood says
 * nothing of where it would go.
 */
export function baseRateOf(
  { metric, condition, due }: { metric: string; condition: Condition; due: Day },
  { columnOf, calendar }: { columnOf: ColumnOf; calendar: Calendar },
): BaseRate | null {
  const anyTime = atAnyTime(metric, due, calendar);
  const column = columnOf(anyTime);
  if (typeof column === 'string' || (isLevel(column.unit) && shapeOf(metric).kind === 'level')) return null;
  const { days, values, unit } = column;
  const present = Array.from(days.keys()).filter((i) => Number.isFinite(values[i]));
  if (present.length === 0) return null;
  const held = present.filter((i) => meets(values[i], condition, unit)).length;
  // A window begins at the close with which the one before it ended, or later.
  let [separate, end] = [0, Number.NEGATIVE_INFINITY];
  for (const i of present) {
    if (column.reach(i)[0] < end) continue;
    separate++;
    end = days[i];
  }
  const isTold = separate >= FEWEST_WINDOWS;
  return {
    metric: anyTime,
    days: present.length,
    held,
    separate,
    from: isoOf(days[present[0]]),
    to: isoOf(days[present[present.length - 1]]),
    share: isTold ? formatValue(held / present.length, 'ratio', '.0%') : null,
  };
}
