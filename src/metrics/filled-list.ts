import type { Formula } from './formula.ts';

/** Longer lists are told by their first and last value. */
const SHORT = 8;

/** Values as the list of a function: 'mean(+1.2 pp, …, −0.4 pp)'. */
export const filledList = (list: readonly Formula[]): Formula[] =>
  list.length > SHORT ? [list[0], '…', list[list.length - 1]] : [...list];
