/** What an expression is, apart from its value: whether it is a level, a difference, a streak, and how far back it looks. */
import { type Expression, parseExpression } from './expression.ts';
import { measures } from './measures/index.ts';
import type { Window } from './windows.ts';

export interface Shape {
  /** A level has no direction of its own. */
  isLevel: boolean;
  /** One thing minus another: it can be outperformed. */
  isDifference: boolean;
  isStreak: boolean;
  /** What moves, where the metric is the change or return of one level: 'ust10y' of change(ust10y, 1d). Else null. */
  mover: string | null;
  /** Every window in it, in the order of the text. */
  windows: Window[];
  /** Every number of sessions that a measure counts by: 200 in distance(rut, 200). */
  counts: number[];
  /** Every number in it. */
  numbers: number[];
}

/** Measures whose value moves up and down around zero, or counts: not levels, whatever their unit. */
const MOVING = ['change', 'return', 'streak', 'drawdown', 'maxDrawdown', 'distance', 'cutsPriced'];

export function shapeOf(metric: string): Shape {
  const expression = parseExpression(metric);
  const calls = partsIn(expression).flatMap((part) => (part.kind === 'call' ? [part.name] : []));
  const isDifference = expression.kind === 'binary' && expression.operator === '-';
  return {
    isLevel: !isDifference && !calls.some((name) => MOVING.includes(name)),
    isDifference,
    mover: moverOf(expression),
    isStreak: expression.kind === 'call' && expression.name === 'streak',
    windows: partsIn(expression).flatMap((part) => (part.kind === 'window' ? [part.window] : [])),
    counts: partsIn(expression).flatMap(countsOf),
    numbers: partsIn(expression).flatMap((part) => (part.kind === 'number' ? [part.value] : [])),
  };
}

function moverOf(expression: Expression): string | null {
  if (expression.kind !== 'call' || (expression.name !== 'change' && expression.name !== 'return')) return null;
  const [level] = expression.args;
  return level?.kind === 'series' ? level.id : null;
}

function childrenOf(expression: Expression): readonly Expression[] {
  if (expression.kind === 'call') return expression.args;
  if (expression.kind === 'binary') return [expression.left, expression.right];
  return expression.kind === 'negate' ? [expression.operand] : [];
}

function countsOf(part: Expression): number[] {
  if (part.kind !== 'call') return [];
  const parameters = measures.get(part.name)?.parameters ?? [];
  return part.args.flatMap((arg, i) => (parameters[i]?.kind === 'count' && arg.kind === 'number' ? [arg.value] : []));
}

/** The expression and all that it is made of, in the order of the text. */
function partsIn(expression: Expression): Expression[] {
  return [expression, ...childrenOf(expression).flatMap(partsIn)];
}
