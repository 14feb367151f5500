/** What an expression is, apart from its value: whether it is a level, a difference, a streak, and how far back it looks. */
import { type Expression, parseExpression } from './expression.ts';
import type { Window } from './windows.ts';

export interface Shape {
  /** A level has no direction of its own. */
  isLevel: boolean;
  /** One thing minus another: it can be outperformed. */
  isDifference: boolean;
  isStreak: boolean;
  /** Every window in it, in the order of the text. */
  windows: Window[];
}

/** Measures whose value moves up and down around zero, or counts: not levels, whatever their unit. */
const MOVING = ['change', 'return', 'streak', 'drawdown', 'maxDrawdown', 'distance', 'cutsPriced'];

export function shapeOf(metric: string): Shape {
  const expression = parseExpression(metric);
  const calls = callsIn(expression);
  const isDifference = expression.kind === 'binary' && expression.operator === '-';
  return {
    isLevel: !isDifference && !calls.some((name) => MOVING.includes(name)),
    isDifference,
    isStreak: expression.kind === 'call' && expression.name === 'streak',
    windows: windowsIn(expression),
  };
}

function childrenOf(expression: Expression): readonly Expression[] {
  if (expression.kind === 'call') return expression.args;
  if (expression.kind === 'binary') return [expression.left, expression.right];
  return expression.kind === 'negate' ? [expression.operand] : [];
}

function callsIn(expression: Expression): string[] {
  const own = expression.kind === 'call' ? [expression.name] : [];
  return [...own, ...childrenOf(expression).flatMap(callsIn)];
}

function windowsIn(expression: Expression): Window[] {
  const own = expression.kind === 'window' ? [expression.window] : [];
  return [...own, ...childrenOf(expression).flatMap(windowsIn)];
}
