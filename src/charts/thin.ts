/**
 * Long lines are thinned to what the pixels can show: in each pixel column the first, lowest, highest and last point stay. Where a line
 * of years is only a few hundred pixels wide, that is a hatching: there one point a column is enough.
 */

/**
 * Indices to draw, ascending. All of them where there are no more than two a column.
 * @param days ascending
 * @param columns the width of the drawing in pixels
 */
export function thinned(days: Int32Array, values: Float64Array, columns: number): number[] {
  const count = days.length;
  if (count <= 2 * columns) return Array.from({ length: count }, (_unused, i) => i);
  const span = days[count - 1] - days[0];
  const kept = new Set<number>();
  for (let start = 0; start < count; ) {
    const column = columnOf(days[start], days[0], span, columns);
    let [low, high, end] = [start, start, start];
    while (end + 1 < count && columnOf(days[end + 1], days[0], span, columns) === column) {
      end++;
      if (values[end] < values[low]) low = end;
      if (values[end] > values[high]) high = end;
    }
    for (const index of [start, low, high, end]) kept.add(index);
    start = end + 1;
  }
  return [...kept].sort((a, b) => a - b);
}

function columnOf(day: number, first: number, span: number, columns: number): number {
  return Math.min(columns - 1, Math.floor(((day - first) / span) * columns));
}

/**
 * Indices to draw, ascending: the first point, the last of each column, and the lowest and the highest of all.
 * @param days ascending
 */
export function sampled(days: Int32Array, values: Float64Array, columns: number): number[] {
  const count = days.length;
  if (count <= columns) return Array.from({ length: count }, (_unused, i) => i);
  const span = days[count - 1] - days[0];
  let [low, high] = [0, 0];
  const kept = new Set([0]);
  for (let i = 0; i < count; i++) {
    if (values[i] < values[low]) low = i;
    if (values[i] > values[high]) high = i;
    const isLast = i + 1 === count || columnOf(days[i + 1], days[0], span, columns) !== columnOf(days[i], days[0], span, columns);
    if (isLast) kept.add(i);
  }
  return [...kept.add(low).add(high)].sort((a, b) => a - b);
}
