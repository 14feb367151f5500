/** What an expression is, apart from its value: whether it is a level, a difference, a streak, and how far back it looks. */
import type { Day } from '../data/day.ts';
import { type Expression, parseExpression, seriesIn } from './expression.ts';
import { measures } from './measures/index.ts';
import type { Window } from './windows.ts';

export interface Shape {
  /** A `move` has a direction of its own; a `state` says on which side of something it stands; a `level` does neither. */
  kind: 'move' | 'state' | 'level';
  /** One thing minus another, or its streak: it can be outperformed. */
  isDifference: boolean;
  isStreak: boolean;
  /** A value at or below zero: the largest is the lowest. */
  isDrawdown: boolean;
  /** What moves, where the metric is the change or return of one level: 'ust10y' of change(ust10y, 1d). Else null. */
  mover: string | null;
  /** Every window in it, in the order of the text. */
  windows: Window[];
  /** Every number of sessions that a measure counts by: 200 in distance(rut, 200). */
  counts: number[];
  /** Every number in it. */
  numbers: number[];
}

export function shapeOf(metric: string): Shape {
  const expression = parseExpression(metric);
  const parts = partsIn(expression);
  return {
    kind: kindOf(expression),
    isDifference: differenceIn(expression) !== null,
    mover: moverOf(expression),
    isStreak: expression.kind === 'call' && expression.name === 'streak',
    isDrawdown: expression.kind === 'call' && measures.get(expression.name)?.neverAboveZero === true,
    windows: parts.flatMap((part) => (part.kind === 'window' ? [part.window] : [])),
    counts: parts.flatMap(countsOf),
    numbers: parts.flatMap((part) => (part.kind === 'number' ? [part.value] : part.kind === 'comparison' ? [part.threshold.number] : [])),
  };
}

/**
 * The first and the last day of a metric whose windows all have fixed ends, 'from A to B': its value is of these days, whatever day it is
 * asked for. Null for any other.
 */
export function fixedDays(metric: string): readonly [Day, Day] | null {
  const { windows } = shapeOf(metric);
  const bounds = windows.map((window) => window.bounds ?? []);
  if (bounds.length === 0 || bounds.some((days) => days.length < 2)) return null;
  return [Math.min(...bounds.map(([first]) => first)), Math.max(...bounds.map((days) => days[days.length - 1]))];
}

/** The names of the measures in a metric, each once, in the order of the text. */
export function measuresIn(metric: string): string[] {
  return [...new Set(partsIn(parseExpression(metric)).flatMap((part) => (part.kind === 'call' ? [part.name] : [])))];
}

/** True where a measure of what followed events stands in it: then one number of sessions is the length of a window and of the time after. */
export function isEventStudy(metric: string): boolean {
  return measuresIn(metric).some((name) => measures.get(name)?.group === 'events');
}

/** The series on the two sides of a difference; of anything else all stand on the left. */
export function sidesOf(metric: string): { left: string[]; right: string[] } {
  const expression = parseExpression(metric);
  const sides = differenceIn(expression);
  return sides ? { left: seriesIn(sides[0]), right: seriesIn(sides[1]) } : { left: seriesIn(expression), right: [] };
}

/** Measures of a difference that is their first argument. */
const OF_DIFFERENCES = ['streak', 'afterMean', 'afterMedian', 'baselineMean', 'baselineMedian'];

/** The two sides of one thing minus another, which a curve is too, or of its streak, or of what it was on average after an event. */
export function differenceIn(expression: Expression): readonly [Expression, Expression] | null {
  if (expression.kind === 'binary') return expression.operator === '-' ? [expression.left, expression.right] : null;
  if (expression.kind !== 'call') return null;
  const [first, second] = expression.args;
  if (OF_DIFFERENCES.includes(expression.name) && first) return differenceIn(first);
  return expression.name === 'curve' && first && second ? [first, second] : null;
}

function kindOf(expression: Expression): Shape['kind'] {
  if (expression.kind === 'negate') return kindOf(expression.operand);
  if (expression.kind === 'binary') {
    const kinds = [kindOf(expression.left), kindOf(expression.right)];
    if (kinds.includes('move')) return 'move';
    return expression.operator === '-' ? 'state' : 'level';
  }
  if (expression.kind !== 'call') return 'level';
  const kind = measures.get(expression.name)?.kind ?? 'level';
  return kind === 'of its argument' ? kindOf(expression.args[0]) : kind;
}

function moverOf(expression: Expression): string | null {
  if (expression.kind !== 'call' || (expression.name !== 'change' && expression.name !== 'return')) return null;
  const [level] = expression.args;
  return level?.kind === 'series' ? level.id : null;
}

function childrenOf(expression: Expression): readonly Expression[] {
  if (expression.kind === 'call') return expression.args;
  if (expression.kind === 'binary') return [expression.left, expression.right];
  if (expression.kind === 'comparison') return [expression.left];
  return expression.kind === 'negate' ? [expression.operand] : [];
}

function countsOf(part: Expression): number[] {
  if (part.kind !== 'call') return [];
  const parameters = measures.get(part.name)?.parameters ?? [];
  return part.args.flatMap((arg, i) => (parameters[i]?.kind === 'count' && arg.kind === 'number' ? [arg.value] : []));
}

/** The expression and all that it is made of, in the order of the text. */
export function partsIn(expression: Expression): Expression[] {
  return [expression, ...childrenOf(expression).flatMap(partsIn)];
}
