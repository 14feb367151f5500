/** Values in ascending order, by binary insertion: the place where each belongs tells how many are greater or smaller. No NaN may enter. */
export class SortedValues {
  #list = new Float64Array(64);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The value at a place, from 0. */
  at(place: number): number {
    return this.#list[place];
  }

  /** @returns how many of those before it are not greater */
  add(value: number): number {
    const place = this.#notGreater(value);
    if (this.#size === this.#list.length) this.#grow();
    this.#list.copyWithin(place + 1, place, this.#size++);
    this.#list[place] = value;
    return place;
  }

  /** Takes out one of those that equal it; there must be one. */
  remove(value: number): void {
    const place = this.#notGreater(value);
    this.#list.copyWithin(place - 1, place, this.#size--);
  }

  /** How many are strictly smaller. */
  smaller(value: number): number {
    const list = this.#list;
    let [low, high] = [0, this.#size];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (list[middle] < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #notGreater(value: number): number {
    const list = this.#list;
    let [low, high] = [0, this.#size];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (list[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #grow(): void {
    const longer = new Float64Array(2 * this.#list.length);
    longer.set(this.#list);
    this.#list = longer;
  }
}

/**
 * What is told of each value as it comes among those before it, values[first[i]..i-1]. Each enters once and leaves once. NaN where the
 * window is not in the data, or has a NaN, that of the day included.
 * @param first must not go back as i grows; -1 where the window is not in the data
 * @param add puts the value among the prior ones
 */
export function amongPrior(values: Float64Array, first: Int32Array, add: (prior: SortedValues, value: number) => number): Float64Array {
  const result = new Float64Array(values.length).fill(Number.NaN);
  const prior = new SortedValues();
  let [start, lastGap] = [0, -1];
  for (let i = 0; i < values.length; i++) {
    const [value, from] = [values[i], first[i]];
    for (; start < Math.min(from, i); start++) if (!Number.isNaN(values[start])) prior.remove(values[start]);
    if (Number.isNaN(value)) {
      lastGap = i;
      continue;
    }
    const told = add(prior, value);
    if (from >= 0 && from <= i && lastGap < from) result[i] = told;
  }
  return result;
}
