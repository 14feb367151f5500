/** Evaluating an expression on a snapshot, as it could be known on a day: nothing later is visible. */
import type { Calendar } from '../data/calendar.ts';
import { type Day, isoOf } from '../data/day.ts';
import { indexOnOrBefore, type Series, seriesUntil } from '../data/series.ts';
import type { Snapshot } from '../data/snapshot.ts';
import { didYouMean } from '../nearest.ts';
import { atPeriodEnds, type Column, commonDays, indexOf } from './column.ts';
import { evaluationMemory, isSteady } from './evaluation-memory.ts';
import { type Comparator, type Expression, ExpressionError, type Operator, parseExpression, seriesIn } from './expression.ts';
import { formatDay, formatExact, formatInput, withoutNoise } from './format.ts';
import { bracketed, brackets, type Formula, negative, onOneLine, over, row } from './formula.ts';
import { type Arguments, type Measure, type Parameter, signatureOf } from './measure.ts';
import { measures } from './measures/index.ts';
import { printExpression } from './print-expression.ts';
import { differenceIn, partsIn } from './shape.ts';
import { COMPARATOR_SIGN, COMPARATOR_WORDS, thresholdIn, thresholdInWords, thresholdText } from './threshold.ts';
import { combine, isLevel, type Unit } from './units.ts';
import type { Window } from './windows.ts';

/** A metric that the desk has given a name: it stands in expressions as a series does. */
export interface NamedMetric {
  title: string;
  shortTitle: string;
  metric: string;
}

export interface Context {
  snapshot: Pick<Snapshot, 'series'>;
  named?: ReadonlyMap<string, NamedMetric>;
  calendar: Calendar;
  /** The last day that may be seen. */
  asOf: Day;
}

/** The rows of one series that a value rests on: `series.days[first]` to `series.days[last]`. */
export interface Input {
  series: Series;
  first: number;
  last: number;
}

export interface Evaluation {
  column: Column;
  /** The expression in words. */
  words: string;
  /** The bounds of its fixed windows, with the days they are looked for among. */
  bounds: { bound: Day; days: Int32Array }[];
  inputsAt(i: number): Input[];
}

export interface ValueAt {
  day: Day;
  value: number;
  unit: Unit;
  words: string;
  working: string;
  inputs: Input[];
  /** A bound that is not a session, with the session used instead. */
  snapped: { bound: Day; used: Day }[];
  /** The metric up to that day. */
  column: Column;
}

/**
 * A metric's value on one day.
 * @param text the expression
 * @param at the day; it must be one the metric has a value for
 * @throws ExpressionError where the expression is wrong or has no value on that day
 */
export function evaluateAt(text: string, at: Day, context: Context): ValueAt {
  const asOf = Math.min(at, context.asOf);
  const { column, words, bounds, inputsAt } = evaluateColumn(text, { ...context, asOf });
  const i = indexOf(column, at);
  if (i < 0) {
    const last = column.days.length > 0 ? ` The last day before it is ${isoOf(column.days[column.days.length - 1])}.` : '';
    throw new ExpressionError('metric-no-day', 0, `${text} has no value on ${isoOf(at)}.${last}`);
  }
  const value = column.values[i];
  if (!Number.isFinite(value)) {
    const refusal = refusalOf(text, { ...context, asOf });
    if (refusal) throw refusal;
    throw new ExpressionError(
      'metric-no-value',
      0,
      `${text} has no answer on ${isoOf(at)}: the data don't reach back far enough, or a value is missing. They begin on ${startOf(text, context)}.`,
    );
  }
  const working = onOneLine(column.working?.(i) ?? formatExact(value, column.unit));
  return { day: at, value, unit: column.unit, words, working, inputs: inputsAt(i), snapped: snappedIn(bounds, asOf), column };
}

/** Of the measures in a metric without a value, the first that says why it has none. */
function refusalOf(text: string, context: Context): ExpressionError | null {
  for (const part of partsIn(parseExpression(text))) {
    if (part.kind !== 'call') continue;
    const { measure, args } = boundCall(part, context);
    const why = measure.refusal?.(args);
    if (why) return new ExpressionError('few-cases', part.offset, why);
  }
  return null;
}

/**
 * A metric as a whole column, up to `context.asOf`.
 * @throws ExpressionError
 */
export function evaluateColumn(text: string, context: Context): Evaluation {
  const expression = parseExpression(text);
  const result = evaluate(expression, context);
  if (result.kind !== 'column')
    throw new ExpressionError(
      'metric-not-a-column',
      expression.offset,
      `'${text}' is not a metric. A metric names at least one series: 'return(rut, 5d)'`,
    );
  return result;
}

/** The series in an expression, those of named metrics included. */
export function seriesUsed(text: string, context: Context): Series[] {
  const ids = seriesIn(parseExpression(text)).flatMap((id) => {
    const named = context.named?.get(id);
    return named ? seriesIn(parseExpression(named.metric)) : [id];
  });
  return ids.flatMap((id) => context.snapshot.series.get(id) ?? []);
}

function startOf(text: string, context: Context): string {
  return isoOf(Math.max(...seriesUsed(text, context).map(({ days }) => days[0] ?? 0)));
}

type Result =
  | ({ kind: 'column' } & Evaluation)
  | { kind: 'number'; value: number }
  | { kind: 'window'; window: Window }
  | { kind: 'day'; day: Day };

const memoryOf = evaluationMemory<Result & { kind: 'column' }>();

/** An expression, as far as may be seen. What is steady is evaluated once a snapshot, and cut off. */
function evaluate(expression: Expression, context: Context): Result {
  if (expression.kind !== 'call' && expression.kind !== 'binary') return evaluateAnew(expression, context);
  const memory = memoryOf(context);
  const key = printExpression(expression);
  const known = memory.get(key);
  if (known) return until(known, context.asOf);
  if (!isSteady(expression, context)) return evaluateAnew(expression, context);
  const whole = evaluateAnew(expression, { ...context, asOf: Number.POSITIVE_INFINITY });
  if (whole.kind !== 'column') return whole;
  memory.set(key, whole, whole.column.days.length);
  return until(whole, context.asOf);
}

/** The same with nothing after a day: views, no copies. */
function until(whole: Result & { kind: 'column' }, asOf: Day): Result {
  const { column } = whole;
  const length = indexOnOrBefore(column.days, asOf) + 1;
  if (length === column.days.length) return whole;
  return { ...whole, column: { ...column, days: column.days.subarray(0, length), values: column.values.subarray(0, length) } };
}

function evaluateAnew(expression: Expression, context: Context): Result {
  switch (expression.kind) {
    case 'number':
      return { kind: 'number', value: expression.value };
    case 'window':
      return { kind: 'window', window: expression.window };
    case 'day':
      return { kind: 'day', day: expression.day };
    case 'series':
      return leaf(expression, context);
    case 'negate':
      return negate(expression, context);
    case 'binary':
      return binary(expression, context);
    case 'comparison':
      return comparison(expression, context);
    case 'call':
      return call(expression, context);
  }
}

function leaf({ id, offset }: Expression & { kind: 'series' }, context: Context): Result {
  const known = context.snapshot.series.get(id);
  const named = context.named?.get(id);
  if (!known && named) return evaluateNamed(named, context);
  if (!known) {
    const names = [...context.snapshot.series.keys(), ...(context.named?.keys() ?? [])];
    const asMeasure = measures.get(id);
    const hint = asMeasure
      ? ` '${id}' is a measure: write ${signatureOf(asMeasure)}.`
      : didYouMean(id, names) || ` Known series: ${names.join(', ')}.`;
    throw new ExpressionError('unknown-series', offset, `unknown series '${id}'.${hint}`);
  }
  const visible = seriesUntil(known, context.asOf);
  const series = known.resource.provenance.calendar === 'events' ? onSessions(visible, context) : visible;
  const { days, values } = series;
  const column: Column = { days, values, unit: known.unit, reach: (i) => [days[i], days[i]], working: (i) => formatInput(values[i]) };
  const inputsAt = (i: number): Input[] => inputsBetween(visible, days[i], days[i]);
  return { kind: 'column', column, words: known.title, bounds: [], inputsAt };
}

/** Named metrics are built of series, not of each other. */
function evaluateNamed({ title, metric }: NamedMetric, context: Context): Result {
  const { column, ...evaluation } = evaluateColumn(metric, { ...context, named: undefined });
  const { days, values, unit, period, reach } = column;
  return {
    kind: 'column',
    ...evaluation,
    column: { days, values, unit, period, reach, working: (i) => formatInput(values[i]) },
    words: title,
  };
}

/** A table of events holds each value until the next: here it has one a session. */
function onSessions(series: Series, { calendar, asOf }: Context): Series {
  const days = Int32Array.from(series.days.length === 0 ? [] : calendar.sessions(series.days[0], asOf));
  return { ...series, days, values: Float64Array.from(days, (day) => series.values[indexOnOrBefore(series.days, day)]) };
}

/** The rows of a series in [from, to], reaching back to the row in force at `from`. */
function inputsBetween(series: Series, from: Day, to: Day): Input[] {
  return [{ series, first: Math.max(0, indexOnOrBefore(series.days, from)), last: indexOnOrBefore(series.days, to) }];
}

function negate(expression: Expression & { kind: 'negate' }, context: Context): Result {
  const operand = evaluate(expression.operand, context);
  if (operand.kind === 'number') return { kind: 'number', value: -operand.value };
  if (operand.kind !== 'column') throw new ExpressionError('metric-operand', expression.offset, `'-' wants a number or a metric after it`);
  const { column } = operand;
  return {
    ...operand,
    column: {
      ...column,
      values: column.values.map((value) => -value),
      working: (i) => negative(column.working?.(i) ?? ''),
      filled: (i) => negative(filledAt(column, i)),
    },
    words: `minus ${operand.words}`,
  };
}

const APPLY: Record<Operator, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};
const SIGN: Record<Operator, string> = { '+': '+', '-': '−', '*': '×', '/': '÷' };
const WORD: Record<Operator, string> = { '+': 'plus', '-': 'minus', '*': 'times', '/': 'divided by' };

/** A value in numbers, as fully as its column can tell it. */
export function filledAt(column: Column, i: number): Formula {
  return column.filled?.(i) ?? column.working?.(i) ?? formatExact(column.values[i], column.unit);
}

/** Two formulas joined by an operator. */
export function joinedFormula(operator: Operator, left: Formula, right: Formula): Formula {
  if (operator === '/') return over(left, right);
  const part = operator === '+' ? (formula: Formula) => formula : bracketed;
  return row(part(left), SIGN[operator], part(right));
}

function binary(expression: Expression & { kind: 'binary' }, context: Context): Result {
  const { operator, offset } = expression;
  const left = evaluate(expression.left, context);
  const right = evaluate(expression.right, context);
  if (left.kind === 'number' && right.kind === 'number') return { kind: 'number', value: APPLY[operator](left.value, right.value) };
  if (left.kind === 'column' && right.kind === 'column') return joined(operator, left, right, offset);
  if (left.kind === 'column' && right.kind === 'number') return withNumber(operator, left, right.value, true, offset);
  if (left.kind === 'number' && right.kind === 'column') return withNumber(operator, right, left.value, false, offset);
  throw new ExpressionError('metric-operand', offset, `'${operator}' wants a number or a metric on both sides`);
}

const COMPARE: Record<Comparator, (a: number, b: number) => boolean> = {
  '>=': (a, b) => a >= b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '<': (a, b) => a < b,
};

/** 1 on days on which the metric is so, 0 on others, NaN where it has no answer. A value counts as its decimal, without binary noise. */
function comparison({ left, comparator, threshold, offset }: Expression & { kind: 'comparison' }, context: Context): Result {
  const operand = evaluate(left, context);
  if (operand.kind !== 'column')
    throw new ExpressionError('metric-operand', offset, `'${comparator}' wants a metric before it: 'return(rut, 5d) >= 5%'`);
  const { column } = operand;
  const level = thresholdIn(column.unit, threshold);
  const holds = COMPARE[comparator];
  const against = (value: Formula): Formula => row(value, COMPARATOR_SIGN[comparator], thresholdText(threshold, column.unit));
  return {
    ...operand,
    column: {
      ...column,
      unit: 'flag',
      values: column.values.map((value) => (Number.isNaN(value) ? value : Number(holds(withoutNoise(value), level)))),
      working: (i) => against(formatExact(column.values[i], column.unit)),
      filled: (i) => against(filledAt(column, i)),
    },
    words: `${operand.words}, ${COMPARATOR_WORDS[comparator]} ${thresholdInWords(threshold, column.unit)}`,
  };
}

function unitsOf(operator: Operator, left: Unit, right: Unit, offset: number): { unit: Unit; scale: number } {
  const result = combine(operator, left, right);
  if (result) return result;
  const verb = { '+': 'added to', '-': 'subtracted from', '*': 'multiplied by', '/': 'divided by' }[operator];
  const [first, second] = operator === '-' ? [right, left] : [left, right];
  throw new ExpressionError('metric-units', offset, `${first} can't be ${verb} ${second}`);
}

function joined(operator: Operator, a: Result & { kind: 'column' }, b: Result & { kind: 'column' }, offset: number): Result {
  const { unit, scale } = unitsOf(operator, a.column.unit, b.column.unit, offset);
  const { days, left, right } = commonDays(a.column, b.column);
  const apply = APPLY[operator];
  const values = new Float64Array(days.length);
  for (let k = 0; k < days.length; k++) values[k] = apply(a.column.values[left[k]], b.column.values[right[k]]) * scale;
  const bothPeriods = a.column.period === b.column.period ? a.column.period : undefined;
  const part = (column: Column, i: number): string =>
    `${formatExact(column.values[i], column.unit)}`.replace(/^−(.*)$/, '(−$1)').replace(/^\+/, '');
  const column: Column = {
    days,
    values,
    unit,
    period: bothPeriods,
    reach: (k) => {
      const [from, to] = a.column.reach(left[k]);
      const [otherFrom, otherTo] = b.column.reach(right[k]);
      return [Math.min(from, otherFrom), Math.max(to, otherTo)];
    },
    working: (k) => row(part(a.column, left[k]), SIGN[operator], part(b.column, right[k])),
    filled: (k) => joinedFormula(operator, filledAt(a.column, left[k]), filledAt(b.column, right[k])),
    pivots: (k) => [...(a.column.pivots?.(left[k]) ?? []), ...(b.column.pivots?.(right[k]) ?? [])],
  };
  return {
    kind: 'column',
    column,
    words: `${a.words} ${WORD[operator]} ${b.words}`,
    bounds: [...a.bounds, ...b.bounds],
    inputsAt: (k) => mergeInputs([...a.inputsAt(left[k]), ...b.inputsAt(right[k])]),
  };
}

function withNumber(operator: Operator, operand: Result & { kind: 'column' }, number: number, numberLast: boolean, offset: number): Result {
  const { column } = operand;
  const [left, right]: [Unit, Unit] = numberLast ? [column.unit, 'number'] : ['number', column.unit];
  const { unit, scale } = unitsOf(operator, left, right, offset);
  const apply = (value: number): number => (numberLast ? APPLY[operator](value, number) : APPLY[operator](number, value)) * scale;
  const shown = formatInput(number);
  const around = (text: Formula): Formula => (numberLast ? row(text, SIGN[operator], shown) : row(shown, SIGN[operator], text));
  return {
    ...operand,
    column: {
      ...column,
      unit,
      values: column.values.map(apply),
      working: (i) => around(brackets(column.working?.(i) ?? '')),
      filled: (i) =>
        numberLast ? joinedFormula(operator, filledAt(column, i), shown) : joinedFormula(operator, shown, filledAt(column, i)),
    },
    words: numberLast ? `${operand.words} ${WORD[operator]} ${shown}` : `${shown} ${WORD[operator]} ${operand.words}`,
  };
}

/**
 * The measure of a call with its arguments.
 * @throws ExpressionError
 */
export function boundCall(expression: Expression & { kind: 'call' }, context: Context): { measure: Measure; args: Arguments } {
  const measure = measureOf(expression);
  return { measure, args: argumentsOf(bind(measure, expression, context)) };
}

function measureOf(expression: Expression & { kind: 'call' }): Measure {
  const measure = measures.get(expression.name);
  if (!measure) {
    const names = [...measures.keys()];
    const longer = expression.name.length < 3 ? undefined : names.find((name) => name.startsWith(expression.name));
    const begun = longer === undefined ? '' : ` Did you mean '${longer}'?`;
    throw new ExpressionError(
      'unknown-measure',
      expression.offset,
      `unknown measure '${expression.name}'.${begun || didYouMean(expression.name, names)} 'npm run measures' lists them.`,
    );
  }
  return measure;
}

function call(expression: Expression & { kind: 'call' }, context: Context): Result {
  const measure = measureOf(expression);
  const results = bind(measure, expression, context);
  const args = argumentsOf(results);
  const column = measure.evaluate(args);
  const columns = results.filter((result) => result.kind === 'column');
  const inputsAt = (i: number): Input[] => {
    const [from, to] = column.reach(i);
    return mergeInputs(columns.flatMap((result) => spanInputs(result, from, to)));
  };
  return {
    kind: 'column',
    column,
    words: measure.words(args),
    bounds: [...columns.flatMap((result) => result.bounds), ...ownBounds(results, columns)],
    inputsAt,
  };
}

/** The inputs of every value of a column in [from, to]: those of the first to those of the last. */
function spanInputs({ column, inputsAt }: Evaluation, from: Day, to: Day): Input[] {
  const last = indexOnOrBefore(column.days, to);
  const first = Math.min(last, Math.max(0, indexOnOrBefore(column.days, from - 1) + 1));
  const values = column.values;
  let start = first;
  while (start < last && Number.isNaN(values[start])) start++;
  return last < 0 ? [] : [...inputsAt(start), ...inputsAt(last)];
}

/** One input a series: the earliest row to the latest. A series may be cut off at several days: the longest one is kept. */
export function mergeInputs(inputs: readonly Input[]): Input[] {
  const bySeries = new Map<string, Input>();
  for (const input of inputs) {
    const { id } = input.series;
    const other = bySeries.get(id) ?? input;
    const { series, last } = other.last > input.last ? other : input;
    bySeries.set(id, { series, first: Math.min(input.first, other.first), last });
  }
  return [...bySeries.values()];
}

function ownBounds(results: readonly Result[], columns: readonly Evaluation[]): Evaluation['bounds'] {
  const days = columns[0]?.column.days;
  if (!days) return [];
  return results.flatMap((result) => (result.kind === 'window' ? (result.window.bounds ?? []).map((bound) => ({ bound, days })) : []));
}

/** Bounds that are no sessions, each with the last session before it that may be seen. */
function snappedIn(bounds: Evaluation['bounds'], asOf: Day): ValueAt['snapped'] {
  return bounds.flatMap(({ bound, days }) => {
    const used = days[indexOnOrBefore(days, Math.min(bound, asOf))];
    return used === undefined || used === bound ? [] : [{ bound, used }];
  });
}

/** The arguments of a call, checked against the measure's parameters. */
function bind(measure: Measure, expression: Expression & { kind: 'call' }, context: Context): Result[] {
  const { parameters } = measure;
  const { args } = expression;
  const wanted = parameters.filter((parameter) => !parameter.optional).length;
  if (args.length < wanted || args.length > parameters.length) {
    throw new ExpressionError(
      'metric-arguments',
      expression.offset,
      `${measure.name} takes ${wanted === parameters.length ? wanted : `${wanted} to ${parameters.length}`} argument${parameters.length === 1 ? '' : 's'}, not ${args.length}: ${signatureOf(measure)}`,
    );
  }
  return args.map((arg, position) =>
    fitted(evaluate(arg, context), parameters[position], measure, arg.offset, partwise(expression, position)),
  );
}

/** ' Write 'change(ust10y, 20d) - change(ust2y, 20d)'': the change of a difference is the difference of two changes. Else nothing. */
function partwise({ name, args }: Expression & { kind: 'call' }, position: number): string {
  const of = args[position];
  const isOfDifference = name === 'change' && of.kind !== 'negate' && !(of.kind === 'call' && of.name === 'streak');
  const sides = isOfDifference ? differenceIn(of) : null;
  const side = (one: Expression): string => printExpression({ kind: 'call', name, args: args.with(position, one), offset: 0 });
  return sides?.every(({ kind }) => kind === 'series') ? `. Write '${sides.map(side).join(' - ')}'` : '';
}

const WANTED: Record<Parameter['kind'], string> = {
  series: 'a series or another level',
  column: 'a series or a metric',
  daily: 'a metric',
  trigger: "a comparison such as 'return(rut, 5d) >= 5%'",
  window: 'a window such as 5d, 1w, ytd, 1y or since 2022-01-04',
  count: 'a whole number of sessions',
  number: 'a number',
  rate: 'a rate in percent or a series of one',
  day: 'a date such as 2024-09-18',
};

function fitted(result: Result, { kind, name, units }: Parameter, measure: Measure, offset: number, instead: string): Result {
  const refuse = (why = ''): never => {
    throw new ExpressionError('metric-arguments', offset, `'${name}' of ${signatureOf(measure)} must be ${WANTED[kind]}${why}`);
  };
  switch (kind) {
    case 'series':
      if (result.kind !== 'column') return refuse();
      if (!isLevel(result.column.unit)) return refuse(`, not one in ${result.column.unit}${instead}`);
      return !units || units.includes(result.column.unit) ? result : refuse(` in ${units.join(' or ')}, not one in ${result.column.unit}`);
    case 'daily':
      if (result.kind !== 'column') return refuse();
      return result.column.period
        ? refuse(
            ` with a value each session, and one over a calendar ${result.column.period} has it when the ${result.column.period} is over. Take a window such as 20d`,
          )
        : result;
    case 'trigger':
      if (result.kind !== 'column') return refuse();
      return result.column.unit === 'flag' ? result : refuse(`, not a metric in ${result.column.unit}`);
    case 'column':
      return result.kind === 'column' ? { ...result, ...reduced(result) } : refuse();
    case 'rate':
      return result.kind === 'column' || result.kind === 'number' ? result : refuse();
    case 'count':
      // `20d` and `20` say the same.
      if (result.kind === 'window' && result.window.count) return { kind: 'number', value: result.window.count };
      return result.kind === 'number' && Number.isInteger(result.value) && result.value > 0 ? result : refuse();
    default:
      return result.kind === kind ? result : refuse();
  }
}

/** A running value is looked at on its periods' last sessions only. */
function reduced({ column, inputsAt }: Evaluation): Pick<Evaluation, 'column' | 'inputsAt'> {
  if (!column.period) return { column, inputsAt };
  const ends = atPeriodEnds(column);
  return { column: ends, inputsAt: (i) => inputsAt(indexOf(column, ends.days[i])) };
}

function argumentsOf(results: readonly Result[]): Arguments {
  const get = <K extends Result['kind']>(position: number, kind: K): Result & { kind: K } => {
    const result = results[position];
    if (result?.kind !== kind) throw new TypeError(`argument ${position} is not a ${kind}`);
    return result as Result & { kind: K };
  };
  return {
    column: (position) => get(position, 'column').column,
    window: (position) => get(position, 'window').window,
    number: (position) => (results[position]?.kind === 'day' ? get(position, 'day').day : get(position, 'number').value),
    has: (position) => position < results.length,
    isNumber: (position) => results[position]?.kind === 'number',
    words(position) {
      const result = results[position];
      if (result.kind === 'column') return result.words;
      if (result.kind === 'window') return result.window.words;
      return result.kind === 'day' ? formatDay(result.day, 'long') : formatInput(result.value);
    },
  };
}
