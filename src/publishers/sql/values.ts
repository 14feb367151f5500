/** The values of a query's placeholders: what is declared, and the span of days. */
import { isoOf } from '../../data/day.ts';
import type { Span } from '../publisher-kind.ts';
import type { SqlValue } from './question.ts';

/** As it stands under `parameters`. */
type Written = string | number | readonly (string | number)[];

/** null where texts and numbers are mixed, or a number has no exact form. */
export function sqlValueOf(written: Written): SqlValue | null {
  const isList = typeof written === 'object';
  const values = isList ? written : [written];
  const texts = values.filter((value) => typeof value === 'string');
  if (texts.length === values.length) return { type: 'text', isList, values: texts };
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length !== values.length) return null;
  return { type: numbers.every(Number.isSafeInteger) ? 'whole' : 'fraction', isList, values: numbers };
}

/** By the name of the placeholder. */
export function valuesFor(parameters: Readonly<Record<string, Written>>, { from, until }: Span): Map<string, SqlValue> {
  const day = (value: number): SqlValue => ({ type: 'day', isList: false, values: [isoOf(value)] });
  const declared = Object.entries(parameters).flatMap(([name, written]): [string, SqlValue][] => {
    const value = sqlValueOf(written);
    return value ? [[name, value]] : [];
  });
  return new Map([['from', day(from)], ['until', day(until)], ...declared]);
}
