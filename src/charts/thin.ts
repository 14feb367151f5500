/** Long lines are thinned to what the pixels can show: in each pixel column the first, lowest, highest and last point stay. */

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
