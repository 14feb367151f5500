/** What the value would be had one thing been chosen otherwise: computed on the same snapshot, with nothing after the day. */
import { type Day, isoOf } from '../data/day.ts';
import { type Context, evaluateAt, evaluateColumn, type ValueAt } from '../metrics/evaluate.ts';
import { type Expression, ExpressionError, parseExpression } from '../metrics/expression.ts';
import { measures } from '../metrics/measures/index.ts';
import { printExpression, replaced } from '../metrics/print-expression.ts';
import { isEventStudy, shapeOf } from '../metrics/shape.ts';
import { combine, isLevel, type Unit } from '../metrics/units.ts';
import type { Window } from '../metrics/windows.ts';

export interface Choice {
  /** After 'If instead': 'Over six sessions'. */
  words: string;
  metric: string;
  /** First and last day of what the value rests on. */
  from: Day;
  to: Day;
  value: number;
  unit: Unit;
  /** This value less the published one; null where the two can't be subtracted. */
  difference: { value: number; unit: Unit } | null;
}

export interface ChoiceContext extends Context {
  names: ReadonlyMap<string, readonly string[]>;
}

/** A metric that differs from another in one choice. */
interface Variant {
  words: string;
  expression: Expression;
  at: Day;
}

/** @throws ExpressionError where the metric has no value on the day */
export function choicesOf(metric: string, at: Day, context: ChoiceContext): Choice[] {
  const published = evaluateAt(metric, at, context);
  const expression = parseExpression(metric);
  const seen = new Set([printExpression(expression) + at]);
  const variants = [
    ...windowVariants(expression, at, context),
    ...countVariants(expression, at),
    ...seriesVariants(expression, published, context),
    ...earlier(expression, at, context),
  ];
  return variants.flatMap((variant) => {
    const text = printExpression(variant.expression);
    const key = text + variant.at;
    if (seen.has(key)) return [];
    seen.add(key);
    const found = computed(text, variant.at, context);
    return found ? [choiceOf(variant, text, found, published)] : [];
  });
}

function choiceOf({ words }: Variant, metric: string, { value, unit, column }: ValueAt, published: ValueAt): Choice {
  const [from, to] = column.reach(column.days.length - 1);
  const scaled = combine('-', unit, published.unit);
  const difference = scaled && { value: (value - published.value) * scaled.scale, unit: scaled.unit };
  return { words, metric, from, to, value, unit, difference };
}

/** Null where the data have no answer: a window may reach back too far. */
function computed(metric: string, at: Day, context: Context): ValueAt | null {
  try {
    return evaluateAt(metric, at, context);
  } catch (fault) {
    if (fault instanceof ExpressionError) return null;
    throw fault;
  }
}

/** Windows are tried one session shorter and longer up to this many sessions, at half and double from there. */
const LONG = 20;

const around = (count: number): number[] =>
  count <= LONG ? [count - 1, count + 1].filter((n) => n > 0) : [Math.round(count / 2), count * 2];

/** Windows of about the same length that begin elsewhere. */
const KIN: Readonly<Record<string, readonly string[]>> = {
  '5d': ['1w'],
  '1w': ['5d', '2w'],
  '2w': ['1w', '10d'],
  mtd: ['1mo'],
  qtd: ['3mo'],
  ytd: ['qtd', '6mo', '1y'],
  '1mo': ['mtd', '21d'],
  '3mo': ['qtd', '63d'],
  '6mo': ['ytd', '126d'],
  '1y': ['ytd', '252d'],
};

function windowVariants(expression: Expression, at: Day, context: Context): Variant[] {
  const metric = printExpression(expression);
  const { windows, counts } = shapeOf(metric);
  const each = new Map(windows.map((window) => [window.text, window]));
  const variant = (window: Window, other: Window): Variant[] => {
    const words = other.text === '1w' ? 'over the calendar week' : other.words;
    const moved = replaced(expression, (part) =>
      part.kind === 'window' && part.window.text === window.text ? { ...part, window: other } : null,
    );
    // What followed over 20 sessions is read after 20: both change, or neither.
    if (window.count === undefined || !isEventStudy(metric) || !counts.includes(window.count)) return [{ words, at, expression: moved }];
    return other.count === undefined ? [] : [{ words, at, expression: withCount(moved, window.count, other.count) }];
  };
  return [...each.values()].flatMap((window) => otherWindows(window, at, context).flatMap((other) => variant(window, other)));
}

function otherWindows({ text, count, bounds }: Window, at: Day, context: Context): Window[] {
  const texts = bounds ? movedBounds(bounds, at, context) : [...(count ? around(count).map((n) => `${n}d`) : []), ...(KIN[text] ?? [])];
  return texts.map(windowOf);
}

/** A window from its text. */
function windowOf(text: string): Window {
  const expression = parseExpression(text);
  if (expression.kind !== 'window') throw new TypeError(`'${text}' is not a window`);
  return expression.window;
}

/** Each end of a fixed window, one session earlier and one later. */
function movedBounds([from, to]: readonly Day[], at: Day, { calendar }: Context): string[] {
  const beside = (day: Day): Day[] =>
    [calendar.lastSessionBy(day - 1), calendar.sessions(day + 1, day + 10)[0]].filter((other) => other <= at);
  if (to === undefined) return beside(from).map((day) => `since ${isoOf(day)}`);
  const pairs = [...beside(from).map((day) => [day, to]), ...beside(to).map((day) => [from, day])];
  return pairs.filter(([first, last]) => first < last).map(([first, last]) => `from ${isoOf(first)} to ${isoOf(last)}`);
}

/** Other numbers of sessions for measures that count by one: 250 for the 500 of multiple(x, 500). */
function countVariants(expression: Expression, at: Day): Variant[] {
  const metric = printExpression(expression);
  const { counts, windows } = shapeOf(metric);
  const isBound = (count: number): boolean => isEventStudy(metric) && windows.some((window) => window.count === count);
  return [...new Set(counts)]
    .filter((count) => !isBound(count))
    .flatMap((count) =>
      around(count).map((other) => ({ words: `over ${other} sessions`, at, expression: withCount(expression, count, other) })),
    );
}

function withCount(expression: Expression, count: number, other: number): Expression {
  return replaced(expression, (part) => {
    if (part.kind !== 'call') return null;
    const parameters = measures.get(part.name)?.parameters ?? [];
    const isCounted = (arg: Expression, k: number): boolean =>
      parameters[k]?.kind === 'count' && arg.kind === 'number' && arg.value === count;
    const args = part.args.map(
      (arg, k): Expression => (isCounted(arg, k) ? { kind: 'number', value: other, offset: 0 } : withCount(arg, count, other)),
    );
    return { ...part, args };
  });
}

/**
 * Another series that the desk calls by the same name: the fund for the index. Levels of two series are not compared, nor one
 * with the other where it begins later than what the value rests on.
 */
function seriesVariants(expression: Expression, { day: at, unit, column }: ValueAt, { names, snapshot }: ChoiceContext): Variant[] {
  if (isLevel(unit)) return [];
  const [from] = column.reach(column.days.length - 1);
  const swaps = new Map([...names.values()].flatMap(pairsOf).map((pair) => [pair.join(' '), pair]));
  return [...swaps.values()].flatMap(([id, otherId]) => {
    const [one, other] = [snapshot.series.get(id), snapshot.series.get(otherId)];
    if (!one || !other || other.days[0] > from) return [];
    const swapped = replaced(expression, (part) => (part.kind === 'series' && part.id === id ? { ...part, id: otherId } : null));
    return [{ words: `${other.title} for ${one.title}`, at, expression: swapped }];
  });
}

/** Each with each of the others. */
const pairsOf = (ids: readonly string[]): (readonly [string, string])[] =>
  ids.flatMap((id) => ids.filter((other) => other !== id).map((other) => [id, other] as const));

/** The value that was there on the day before. A window with fixed ends has none. */
function earlier(expression: Expression, at: Day, context: Context): Variant[] {
  const metric = printExpression(expression);
  if (shapeOf(metric).windows.some(({ bounds }) => bounds && bounds.length > 1)) return [];
  const { column } = evaluateColumn(metric, { ...context, asOf: at });
  const day = column.days[column.days.length - 2];
  return day === undefined ? [] : [{ words: 'read one session earlier', at: day, expression }];
}
