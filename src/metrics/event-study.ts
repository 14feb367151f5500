/**
 * What followed an event, as it could be known on each day: a case counts from the session on which its n sessions have passed.
 *
 * Windows that overlap are one episode told many times: a gap that is wide on five days in a row is followed by one market, not five.
 * So what followed is told of separate cases only, the first day on which the trigger holds and then the first at least n sessions
 * later. Which days these are follows from the days before them: no later session changes a case.
 */

import { SortedValues } from './sorted-values.ts';

/** Where the days of a column of flags are known: from the first that is no NaN to the next NaN, which makes all after it unknown. */
function knownOf(flags: ArrayLike<number>): { first: number; end: number } {
  let first = 0;
  while (first < flags.length && Number.isNaN(flags[first])) first++;
  let end = first;
  while (end < flags.length && !Number.isNaN(flags[end])) end++;
  return { first, end };
}

/** The indices at which separate cases open: greedily from the first, each at least n sessions after the one before. */
export function separateCases(flags: ArrayLike<number>, n: number): number[] {
  const { first, end } = knownOf(flags);
  const cases: number[] = [];
  for (let i = first; i < end; i++) if (flags[i] === 1 && (cases.length === 0 || i - cases[cases.length - 1] >= n)) cases.push(i);
  return cases;
}

/** The indices of all days on which the trigger holds. */
export function allDays(flags: ArrayLike<number>): number[] {
  const { first, end } = knownOf(flags);
  return Array.from({ length: end - first }, (_unused, k) => first + k).filter((i) => flags[i] === 1);
}

/** Outcomes as they come to be known, with what is told of them. */
export class Outcomes {
  readonly list: number[] = [];
  readonly #sorted = new SortedValues();
  #sum = 0;
  #positive = 0;

  add(value: number): void {
    this.list.push(value);
    this.#sum += value;
    if (value > 0) this.#positive++;
    this.#sorted.add(value);
  }

  get count(): number {
    return this.list.length;
  }

  /** Those above zero. */
  get positive(): number {
    return this.#positive;
  }

  /** NaN of none. */
  get mean(): number {
    return this.#sum / this.count;
  }

  /** Of an even number the mean of the two in the middle; NaN of none. */
  get median(): number {
    const { size } = this.#sorted;
    return (this.#sorted.at((size - 1) >> 1) + this.#sorted.at(size >> 1)) / 2;
  }

  /** The share above zero; NaN of none. */
  get hitRate(): number {
    return this.#positive / this.count;
  }
}

/**
 * One value a day, of the outcomes that are known by then. NaN until n sessions of the trigger have passed, and from where an
 * outcome, or the trigger n sessions before, is missing.
 * @param cases the indices at which cases open
 * @param outcomeAt what a case came to, by the index at which its n sessions have passed
 */
export function followed(
  flags: ArrayLike<number>,
  cases: readonly number[],
  n: number,
  outcomeAt: (index: number) => number,
  tell: (outcomes: Outcomes) => number,
): Float64Array {
  const values = new Float64Array(flags.length).fill(Number.NaN);
  const { first, end } = knownOf(flags);
  const outcomes = new Outcomes();
  let told = tell(outcomes);
  for (let i = first + n, next = 0; i < Math.min(flags.length, end + n); i++) {
    if (cases[next] + n === i) {
      const outcome = outcomeAt(i);
      if (Number.isNaN(outcome)) break;
      outcomes.add(outcome);
      told = tell(outcomes);
      next++;
    }
    values[i] = told;
  }
  return values;
}

/** The same of all values so far, whatever came before them: what a case is held against. NaN from where one is missing. */
export function unconditional(values: Float64Array, tell: (outcomes: Outcomes) => number): Float64Array {
  const result = new Float64Array(values.length).fill(Number.NaN);
  const outcomes = new Outcomes();
  const { first, end } = knownOf(values);
  for (let i = first; i < end; i++) {
    outcomes.add(values[i]);
    result[i] = tell(outcomes);
  }
  return result;
}

/** How many windows of n sessions stand side by side without overlapping, where so many days in a row end one. */
export const apart = (days: number, n: number): number => Math.ceil(days / n);
