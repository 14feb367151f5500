/**
 * Where a series leaves its level in one step, by more than its kind ever does. One wrong cell is one leap: the step
 * back from it is none, nor are the steps on the new level if the series stays there.
 */
import { type Day, isoOf } from '../../data/day.ts';
import type { Instrument } from '../instrument.ts';
import { indexLeap, rounding, shareLeap, unitFactors, unitRateMove, unitTolerance } from '../thresholds.ts';
import type { CheckedTable, Column } from './checked-table.ts';

export interface Leap {
  /** Row of the last value on the old level. */
  from: number;
  /** Row of the value that is not on it. */
  row: number;
  /** The value over the one on the old level, recorded splits taken out. */
  ratio: number;
}

/** The leaps of a series, in time. */
export function leapsOf({ table }: CheckedTable, column: Column): Leap[] {
  const { values } = column;
  const leaps: Leap[] = [];
  let level: number | undefined;
  let doubtful: number | undefined;
  const leapFrom = (from: number, row: number): Leap | undefined => {
    const ratio = unexplained(column, values[row] / values[from], table.days[from], table.days[row], values[row] - values[from]);
    return ratio === undefined ? undefined : { from, row, ratio };
  };
  for (const [row, value] of values.entries()) {
    if (Number.isNaN(value)) continue;
    const leap = level === undefined ? undefined : leapFrom(level, row);
    if (leap && (doubtful === undefined || leapFrom(doubtful, row))) {
      leaps.push(leap);
      doubtful = row;
    } else {
      level = row;
      doubtful = undefined;
    }
  }
  return leaps;
}

/**
 * The ratio of a leap, recorded splits taken out; undefined if there is none. Prices may have been adjusted for a
 * split that is recorded, or not: either is as it should be. A recorded ratio of 1 says that the move is real.
 * @param ratio a value over an earlier one
 * @param from day of the earlier value; a split counts in (from, to]
 * @param difference the value less the earlier one; left out, a rate leaves its level by the ratio alone
 */
export function unexplained(
  { instrument, events }: Column,
  ratio: number,
  from: Day,
  to: Day,
  difference = Number.POSITIVE_INFINITY,
): number | undefined {
  if (!leaves(instrument, ratio, difference)) return undefined;
  const between = eventsBetween(events, from, to);
  if (between.some((event) => event.ratio === 1)) return undefined;
  const rest = between.reduce((product, event) => product * event.ratio, ratio);
  return leaves(instrument, rest, difference) ? rest : undefined;
}

/** The recorded splits that count between two days. */
export function eventsBetween(events: Column['events'], from: Day, to: Day): Column['events'] {
  return events.filter(({ day }) => from < day && day <= to);
}

function leaves(instrument: Instrument, ratio: number, difference: number): boolean {
  if (unitFactorOf(ratio) !== undefined) return instrument !== 'rate' || Math.abs(difference) > unitRateMove + rounding;
  if (instrument === 'index') return Math.abs(ratio - 1) > indexLeap + rounding;
  return instrument === 'share' && Math.abs(ratio - 1) > shareLeap + rounding;
}

/** Which of 100, 10, 0.1 and 0.01 a ratio is near to, if it is. */
export function unitFactorOf(ratio: number): number | undefined {
  return unitFactors.find((factor) => ratio <= factor * unitTolerance && ratio >= factor / unitTolerance);
}

/** 'rut is 226367 on 2024-07-16, after 2187.02 on 2024-07-15' */
export function leapInWords({ table }: CheckedTable, { name, index }: Column, { from, row }: Pick<Leap, 'from' | 'row'>): string {
  const cell = (of: number): string => `${table.cells[of][index]} on ${isoOf(table.days[of])}`;
  return `${name} is ${cell(row)}, after ${cell(from)}`;
}
