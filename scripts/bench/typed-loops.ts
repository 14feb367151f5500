/** What the engine's measures are held against: the same results by loops over typed arrays, written for one measure each and nothing else. */

export function returnLoop(values: Float64Array, n: number): Float64Array {
  const result = new Float64Array(values.length);
  result.fill(Number.NaN, 0, n);
  for (let i = n; i < values.length; i++) result[i] = values[i] / values[i - n] - 1;
  return result;
}

/** By prefix sums. */
export function averageLoop(values: Float64Array, n: number): Float64Array {
  const result = new Float64Array(values.length);
  const sums = new Float64Array(values.length + 1);
  result.fill(Number.NaN, 0, n - 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i] + values[i];
  for (let i = n - 1; i < values.length; i++) result[i] = (sums[i + 1] - sums[i + 1 - n]) / n;
  return result;
}

/** By a monotonic deque. */
export function highLoop(values: Float64Array, n: number): Float64Array {
  const result = new Float64Array(values.length);
  const deque = new Int32Array(values.length);
  result.fill(Number.NaN, 0, n - 1);
  for (let i = 0, head = 0, tail = 0; i < values.length; i++) {
    while (tail > head && values[deque[tail - 1]] <= values[i]) tail--;
    deque[tail++] = i;
    if (deque[head] <= i - n) head++;
    if (i >= n - 1) result[i] = values[deque[head]];
  }
  return result;
}

/** By binary insertion. */
export function rankLoop(values: Float64Array): Float64Array {
  const result = new Float64Array(values.length);
  const sorted = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    let low = 0;
    let high = i;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle] <= values[i]) low = middle + 1;
      else high = middle;
    }
    result[i] = 1 + i - low;
    sorted.copyWithin(low + 1, low, i);
    sorted[low] = values[i];
  }
  return result;
}
