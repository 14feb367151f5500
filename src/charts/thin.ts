/**
 * Long lines are thinned to what can be seen. A line that has one value a day is drawn by a round pen that goes over it from left to right,
 * so what it inks is all that lies between an upper and a lower outline. A point stays where an outline would move without it.
 */

/** How many pixels a day is wide, and a unit of the values high. */
export interface Scale {
  perDay: number;
  perUnit: number;
}

/** How far an outline may move up or down, in pixels: coordinates are written in tenths. */
const TOLERANCE = 0.1;

/** The outlines are followed in steps of so many pixels; where they are steep they may move by as much to a side. */
const STEP = 0.2;

/**
 * Indices to draw, ascending: the first, the lowest, the highest and the last are among them.
 * @param days ascending
 * @param weight of the pen, in pixels
 */
export function thinned(days: Int32Array, values: Float64Array, { perDay, perUnit }: Scale, weight: number): number[] {
  const count = days.length;
  const isKept = new Uint8Array(count);
  const [xs, ys, depths] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < count; i++) {
    xs[i] = (days[i] - days[0]) * perDay;
    ys[i] = values[i] * perUnit;
    depths[i] = -ys[i];
  }
  const outlines = [ys, depths].map((heights) => new Outline(xs, heights, weight / 2));
  for (const outline of outlines) outline.keepPieces(isKept);
  let last = 0;
  for (const always of [0, indexOfHighest(ys, 1), indexOfHighest(ys, -1), count - 1]) isKept[always] = 1;
  for (let i = 1; i < count; i++) {
    if (isKept[i] === 0) continue;
    keepBetween(last, i);
    last = i;
  }
  const kept: number[] = [];
  for (let i = 0; i < count; i++) if (isKept[i] === 1) kept.push(i);
  return kept;

  /** Where the straight way from one point to another would ink what was free, the point that is farthest from it stays too. */
  function keepBetween(a: number, b: number): void {
    if (b - a < 2 || outlines.every((outline) => outline.covers(a, b))) return;
    const slope = (ys[b] - ys[a]) / (xs[b] - xs[a]);
    let [farthest, most] = [a + 1, -1];
    for (let i = a + 1; i < b; i++) {
      const distance = Math.abs(ys[i] - ys[a] - slope * (xs[i] - xs[a]));
      if (distance > most) [farthest, most] = [i, distance];
    }
    isKept[farthest] = 1;
    keepBetween(a, farthest);
    keepBetween(farthest, b);
  }
}

function indexOfHighest(ys: Float64Array, sign: 1 | -1): number {
  let highest = 0;
  for (let i = 1; i < ys.length; i++) if (ys[i] * sign > ys[highest] * sign) highest = i;
  return highest;
}

/** The upper outline of the line: caps around its points (piece 2i), and edges from one to the next (piece 2i + 1). */
class Outline {
  readonly #xs: Float64Array;
  readonly #ys: Float64Array;
  readonly #radius: number;
  /** At each step how high the outline is, and the piece that makes it. */
  readonly #heights: Float64Array;
  readonly #pieces: Int32Array;

  constructor(xs: Float64Array, ys: Float64Array, radius: number) {
    this.#xs = xs;
    this.#ys = ys;
    this.#radius = radius;
    const steps = Math.floor((xs[xs.length - 1] + 2 * radius) / STEP) + 1;
    this.#heights = new Float64Array(steps).fill(Number.NEGATIVE_INFINITY);
    this.#pieces = new Int32Array(steps);
    for (let i = 0; i < xs.length; i++) {
      this.#addCap(i);
      if (i + 1 < xs.length) this.#addEdge(i);
    }
  }

  /** Keeps the points of pieces that make the outline: of those that will do the one that goes on longest. */
  keepPieces(isKept: Uint8Array): void {
    const reach = Math.ceil((2 * this.#radius) / STEP);
    let piece = -1;
    for (let k = 0; k < this.#heights.length; k++) {
      const enough = this.#around(k, Math.min) - TOLERANCE;
      if (piece >= 0 && this.#heightOf(piece, k) >= enough) continue;
      let ahead = Math.min(k + reach, this.#heights.length - 1);
      while (ahead > k && !(this.#heightOf(this.#pieces[ahead], k) >= enough)) ahead--;
      piece = this.#pieces[ahead];
      isKept[piece >> 1] = 1;
      if (piece % 2 === 1) isKept[(piece >> 1) + 1] = 1;
    }
  }

  /** True where an edge from one point to another is no higher than the outline. */
  covers(a: number, b: number): boolean {
    const { from, to, slope, rise } = this.#edge(a, b);
    for (let k = stepAt(from + this.#radius); k * STEP <= to + this.#radius; k++) {
      if (this.#ys[a] + slope * (this.#xOf(k) - this.#xs[a]) + rise > this.#around(k, Math.max) + TOLERANCE) return false;
    }
    return true;
  }

  /** From where to where an edge is seen, how it slopes, and how far over the line it lies. */
  #edge(a: number, b: number): { from: number; to: number; slope: number; rise: number } {
    const slope = (this.#ys[b] - this.#ys[a]) / (this.#xs[b] - this.#xs[a]);
    const length = Math.sqrt(1 + slope * slope);
    const back = (this.#radius * slope) / length;
    return { from: this.#xs[a] - back, to: this.#xs[b] - back, slope, rise: this.#radius * length };
  }

  #addEdge(i: number): void {
    const { from, to, slope, rise } = this.#edge(i, i + 1);
    for (let k = stepAt(from + this.#radius); k * STEP <= to + this.#radius; k++)
      this.#add(2 * i + 1, k, this.#ys[i] + slope * (this.#xOf(k) - this.#xs[i]) + rise);
  }

  #addCap(i: number): void {
    for (let k = stepAt(this.#xs[i]); k * STEP <= this.#xs[i] + 2 * this.#radius; k++) this.#add(2 * i, k, this.#capAt(i, k));
  }

  #add(piece: number, k: number, height: number): void {
    if (height > this.#heights[k]) {
      this.#heights[k] = height;
      this.#pieces[k] = piece;
    }
  }

  #capAt(i: number, k: number): number {
    const across = this.#xOf(k) - this.#xs[i];
    return this.#ys[i] + Math.sqrt(this.#radius * this.#radius - across * across);
  }

  /** NaN where the piece is not seen. */
  #heightOf(piece: number, k: number): number {
    const i = piece >> 1;
    if (piece % 2 === 0) return this.#capAt(i, k);
    const { from, to, slope, rise } = this.#edge(i, i + 1);
    const x = this.#xOf(k);
    return x < from || x > to ? Number.NaN : this.#ys[i] + slope * (x - this.#xs[i]) + rise;
  }

  /** The first step lies where the pen's left edge does. */
  #xOf(k: number): number {
    return k * STEP - this.#radius;
  }

  /** The height of the outline at a step or at one beside it. */
  #around(k: number, pick: (...heights: number[]) => number): number {
    const heights = this.#heights;
    return pick(heights[Math.max(0, k - 1)], heights[k], heights[Math.min(heights.length - 1, k + 1)]);
  }
}

const stepAt = (distance: number): number => Math.max(0, Math.ceil(distance / STEP));

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
