/** What a desk has series of, and metrics of each as examples. It needs no chart: a list is printed at once. */
import type { Calendar } from '../data/calendar.ts';
import type { Day } from '../data/day.ts';
import { lastDayOf, type Snapshot } from '../data/snapshot.ts';
import { type Context, evaluateAt, evaluateColumn, type NamedMetric } from '../metrics/evaluate.ts';
import { ExpressionError } from '../metrics/expression.ts';
import { formatInput, formatShort, printedDecimal } from '../metrics/format.ts';
import type { Unit } from '../metrics/units.ts';

export interface SeriesDesk {
  snapshot: Snapshot;
  calendar: Calendar;
  named: ReadonlyMap<string, NamedMetric>;
}

/** An expression with the series in it, and what it gives on the last day. */
export interface Example {
  expression: string;
  words: string;
  value: string;
}

/** Every series of a snapshot that has a value, in its order, then the named metrics whose series it has. A series goes before a metric of its name. */
export function seriesIds({ snapshot, calendar, named }: SeriesDesk): string[] {
  const context: Context = { snapshot, calendar, named, asOf: lastDayOf(snapshot) };
  const metrics = [...named].filter(([id, { metric }]) => !snapshot.series.has(id) && isComputable(metric, context));
  return [...[...snapshot.series.values()].filter(({ days }) => days.length > 0).map(({ id }) => id), ...metrics.map(([id]) => id)];
}

function isComputable(metric: string, context: Context): boolean {
  return valueOr(() => evaluateColumn(metric, context).column.values.some(Number.isFinite), false);
}

function valueOr<T>(evaluate: () => T, otherwise: T): T {
  try {
    return evaluate();
  } catch (fault) {
    if (fault instanceof ExpressionError) return otherwise;
    throw fault;
  }
}

/** A level as the data have it, with its unit: '3,017.87', '3.64%', '$222.08'. One that was computed is rounded. */
export function formatLevel(value: number, unit: Unit): string {
  if (unit === 'contracts') return formatInput(value);
  const number = Number.isInteger(value) ? printedDecimal(value, 2) : formatInput(value);
  if (unit === 'points') return number;
  if (unit === 'percent') return `${number}%`;
  return unit === 'USD' ? `$${number}` : formatShort(value, unit);
}

/** A move as a table has it: of a return two decimals, for some series move by hundredths of a percent. */
export function formatMove(value: number, unit: Unit): string {
  return formatShort(value, unit, unit === 'ratio' ? 2 : undefined);
}

const EXAMPLES: Partial<Record<Unit, (id: string) => string[]>> = {
  percent: (id) => [`change(${id}, 5d)`, `change(${id}, ytd)`, `average(${id}, 20)`],
  contracts: (id) => [`multiple(${id}, 20)`, `average(${id}, 20)`],
};

const OF_PRICES = (id: string): string[] => [`return(${id}, 5d)`, `return(${id}, ytd)`, `drawdown(${id})`];

/** Metrics of a series that have a value on the day. */
export function examplesOf(id: string, unit: Unit, at: Day, context: Context): Example[] {
  return (EXAMPLES[unit] ?? OF_PRICES)(id).flatMap((expression) => exampleAt(expression, at, context, formatMove));
}

/** The metric on the day, as a list of one; of none where it has no value. */
export function exampleAt(expression: string, at: Day, context: Context, format: (value: number, unit: Unit) => string): Example[] {
  return valueOr((): Example[] => {
    const { value, unit, words } = evaluateAt(expression, at, context);
    return [{ expression, words, value: format(value, unit) }];
  }, []);
}
