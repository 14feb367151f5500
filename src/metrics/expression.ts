/**
 * Metric expressions: `return(rut, 5d) - return(spx, 5d)`.
 * Grammar: + - * / with the usual precedence, parentheses, numbers, dates, series, windows, and calls of measures.
 * Least of all binds a comparison with a number: `return(rut, 5d) >= 5%`. There is one sign in it: it does not go on.
 */
import { createToken, EmbeddedActionsParser, type IToken, Lexer, type TokenType } from 'chevrotain';
import { type Day, dayOf, isIsoDate } from '../data/day.ts';
import { all, between, months, sessions, since, toDate, type Window, weeks } from './windows.ts';

export type Operator = '+' | '-' | '*' | '/';
export type Comparator = '>=' | '>' | '<=' | '<';

/** A number as it is written after a comparison: 5 and '%' for '5%'. */
export interface Threshold {
  number: number;
  mark: '%' | 'pp' | 'bp' | null;
  offset: number;
}

/** `offset` counts characters from the start of the expression. */
export type Expression =
  | { kind: 'number'; value: number; offset: number }
  | { kind: 'series'; id: string; offset: number }
  | { kind: 'day'; day: Day; offset: number }
  | { kind: 'window'; window: Window; offset: number }
  | { kind: 'call'; name: string; args: Expression[]; offset: number }
  | { kind: 'binary'; operator: Operator; left: Expression; right: Expression; offset: number }
  | { kind: 'negate'; operand: Expression; offset: number }
  | { kind: 'comparison'; comparator: Comparator; left: Expression; threshold: Threshold; offset: number };

/** An expression that can't be read or evaluated; `offset` is the place in it. */
export class ExpressionError extends Error {
  readonly rule: string;
  readonly offset: number;

  constructor(rule: string, offset: number, message: string) {
    super(message);
    this.name = 'ExpressionError';
    this.rule = rule;
    this.offset = offset;
  }
}

const token = (
  name: string,
  pattern: RegExp | string,
  options: { longer_alt?: TokenType; skipped?: boolean; label?: string } = {},
): TokenType =>
  createToken({
    name,
    pattern,
    ...(options.skipped ? { group: Lexer.SKIPPED } : {}),
    ...(options.longer_alt ? { longer_alt: options.longer_alt } : {}),
    ...(options.label ? { label: options.label } : {}),
  });

const Space = token('Space', /\s+/, { skipped: true });
const Name = token('Name', /[A-Za-z][A-Za-z0-9_]*/, { label: 'a name' });
const keyword = (word: string): TokenType => token(word, word, { longer_alt: Name, label: `'${word}'` });
const Since = keyword('since');
const From = keyword('from');
const To = keyword('to');
const All = keyword('all');
const ToDate = token('ToDate', /mtd|qtd|ytd/, { longer_alt: Name, label: 'mtd, qtd or ytd' });
const IsoDate = token('IsoDate', /\d{4}-\d{2}-\d{2}/, { label: 'a date' });
const Span = token('Span', /\d+(?:d|w|mo|y)\b/, { label: 'a window such as 5d' });
const Marked = token('Marked', /\d+(?:\.\d+)?\s*(?:%|(?:pp|bp)\b)/, { label: 'a number with its unit' });
const Amount = token('Amount', /\d+(?:\.\d+)?/, { label: 'a number' });
const Compare = token('Compare', />=|<=|≥|≤|>|</, { label: "'>='" });
const Plus = token('Plus', /\+/, { label: "'+'" });
const Minus = token('Minus', /-|−/, { label: "'-'" });
const Times = token('Times', /\*/, { label: "'*'" });
const Divide = token('Divide', /\//, { label: "'/'" });
const Open = token('Open', /\(/, { label: "'('" });
const Close = token('Close', /\)/, { label: "')'" });
const Comma = token('Comma', /,/, { label: "','" });

const tokens = [
  Space,
  Since,
  From,
  To,
  All,
  ToDate,
  IsoDate,
  Span,
  Marked,
  Amount,
  Name,
  Compare,
  Plus,
  Minus,
  Times,
  Divide,
  Open,
  Close,
  Comma,
];
const lexer = new Lexer(tokens);

class ExpressionParser extends EmbeddedActionsParser {
  constructor() {
    super(tokens, { recoveryEnabled: false });
    this.performSelfAnalysis();
  }

  readonly metric = this.RULE('metric', (): Expression => this.SUBRULE(this.comparison));

  private readonly comparison = this.RULE('comparison', (): Expression => {
    const left = this.SUBRULE(this.sum);
    const compared = this.OPTION(() => {
      const sign = this.CONSUME(Compare);
      const minus = this.OPTION2(() => this.CONSUME(Minus));
      const number = this.OR([{ ALT: () => this.CONSUME(Marked) }, { ALT: () => this.CONSUME(Amount) }]);
      const comparator = (ASCII[sign.image] ?? sign.image) as Comparator;
      return { comparator, threshold: this.ACTION(() => thresholdOf(number, minus)), offset: sign.startOffset };
    });
    return compared ? { kind: 'comparison', left, ...compared } : left;
  });

  private readonly sum = this.RULE('sum', (): Expression => {
    let left = this.SUBRULE(this.product);
    this.MANY(() => {
      const sign = this.OR([{ ALT: () => this.CONSUME(Plus) }, { ALT: () => this.CONSUME(Minus) }]);
      const right = this.SUBRULE2(this.product);
      left = { kind: 'binary', operator: sign.tokenType === Plus ? '+' : '-', left, right, offset: sign.startOffset };
    });
    return left;
  });

  private readonly product = this.RULE('product', (): Expression => {
    let left = this.SUBRULE(this.factor);
    this.MANY(() => {
      const sign = this.OR([{ ALT: () => this.CONSUME(Times) }, { ALT: () => this.CONSUME(Divide) }]);
      const right = this.SUBRULE2(this.factor);
      left = { kind: 'binary', operator: sign.tokenType === Times ? '*' : '/', left, right, offset: sign.startOffset };
    });
    return left;
  });

  private readonly factor = this.RULE(
    'factor',
    (): Expression =>
      this.OR([
        {
          ALT: (): Expression => {
            const { startOffset: offset } = this.CONSUME(Minus);
            return { kind: 'negate', operand: this.SUBRULE(this.factor), offset };
          },
        },
        {
          ALT: (): Expression => {
            this.CONSUME(Open);
            const inner = this.SUBRULE(this.comparison);
            this.CONSUME(Close);
            return inner;
          },
        },
        // `since` opens a window, and is the name of a measure where a parenthesis follows.
        { GATE: () => this.LA(1).tokenType === Name || this.LA(2).tokenType === Open, ALT: () => this.SUBRULE(this.nameOrCall) },
        { ALT: () => this.SUBRULE(this.window) },
        {
          ALT: (): Expression => {
            const amount = this.CONSUME(Amount);
            return { kind: 'number', value: Number(amount.image), offset: amount.startOffset };
          },
        },
        {
          ALT: (): Expression => {
            const date = this.CONSUME(IsoDate);
            return { kind: 'day', day: this.ACTION(() => dayAt(date)), offset: date.startOffset };
          },
        },
      ]),
  );

  private readonly nameOrCall = this.RULE('nameOrCall', (): Expression => {
    const name = this.OR([{ ALT: () => this.CONSUME(Name) }, { ALT: () => this.CONSUME(Since) }]);
    const args: Expression[] = [];
    const call = this.OPTION(() => {
      this.CONSUME(Open);
      this.MANY_SEP({ SEP: Comma, DEF: () => args.push(this.SUBRULE(this.comparison)) });
      this.CONSUME(Close);
      return true;
    });
    const offset = name.startOffset;
    return call ? { kind: 'call', name: name.image, args, offset } : { kind: 'series', id: name.image, offset };
  });

  private readonly window = this.RULE(
    'window',
    (): Expression =>
      this.OR([
        {
          ALT: (): Expression => {
            const span = this.CONSUME(Span);
            return { kind: 'window', window: this.ACTION(() => spanWindow(span)), offset: span.startOffset };
          },
        },
        {
          ALT: (): Expression => {
            const period = this.CONSUME(ToDate);
            return { kind: 'window', window: this.ACTION(() => toDate(period.image as 'mtd')), offset: period.startOffset };
          },
        },
        {
          ALT: (): Expression => {
            const { startOffset: offset } = this.CONSUME(Since);
            const date = this.CONSUME(IsoDate);
            return { kind: 'window', window: this.ACTION(() => since(dayAt(date))), offset };
          },
        },
        {
          ALT: (): Expression => {
            const { startOffset: offset } = this.CONSUME(From);
            const from = this.CONSUME2(IsoDate);
            this.CONSUME(To);
            const to = this.CONSUME3(IsoDate);
            return { kind: 'window', window: this.ACTION(() => betweenDays(from, to)), offset };
          },
        },
        { ALT: (): Expression => ({ kind: 'window', window: all, offset: this.CONSUME(All).startOffset }) },
      ]),
  );
}

const ASCII: Readonly<Record<string, Comparator>> = { '≥': '>=', '≤': '<=' };

function thresholdOf({ image, startOffset }: IToken, minus: IToken | undefined): Threshold {
  const [, digits = '', mark = ''] = /^([\d.]+)\s*(.*)$/.exec(image) ?? [];
  return {
    number: minus ? -Number(digits) : Number(digits),
    mark: (mark || null) as Threshold['mark'],
    offset: minus?.startOffset ?? startOffset,
  };
}

function dayAt(date: IToken): Day {
  if (!isIsoDate(date.image)) throw new ExpressionError('metric-date', date.startOffset, `there is no day '${date.image}'`);
  return dayOf(date.image);
}

function betweenDays(from: IToken, to: IToken): Window {
  const [start, end] = [dayAt(from), dayAt(to)];
  if (start >= end)
    throw new ExpressionError('metric-window', from.startOffset, `the window ends on ${to.image}, not after it begins on ${from.image}`);
  return between(start, end);
}

function spanWindow(span: IToken): Window {
  const [, digits, unit] = span.image.match(/^(\d+)(\w+)$/) as RegExpMatchArray;
  const n = Number(digits);
  if (n === 0) throw new ExpressionError('metric-window', span.startOffset, `the window '${span.image}' is empty`);
  if (unit === 'd') return sessions(n);
  if (unit === 'w') return weeks(n);
  return months(unit === 'y' ? 12 * n : n);
}

const parser = new ExpressionParser();

/** Reports state the same metrics, and pages ask which series are in each: a text is parsed once. */
const parsed = new Map<string, Expression>();
const MOST_PARSED = 20_000;

/**
 * Parse a metric expression.
 * @throws ExpressionError with the place in the text
 */
export function parseExpression(text: string): Expression {
  const known = parsed.get(text);
  if (known) return known;
  const expression = parseAnew(text);
  if (parsed.size >= MOST_PARSED) parsed.clear();
  parsed.set(text, expression);
  return expression;
}

function parseAnew(text: string): Expression {
  const { tokens: input, errors } = lexer.tokenize(text);
  const stray = errors[0];
  if (stray) {
    throw new ExpressionError(
      'metric-syntax',
      stray.offset,
      `'${text.slice(stray.offset, stray.offset + stray.length)}' does not belong in a metric`,
    );
  }
  parser.input = input;
  const expression = parser.metric();
  const fault = parser.errors[0];
  if (!fault) return expression;
  const at = fault.token;
  const ended = Number.isNaN(at.startOffset) || at.image === '';
  const offset = ended ? text.length : at.startOffset;
  const length = lengthInWords(text, offset);
  if (length) throw new ExpressionError('metric-syntax', length.offset, `'${length.written}' is not a window. Write ${length.window}`);
  if (at.tokenType === Compare || fault.context.ruleStack.at(-1) === 'comparison')
    throw new ExpressionError(
      'metric-comparison',
      offset,
      "a comparison is of one metric with one number, such as 'return(rut, 5d) - return(spx, 5d) >= 5%'. Put what is subtracted on the left of the sign",
    );
  if (at.tokenType === Marked)
    throw new ExpressionError(
      'metric-syntax',
      offset,
      `'${at.image}' has a unit, which only the number of a comparison has. Write ${plainOf(at.image)}`,
    );
  const before = ended ? 'the metric ends too early' : `'${at.image}' is not expected here`;
  throw new ExpressionError('metric-syntax', offset, `${before}. A metric looks like 'return(rut, 5d) - return(spx, 5d)'`);
}

/** '5%' as a number without its unit: 0.05. */
function plainOf(image: string): string {
  const number = Number.parseFloat(image);
  return String(image.endsWith('bp') ? number : Number((number / 100).toPrecision(12)));
}

const LENGTHS: Readonly<Record<string, string>> = { day: 'd', session: 'd', week: 'w', month: 'mo', year: 'y' };

/** '5 days' where the fault is in it, and the window that is meant: 5d. */
function lengthInWords(text: string, fault: number): { written: string; window: string; offset: number } | null {
  for (const { 0: written, 1: count, 2: unit, index } of text.matchAll(/\b(\d+)[ -]?(day|session|week|month|year)s?\b/g))
    if (fault >= index && fault < index + written.length) return { written, window: `${count}${LENGTHS[unit]}`, offset: index };
  return null;
}

/** The ids of the series in an expression, in order of appearance, each once. */
export function seriesIn(expression: Expression): string[] {
  const found = new Set<string>();
  const walk = (node: Expression): void => {
    if (node.kind === 'series') found.add(node.id);
    else if (node.kind === 'call') node.args.forEach(walk);
    else if (node.kind === 'negate') walk(node.operand);
    else if (node.kind === 'comparison') walk(node.left);
    else if (node.kind === 'binary') {
      walk(node.left);
      walk(node.right);
    }
  };
  walk(expression);
  return [...found];
}
