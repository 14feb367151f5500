/** All values of a metric up to a day: what the value is one of, and where it stands among them. */
import type { Line } from '../charts/figure-data.ts';
import type { Day } from '../data/day.ts';
import { atPeriodEnds, indexOf, type Period } from '../metrics/column.ts';
import { countWord } from '../metrics/count-word.ts';
import { boundCall, type Context, type Evaluation, evaluateAt, evaluateColumn, type Input, mergeInputs } from '../metrics/evaluate.ts';
import { type Expression, ExpressionError, parseExpression, seriesIn } from '../metrics/expression.ts';
import { withoutNoise } from '../metrics/format.ts';
import { headingOf } from '../metrics/heading.ts';
import { printExpression, replaced } from '../metrics/print-expression.ts';
import { isEventStudy, shapeOf } from '../metrics/shape.ts';
import type { Unit } from '../metrics/units.ts';
import { sessions, type Window } from '../metrics/windows.ts';

export interface History {
  /** The value is the last of them. */
  line: Line;
  /** What they are, several of them: 'five-session windows'. */
  noun: string;
  /** How many of the others are larger, smaller, and the same. */
  larger: number;
  smaller: number;
  equal: number;
  inputs: Input[];
}

/** A value that stands alone, with the reason. */
export interface NoHistory {
  why: string;
}

const UNRANKED: Partial<Record<Unit, string>> = {
  date: 'A date has no place among other dates.',
  flag: 'It is yes or no.',
  rank: 'A rank says already where a value stands.',
};

/** @throws ExpressionError where the metric has no value on the day */
export function historyOf(metric: string, at: Day, context: Context): History | NoHistory {
  const { value, unit } = evaluateAt(metric, at, context);
  const unranked = UNRANKED[unit];
  if (unranked) return { why: unranked };
  const rolling = rollingForm(metric, at, value, context);
  if (!rolling) return { why: 'Its days are fixed: there is no other value to set it beside.' };
  const evaluation = evaluateColumn(rolling.metric, { ...context, asOf: rolling.end });
  const column = atPeriodEnds(evaluation.column);
  const present = Array.from(column.days.keys()).filter((i) => Number.isFinite(column.values[i]));
  if (present.length < 2) return { why: 'The data have no other value to set it beside.' };
  const values = Float64Array.from(present, (i) => column.values[i]);
  const ids = seriesIn(parseExpression(rolling.metric));
  const title = headingOf(rolling.metric, context);
  const titles = ids.map((id) => context.snapshot.series.get(id)?.title ?? context.named?.get(id)?.title ?? id);
  const line: Line = {
    expression: rolling.metric,
    series: ids,
    title,
    shortTitle: title,
    titles,
    unit,
    days: Int32Array.from(present, (i) => column.days[i]),
    values,
  };
  return { line, noun: nounOf(rolling.metric, evaluation, context), ...standing(values), inputs: inputsOf(evaluation, line) };
}

/** The last value among the others. Compared without the noise of binary arithmetic: −13 basis points are −13 basis points. */
export function standing(values: Float64Array): Pick<History, 'larger' | 'smaller' | 'equal'> {
  const last = withoutNoise(values[values.length - 1]);
  const found = { larger: 0, smaller: 0, equal: -1 };
  for (const value of values) {
    const other = withoutNoise(value);
    if (other > last) found.larger++;
    else if (other < last) found.smaller++;
    else found.equal++;
  }
  return found;
}

function inputsOf({ column, inputsAt }: Evaluation, { days }: Line): Input[] {
  return mergeInputs([days[0], days[days.length - 1]].flatMap((day) => inputsAt(indexOf(column, day))));
}

/**
 * A metric whose windows move with the day. One with fixed ends becomes one of as many sessions, read on its last day, where that
 * is a move and has the same value; else null.
 */
function rollingForm(metric: string, at: Day, value: number, context: Context): { metric: string; end: Day } | null {
  const shape = shapeOf(metric);
  if (shape.windows.every((window) => !window.bounds)) return { metric, end: at };
  if (shape.kind !== 'move' || shape.isStreak) return null;
  const ends = new Set<Day>();
  const rolling = printExpression(
    replaced(parseExpression(metric), (part) => (part.kind === 'call' ? withCount(part, at, context, ends) : null)),
  );
  const [end] = ends;
  if (ends.size !== 1) return null;
  try {
    return Math.abs(evaluateAt(rolling, end, context).value - value) < 1e-12 ? { metric: rolling, end } : null;
  } catch (fault) {
    if (fault instanceof ExpressionError) return null;
    throw fault;
  }
}

/** A call with a fixed window, over the number of sessions that the window has. */
function withCount(call: Expression & { kind: 'call' }, at: Day, context: Context, ends: Set<Day>): Expression | null {
  const position = call.args.findIndex((arg) => arg.kind === 'window' && arg.window.bounds);
  if (position < 0) return null;
  const { args } = boundCall(call, { ...context, asOf: at });
  const { days } = args.column(0);
  const window = args.window(position);
  const i = days.length - 1;
  const end = window.end(days, i);
  ends.add(days[end]);
  const moved: Expression = { kind: 'window', window: sessions(end - window.base(days, i)), offset: 0 };
  return { ...call, args: call.args.with(position, moved) };
}

const PERIODS: Record<Period, string> = { week: 'weeks', month: 'months', quarter: 'quarters', year: 'years' };

function nounOf(metric: string, { column }: Evaluation, context: Context): string {
  const { windows, counts } = shapeOf(metric);
  const [window] = windows;
  if (column.period && /^(?:1w|[mqy]td)$/.test(window?.text ?? '')) return PERIODS[column.period];
  const span = window && !isEventStudy(metric) && spanOf(window);
  if (span && window.text !== '1d' && column.unit !== 'sessions') return `${span} windows`;
  if (!window && counts.length === 0 && ['points', 'USD'].includes(column.unit)) return 'closes';
  const isBonds = seriesIn(parseExpression(metric)).some((id) => context.snapshot.series.get(id)?.resource.provenance.calendar === 'bond');
  return isBonds ? 'days' : 'sessions';
}

/** 'five-session', 'one-year'. */
function spanOf({ text }: Window): string | null {
  const [, count = '', unit = ''] = /^(\d+)(d|w|mo|y)$/.exec(text) ?? [];
  const name = { d: 'session', w: 'week', mo: 'month', y: 'year' }[unit];
  return name ? `${countWord(Number(count))}-${name}` : null;
}
