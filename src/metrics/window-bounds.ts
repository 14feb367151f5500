/** A bound of a window at every index, for loops over whole columns: they read numbers and call nothing. */
import type { Bound, Window } from './windows.ts';

/** As `window[bound](days, i)` for each i. Not to be written to. */
export function boundsOf(window: Window, bound: Bound, days: Int32Array): Int32Array {
  const back = window.back[bound];
  if (back !== undefined) return indicesBack(back, days.length);
  const indices = new Int32Array(days.length);
  if (window.bounds && bound !== 'end') return fromFixedDay((i) => window[bound](days, i), indices);
  for (let i = 0; i < days.length; i++) indices[i] = window[bound](days, i);
  return indices;
}

/** What is bound by one day is one index, from that day or from the session after it. */
function fromFixedDay(boundAt: (i: number) => number, indices: Int32Array): Int32Array {
  const fixed = boundAt(indices.length - 1);
  indices.fill(-1);
  return fixed < 0 ? indices : indices.fill(fixed, boundAt(fixed) === fixed ? fixed : fixed + 1);
}

/** Those of the longest column so far, by how far back they lie: a shorter column's are the first of them. */
const longest = new Map<number, Int32Array>();

/** i - n at each i, -1 before the data. Not to be written to. */
export function indicesBack(n: number, length: number): Int32Array {
  const known = longest.get(n);
  if (known && known.length >= length) return known.subarray(0, length);
  const indices = new Int32Array(length);
  for (let i = 0; i < length; i++) indices[i] = Math.max(-1, i - n);
  longest.set(n, indices);
  return indices;
}
