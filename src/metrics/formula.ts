/** A formula as a tree: a page sets it in type, the record keeps it on one line, a screen reader hears it in words. */
import { spoken } from './spoken.ts';

/** A day in a formula: a letter, or a number of observations before one: t − 5. */
export interface Time {
  letter: string;
  back: number;
  /** The day itself. */
  words: string;
}

export type Formula =
  /** Numbers, signs and words, as they are printed. */
  | string
  /** A series or another column at a time: rut(t − 5). `words` name it and its day. */
  | { kind: 'value'; name: string; time: Time; words: string }
  | { kind: 'fraction'; over: Formula; under: Formula }
  | { kind: 'row'; parts: readonly Formula[] }
  | { kind: 'brackets'; inside: Formula }
  | { kind: 'negative'; of: Formula }
  /** A function of a list: max(…). `words` come before the list. */
  | { kind: 'function'; name: string; words: string; list: readonly Formula[] };

export const over = (top: Formula, under: Formula): Formula => ({ kind: 'fraction', over: top, under });
export const row = (...parts: readonly Formula[]): Formula => ({ kind: 'row', parts });
export const brackets = (inside: Formula): Formula => ({ kind: 'brackets', inside });
export const negative = (of: Formula): Formula => ({ kind: 'negative', of });

const functionOf =
  (name: string, words: string) =>
  (...list: readonly Formula[]): Formula => ({ kind: 'function', name, words, list });

export const greatest = functionOf('max', 'the largest of');
export const least = functionOf('min', 'the smallest of');
export const meanOf = functionOf('mean', 'the mean of');
export const medianOf = functionOf('median', 'the median of');
export const deviationOf = functionOf('sd', 'the standard deviation of');
export const countOf = functionOf('count', 'the number of');
export const latestOf = functionOf('latest', 'the latest');
export const logarithmOf = functionOf('ln', 'the natural logarithm of');
export const covarianceOf = functionOf('cov', 'the covariance of');
export const varianceOf = functionOf('var', 'the variance of');

/** In brackets where it would otherwise run into the sign that stands beside it: a sum, but no product. */
export function bracketed(formula: Formula): Formula {
  if (typeof formula === 'string') return formula;
  const isSum = formula.kind === 'row' && formula.parts.some((part) => part === '−' || part === '+');
  return isSum || formula.kind === 'negative' ? brackets(formula) : formula;
}

/** On one line: '2,263.67 ÷ 2,029.47 − 1'. */
export function onOneLine(formula: Formula): string {
  if (typeof formula === 'string') return formula;
  switch (formula.kind) {
    case 'value':
      return `${formula.name}(${timeText(formula.time)})`;
    case 'fraction':
      return [formula.over, formula.under].map((part) => onOneLine(bracketed(part))).join(' ÷ ');
    case 'row':
      return formula.parts.map(onOneLine).join(' ');
    case 'brackets':
      return `(${onOneLine(formula.inside)})`;
    case 'negative':
      return `−(${onOneLine(formula.of)})`;
    case 'function':
      return `${formula.name}(${formula.list.map(onOneLine).join(', ')})`;
  }
}

/** 't − 5', 'a'. */
export function timeText({ letter, back }: Time): string {
  return back === 0 ? letter : `${letter} − ${back}`;
}

const SAID: Readonly<Record<string, string>> = {
  '+': 'plus',
  '−': 'minus',
  '×': 'times',
  '÷': 'divided by',
  '…': 'and so on to',
  '≥': 'at least',
  '≤': 'at most',
  '>': 'above',
  '<': 'below',
  '=': 'equal to',
};

/** In words: 'Russell 2000 on July 16, 2024 divided by Russell 2000 on July 9, 2024 minus 1'. */
export function formulaInWords(formula: Formula): string {
  if (typeof formula === 'string') return spoken(formula).replace(/(?<![\w\d])[+−×÷…≥≤><=](?![\d])/g, (sign) => SAID[sign]);
  switch (formula.kind) {
    case 'value':
      return formula.words;
    case 'fraction':
      return `${formulaInWords(bracketed(formula.over))} divided by ${formulaInWords(bracketed(formula.under))}`;
    case 'row':
      return formula.parts.map(formulaInWords).join(' ');
    case 'brackets':
      return `(${formulaInWords(formula.inside)})`;
    case 'negative':
      return `minus (${formulaInWords(formula.of)})`;
    case 'function':
      return `${formula.words} ${formula.list.map(formulaInWords).join(', ').replaceAll(', and so on to,', ' and so on to')}`;
  }
}
