/** The daily moves of a series, and how large one is beside those before it. */
import { leastDeviation, outlierFewest, outlierSessions } from '../thresholds.ts';
import type { Column } from './checked-table.ts';

export interface Moves {
  /** Rows with a move, ascending, and the row each is measured from. */
  rows: number[];
  from: number[];
  /** Log returns; of a rate the differences, in percentage points. */
  sizes: Float64Array;
  /** The deviation of a window is at least this. */
  least: number;
  /** A quarter of the median size. */
  small: number;
}

/** The moves of a series between values that follow each other. A zero has no log return, and no move. */
export function movesOf({ values, instrument }: Column): Moves {
  const rate = instrument === 'rate';
  const [rows, from, sizes]: [number[], number[], number[]] = [[], [], []];
  let last: number | undefined;
  for (const [row, value] of values.entries()) {
    if (Number.isNaN(value)) continue;
    const size = last === undefined ? Number.NaN : rate ? value - values[last] : Math.log(value / values[last]);
    if (last !== undefined && Number.isFinite(size)) {
      rows.push(row);
      from.push(last);
      sizes.push(size);
    }
    last = row;
  }
  return {
    rows,
    from,
    sizes: Float64Array.from(sizes),
    least: rate ? leastDeviation.rate : leastDeviation.other,
    small: sizes.length === 0 ? 0 : median(Float64Array.from(sizes, Math.abs)) / 4,
  };
}

/** How many median absolute deviations of the moves before it a move is, with its sign; 0 where too few go before. */
export function deviations({ sizes, least }: Moves, index: number): number {
  if (index < outlierFewest) return 0;
  const window = sizes.slice(Math.max(0, index - outlierSessions), index);
  const centre = median(window);
  for (const [at, size] of window.entries()) window[at] = Math.abs(size - centre);
  return sizes[index] / Math.max(median(window), least);
}

/**
 * True only if a move is surely no more than `times` deviations: nearly all are, and this tells without sorting. Take any
 * `reach` of a `times`-th of the move or more. Were the deviation smaller, half of the moves before would lie within
 * `reach` of their median; and where less than half of them lie beyond `reach` on either side, the median does not, so
 * half would lie within twice of it.
 */
export function surelyUsual({ sizes, least, small }: Moves, index: number, times: number): boolean {
  const share = Math.abs(sizes[index]) / times;
  if (share <= least) return true;
  const reach = Math.max(share, small);
  const first = Math.max(0, index - outlierSessions);
  const half = (index - first) / 2;
  let [near, above, below] = [0, 0, 0];
  for (let at = first; at < index; at++) {
    const size = sizes[at];
    if (Math.abs(size) <= 2 * reach) near++;
    if (size > reach) above++;
    else if (size < -reach) below++;
  }
  return near < half && above < half && below < half;
}

/** Sorts its argument. */
function median(numbers: Float64Array): number {
  numbers.sort();
  const middle = numbers.length >> 1;
  return numbers.length % 2 === 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
}
