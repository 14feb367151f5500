/** A price beside a rate that is a number or a series of its own: on the days both have. */
import { type Column, join } from './column.ts';
import type { Arguments } from './measure.ts';

export function priceAndRate(
  args: Arguments,
  pricePosition: number,
  ratePosition: number,
): { days: Int32Array; prices: Float64Array; rates: Float64Array } {
  const column: Column = args.column(pricePosition);
  if (args.isNumber(ratePosition)) {
    const rate = args.number(ratePosition);
    return { days: column.days, prices: column.values, rates: column.values.map(() => rate) };
  }
  const { days, a, b } = join(column, args.column(ratePosition));
  return { days, prices: a, rates: b };
}
