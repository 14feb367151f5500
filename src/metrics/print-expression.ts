/** An expression as text again, always written the same way: what is parsed from it is equal to what was printed. */
import { isoOf } from '../data/day.ts';
import type { Expression, Threshold } from './expression.ts';

/** How tightly an operator binds; what binds less tightly inside it goes into parentheses. */
const BINDING = { '+': 1, '-': 1, '*': 2, '/': 2 } as const;

function bindingOf(expression: Expression): number {
  if (expression.kind === 'comparison') return 0;
  if (expression.kind === 'binary') return BINDING[expression.operator];
  return expression.kind === 'negate' ? 3 : 4;
}

function within(expression: Expression, least: number): string {
  const text = printExpression(expression);
  return bindingOf(expression) < least ? `(${text})` : text;
}

/** '5%', '−' as a hyphen: '-25bp'. */
export const printThreshold = ({ number, mark }: Threshold): string => `${number}${mark ?? ''}`;

export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'series':
      return expression.id;
    case 'day':
      return isoOf(expression.day);
    case 'window':
      return expression.window.text;
    case 'call':
      return `${expression.name}(${expression.args.map(printExpression).join(', ')})`;
    case 'negate':
      return `-${within(expression.operand, 3)}`;
    case 'comparison':
      return `${within(expression.left, 1)} ${expression.comparator} ${printThreshold(expression.threshold)}`;
    case 'binary': {
      const binding = BINDING[expression.operator];
      return `${within(expression.left, binding)} ${expression.operator} ${within(expression.right, binding + 1)}`;
    }
  }
}

/** An expression with some of its parts replaced: `change` gives the new part, or null to look inside. */
export function replaced(expression: Expression, change: (part: Expression) => Expression | null): Expression {
  const other = change(expression);
  if (other) return other;
  const inside = (part: Expression): Expression => replaced(part, change);
  switch (expression.kind) {
    case 'call':
      return { ...expression, args: expression.args.map(inside) };
    case 'negate':
      return { ...expression, operand: inside(expression.operand) };
    case 'comparison':
      return { ...expression, left: inside(expression.left) };
    case 'binary':
      return { ...expression, left: inside(expression.left), right: inside(expression.right) };
    default:
      return expression;
  }
}
