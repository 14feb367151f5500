/** What a measure is: a pure function over columns, with its parameters declared so that errors can teach. */

import type { Column } from './column.ts';
import type { Formula, Time } from './formula.ts';
import type { Unit } from './units.ts';
import type { Window } from './windows.ts';

/**
 * `series`: a level, measured on its own days. `column`: any expression, reduced to its periods' last sessions.
 * `daily`: any expression without a calendar period. `trigger`: a comparison, or another flag, which holds where it is 1.
 * `count`: a whole number of observations, at least 1. `rate`: a number in percent, or a column of one.
 * `day`: a date.
 */
export type ParameterKind = 'series' | 'column' | 'daily' | 'trigger' | 'window' | 'count' | 'number' | 'rate' | 'day';

export interface Parameter {
  name: string;
  kind: ParameterKind;
  optional?: boolean;
  /** The units it may have, where not every level is one: a curve is of rates. */
  units?: readonly Unit[];
}

/** The arguments of one call, by position; asking for another kind than declared is a defect of ours and throws. */
export interface Arguments {
  /** A `series`, `column`, `daily`, `trigger` or (if it was written as one) `rate` argument. */
  column(position: number): Column;
  window(position: number): Window;
  number(position: number): number;
  has(position: number): boolean;
  isNumber(position: number): boolean;
  /** The argument in words: 'Russell 2000'. */
  words(position: number): string;
}

/** What the formula of one call is written in. Times are those of a value's day; each that is named is told in the legend. */
export interface Symbols {
  /** A column argument at a time, the day of the value if none is given; a number or a day as it is. */
  value(position: number, time?: Time): Formula;
  /** So many observations before the day. */
  back(count: number): Time;
  /** Of a window argument: what a change is measured from, the first of its values, and its last. */
  base(position: number): Time;
  first(position: number): Time;
  end(position: number): Time;
  /** The first of the values before today that a window holds. */
  firstPrior(position: number): Time;
  /** The first day of the data. */
  start: Time;
  /** Any day between two others. */
  each(from: Time, to: Time): Time;
}

/** The groups of measures, in the order of lists. */
export const GROUPS = ['moves', 'places', 'averages', 'risk', 'two series', 'rates', 'events'] as const;

export interface Measure {
  /** As expressions have it. Its file has the same name, with hyphens: maxDrawdown stands in max-drawdown.ts. */
  name: string;
  /** Lists show a group's measures together, by name. */
  group: (typeof GROUPS)[number];
  /**
   * How a phrase may speak of it. A `move` has a direction of its own ('rose 3%'); a `state` says on which side of something it
   * stands ('3% below its high'); a `level` does neither, and is what a measure is that does not say. `of its argument`: an
   * average of returns is a move.
   */
  kind?: 'move' | 'state' | 'level' | 'of its argument';
  /** Its largest value is the one farthest below zero: the deepest drawdown. */
  neverAboveZero?: true;
  /** A metric with it on the desk's series. Lists show it, and the tests of all measures try it. */
  example: string;
  /** The test that pins its convention, where it shares one with others: 'pairwise'. Else that has the name of its file. */
  test?: string;
  parameters: readonly Parameter[];
  /** One line for lists of measures. */
  summary: string;
  /** The call in words: 'Russell 2000, return over 5 sessions'. */
  words(args: Arguments): string;
  /** The same as a heading, where the words read badly as one. */
  title?(args: Arguments): string;
  /** What the value is, in a sentence that names no series. */
  meaning(args: Arguments): string;
  /** How it is computed. */
  formula(symbols: Symbols, args: Arguments): Formula;
  /** Why the last value is NaN, and what to write, where it is not that data are missing; else null. */
  refusal?(args: Arguments): string | null;
  /** The whole column. An output has the days of its (joined) input; NaN where there is no answer. */
  evaluate(args: Arguments): Column;
}

/** An argument from one time to another, as the list of a function: x(a), …, x(t). */
export function listed(symbols: Symbols, position: number, from: Time, to?: Time): Formula[] {
  return [symbols.value(position, from), '…', symbols.value(position, to)];
}

/** 'close' for what is traded at a price, 'value' for the rest. */
export function valueWord(args: Arguments, position = 0): string {
  return ['points', 'USD', 'index'].includes(args.column(position).unit) ? 'close' : 'value';
}

/** 'return(s, w)', as documentation and errors show it. */
export function signatureOf(measure: Measure): string {
  const parameters = measure.parameters.map(({ name, optional }) => (optional ? `[${name}]` : name));
  return `${measure.name}(${parameters.join(', ')})`;
}
