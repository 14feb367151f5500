/**
 * The largest (or smallest) value of a window at every index, by a monotonic deque: each value enters and leaves once.
 * @param first first index of the window at i; must not go back as i grows; -1 where the window is not in the data
 * @param last last index of the window at i; at most i, and never going back
 * @returns NaN where there is no window, it is empty, or a value in it is NaN
 */
export function rollingExtreme(values: Float64Array, largest: boolean, first: Int32Array, last: Int32Array): Float64Array {
  const result = new Float64Array(values.length).fill(Number.NaN);
  const deque = new Int32Array(values.length);
  let [head, tail, entered, lastGap] = [0, 0, 0, -1];
  for (let i = 0; i < values.length; i++) {
    const [from, to] = [first[i], last[i]];
    for (; entered <= to; entered++) {
      const value = values[entered];
      if (Number.isNaN(value)) lastGap = entered;
      while (tail > head && (largest ? value >= values[deque[tail - 1]] : value <= values[deque[tail - 1]])) tail--;
      deque[tail++] = entered;
    }
    if (from < 0 || from > to) continue;
    while (head < tail && deque[head] < from) head++;
    if (lastGap < from) result[i] = values[deque[head]];
  }
  return result;
}
