/** What a measure is: a pure function over columns, with its parameters declared so that errors can teach. */
import type { Column } from './column.ts';
import type { Window } from './windows.ts';

/**
 * `series`: a level, measured on its own days. `column`: any expression, reduced to its periods' last sessions.
 * `count`: a whole number of observations, at least 1. `rate`: a number in percent, or a column of one.
 * `day`: a date.
 */
export type ParameterKind = 'series' | 'column' | 'window' | 'count' | 'number' | 'rate' | 'day';

export interface Parameter {
  name: string;
  kind: ParameterKind;
  optional?: boolean;
}

/** The arguments of one call, by position; asking for another kind than declared is a defect of ours and throws. */
export interface Arguments {
  /** A `series`, `column` or (if it was written as one) `rate` argument. */
  column(position: number): Column;
  window(position: number): Window;
  number(position: number): number;
  has(position: number): boolean;
  isNumber(position: number): boolean;
  /** The argument in words: 'Russell 2000'. */
  words(position: number): string;
}

export interface Measure {
  name: string;
  parameters: readonly Parameter[];
  /** One line for lists of measures. */
  summary: string;
  /** The call in words: 'Russell 2000, return over 5 sessions'. */
  words(args: Arguments): string;
  /** The whole column. An output has the days of its (joined) input; NaN where there is no answer. */
  evaluate(args: Arguments): Column;
}

/** 'return(s, w)', as documentation and errors show it. */
export function signatureOf(measure: Measure): string {
  const parameters = measure.parameters.map(({ name, optional }) => (optional ? `[${name}]` : name));
  return `${measure.name}(${parameters.join(', ')})`;
}
