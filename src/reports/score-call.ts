/**
 * A call scored: on the first session of its metric at or after the day it is due, and by nothing that came later. Beside it stand every
 * other day and metric that would have been as reasonable, the way to that day, the naive alternative, and how often the same bet came
 * true on all days of the data.
 */
import { figureData } from '../charts/figure-data.ts';
import { type Day, dayOf, isoOf } from '../data/day.ts';
import { sessionsUntilEnded } from '../data/late.ts';
import type { Column } from '../metrics/column.ts';
import { type Context, evaluateAt } from '../metrics/evaluate.ts';
import { ExpressionError } from '../metrics/expression.ts';
import { baseRateOf } from './base-rate.ts';
import { type Condition, meets, parseCondition } from './call-condition.ts';
import type { CallMark, Scored } from './call-mark.ts';
import { sinceMade } from './call-windows.ts';
import type { ColumnOf } from './mark-current.ts';
import type { CallRecord } from './record.ts';
import { valued } from './valued.ts';

/** What a call is scored on: a snapshot, all of it. */
export interface ScoreContext extends Omit<Context, 'asOf'> {
  /** The last day of any series of the snapshot. */
  newest: Day;
  columnOf: ColumnOf;
}

/** What is fixed of a call that can be scored. */
interface Bet {
  metric: string;
  condition: Condition;
  made: Day;
  due: Day;
}

export function scoreCall(call: CallRecord, context: ScoreContext): CallMark {
  const { id, metric, expects, due } = call;
  const condition = expects === null ? null : parseCondition(expects);
  if (metric === null || due === null || condition === null)
    return { id, status: 'unscorable', value: null, alternatives: [], path: null, base: null, naive: null };
  const bet = { metric, condition, made: dayOf(call.made), due: dayOf(due) };
  const scored = scoredOn(bet, context);
  return {
    id,
    ...scored,
    alternatives: alternativesOf(call, bet, context),
    path: pathOf(bet, scored, context),
    base: baseRateOf(bet, context),
    naive: call.instead ? naiveOf({ ...bet, metric: call.instead.metric }, context) : null,
  };
}

/**
 * `right` or `wrong` on the first day at or after the one it is due on which the metric has a value, as it was known that day. `void` where
 * the metric ended before: by sessionsUntilEnded sessions or more, so that a table which is only late leaves the call open.
 */
function scoredOn({ metric, condition, due }: Bet, context: ScoreContext): Scored {
  const { newest, columnOf, calendar } = context;
  const column = columnOf(metric);
  const days = typeof column === 'string' ? [] : Array.from(column.days).filter((_day, i) => Number.isFinite(column.values[i]));
  for (const day of days.filter((one) => one >= due)) {
    const found = valueAsKnown(metric, day, context);
    if (!found) continue;
    return { status: meets(found.value, condition, found.unit) ? 'right' : 'wrong', value: valued(found.value, found.unit, day) };
  }
  const last = days.at(-1);
  const isEnded = newest >= due && (last === undefined || calendar.sessions(last + 1, newest).length >= sessionsUntilEnded);
  return { status: isEnded ? 'void' : 'open', value: null };
}

/** With nothing later to be seen; null where there is no value. */
function valueAsKnown(metric: string, day: Day, context: ScoreContext): Pick<ReturnType<typeof evaluateAt>, 'value' | 'unit'> | null {
  try {
    return evaluateAt(metric, day, { ...context, asOf: day });
  } catch (fault) {
    if (fault instanceof ExpressionError) return null;
    throw fault;
  }
}

/** Every metric on every day but the pair it is scored by. A window that moves begins, on another day, where the call was made too. */
function alternativesOf({ also = [], or = [] }: CallRecord, bet: Bet, context: ScoreContext): CallMark['alternatives'] {
  const days = [bet.due, ...also.map(dayOf)].sort((a, b) => a - b);
  return [bet.metric, ...or.map(({ metric }) => metric)].flatMap((metric) =>
    days.flatMap((due) => {
      if (metric === bet.metric && due === bet.due) return [];
      const read = due === bet.due ? metric : sinceMade(metric, bet.made, bet.due, context.calendar);
      return [{ metric: read, due: isoOf(due), ...scoredOn({ ...bet, metric: read, due }, context) }];
    }),
  );
}

/** From the day it was made to that on which it was scored, or to the newest there is. */
function pathOf({ metric, condition, made, due }: Bet, { value }: Scored, context: ScoreContext): CallMark['path'] {
  const read = sinceMade(metric, made, due, context.calendar);
  const to = value === null ? Math.min(due, context.newest) : dayOf(value.at);
  const column = context.columnOf(read);
  if (typeof column === 'string' || !hasDayIn(column, made, to)) return null;
  const { lines, digest } = figureData([read], made, to, { ...context, asOf: to });
  const [{ days, values, unit }] = lines;
  const after = Array.from(days.keys()).filter((i) => days[i] > made);
  return {
    metric: read,
    from: isoOf(days[0]),
    to: isoOf(days[days.length - 1]),
    sessions: after.length,
    held: after.filter((i) => meets(values[i], condition, unit)).length,
    digest,
  };
}

const hasDayIn = ({ days, values }: Column, from: Day, to: Day): boolean =>
  days.some((day, i) => day >= from && day <= to && Number.isFinite(values[i]));

function naiveOf(bet: Bet, context: ScoreContext): CallMark['naive'] {
  return { metric: bet.metric, ...scoredOn(bet, context), base: baseRateOf(bet, context) };
}
