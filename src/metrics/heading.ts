/** What a metric is called at the head of a page, and what it is in a sentence or two. */
import { dayOf } from '../data/day.ts';
import { countWord } from './count-word.ts';
import { boundCall, type Context, evaluateColumn } from './evaluate.ts';
import { type Expression, parseExpression } from './expression.ts';
import { formatDay } from './format.ts';
import type { Arguments, Measure } from './measure.ts';
import { printExpression } from './print-expression.ts';
import { COMPARATOR_WORDS, thresholdInWords } from './threshold.ts';

type Call = Expression & { kind: 'call' };
type Joined = Expression & { kind: 'binary' };

/** 'Russell 2000 minus S&P 500, return over five sessions'. */
export function headingOf(metric: string, context: Context): string {
  return inFull(headed(parseExpression(metric), context));
}

/** The sentence that says what the value is. */
export function meaningOf(metric: string, context: Context): string {
  return inFull(meant(parseExpression(metric), context));
}

/** Words of a metric as the head of something: days as a reader sees them, small counts in words. */
export function inFull(words: string): string {
  return words
    .replace(/\d{4}-\d{2}-\d{2}/g, (iso) => formatDay(dayOf(iso), 'short'))
    .replace(/(?<= )(\d+) (?=sessions|weeks|months|years)/g, (_all, count) => `${countWord(Number(count))} `)
    .replace(/^[a-z]+(?= )/, (word) => word[0].toUpperCase() + word.slice(1));
}

const wordsOf = (expression: Expression, context: Context): string => evaluateColumn(printExpression(expression), context).words;

function headed(expression: Expression, context: Context): string {
  if (expression.kind === 'binary' && expression.operator === '-') {
    const pair = pairOf(expression);
    if (pair) {
      const { measure, args } = boundCall(pair.call, context);
      return callHeading(measure, { ...args, words: (position) => (position === 0 ? joinedWords(pair, context) : args.words(position)) });
    }
  }
  if (expression.kind === 'comparison') return `${headed(expression.left, context)}, ${comparedWords(expression, context)}`;
  if (expression.kind === 'negate') return `${headed(expression.operand, context)}, sign turned`;
  if (expression.kind !== 'call') return wordsOf(expression, context);
  const { measure, args } = boundCall(expression, context);
  const [first] = expression.args;
  // What is inside is headed as it would be by itself.
  const inside = first && (first.kind === 'binary' || first.kind === 'call') ? headed(first, context) : null;
  return callHeading(measure, { ...args, words: (position) => (position === 0 && inside ? inside : args.words(position)) });
}

/** 'at least 5 percentage points'. */
function comparedWords({ left, comparator, threshold }: Expression & { kind: 'comparison' }, context: Context): string {
  const { unit } = evaluateColumn(printExpression(left), context).column;
  return `${COMPARATOR_WORDS[comparator]} ${thresholdInWords(threshold, unit)}`;
}

const callHeading = (measure: Measure, args: Arguments): string => (measure.title ?? measure.words)(args);

interface Pair {
  call: Call;
  left: Expression;
  right: Expression;
}

/** The two sides of `f(a, …) - f(b, …)`, where all but the first argument is the same. */
function pairOf({ left, right }: Joined): Pair | null {
  if (left.kind !== 'call' || right.kind !== 'call' || left.name !== right.name || left.args.length === 0) return null;
  const rest = ({ args }: Call): string => args.slice(1).map(printExpression).join();
  return rest(left) === rest(right) ? { call: left, left: left.args[0], right: right.args[0] } : null;
}

const joinedWords = ({ left, right }: Pair, context: Context): string => `${wordsOf(left, context)} minus ${wordsOf(right, context)}`;

const THEN = { '-': 'minus', '+': 'plus', '*': 'times', '/': 'divided by' } as const;

function meant(expression: Expression, context: Context): string {
  switch (expression.kind) {
    case 'call': {
      const { measure, args } = boundCall(expression, context);
      const [first] = expression.args;
      const inside =
        first && (first.kind === 'binary' || first.kind === 'call') ? ` Each value is ${lowerFirst(meant(first, context))}` : '';
      return measure.meaning(args) + inside;
    }
    case 'negate':
      return `${meant(expression.operand, context)} The sign is turned: a fall counts as a plus.`;
    case 'comparison': {
      const words = wordsOf(expression.left, context);
      return `${inFull(`1 on a day on which ${words} is ${comparedWords(expression, context)}, 0 on any other.`)} ${meant(expression.left, context)}`;
    }
    case 'binary':
      return meantTogether(expression, context);
    case 'series':
      return levelMeant(expression.id, context);
    default:
      return '';
  }
}

function meantTogether(expression: Joined, context: Context): string {
  const { left, operator, right } = expression;
  const pair = operator === '-' ? pairOf(expression) : null;
  const first = meant(left, context);
  if (pair)
    return `${first.replace(/\.$/, '')}, of each of the two; then ${wordsOf(pair.left, context)} minus ${wordsOf(pair.right, context)}.`;
  const sides = [left, right].map((side) => (side.kind === 'number' ? String(side.value) : wordsOf(side, context)));
  const whole = inFull(`${sides[0]} ${THEN[operator]} ${sides[1]}.`);
  const meanings = [...new Set([first, meant(right, context)].filter(Boolean))];
  // The difference of two rates is in another unit than they are.
  const isOfRates =
    meanings.length === 1 && first === RATE_OF_DAY && evaluateColumn(printExpression(expression), context).column.unit === 'basis points';
  return [whole, ...(isOfRates ? ['The rates of the day; their difference is in basis points.'] : meanings)].join(' ');
}

const lowerFirst = (text: string): string => text[0].toLowerCase() + text.slice(1);

const RATE_OF_DAY = 'The rate of the day, in percent.';

function levelMeant(id: string, { snapshot, named }: Context): string {
  const series = snapshot.series.get(id);
  if (!series) return named?.get(id) ? `The value of the day of the metric that the desk calls ${named.get(id)?.title}.` : '';
  switch (series.resource.provenance.basis) {
    case 'price':
    case 'total-return':
      return 'The close of the day.';
    case 'par-yield':
    case 'policy-rate':
      return RATE_OF_DAY;
    case 'volume':
      return 'What was traded on the day, in contracts.';
  }
}
