/** What a metric is on a day, where it stands among all its values, and what may be said of it: computed by what checks reports. */
import { historyOf as earlierOf, type History, latestAsGood } from '../assertions/checks/history.ts';
import type { Subject } from '../assertions/subject.ts';
import { type TruePhrase, truePhrases } from '../assertions/true-phrases.ts';
import { type Day, isoOf } from '../data/day.ts';
import { type Expression, parseExpression } from '../metrics/expression.ts';
import { formatShown, formatValue } from '../metrics/format.ts';
import { headingOf, meaningOf } from '../metrics/heading.ts';
import { printExpression, replaced } from '../metrics/print-expression.ts';
import { shapeOf } from '../metrics/shape.ts';
import type { Unit } from '../metrics/units.ts';
import { type AskDesk, type Asked, ask, factOf, sessionAsked, withPlace } from './ask.ts';
import { inputRecords } from './inputs.ts';
import { historyOf } from './metric-history.ts';
import { neighboursOf } from './neighbours.ts';
import type { InputRecord } from './record.ts';
import { type Said, saidOf } from './said.ts';
import { type Valued, valued } from './valued.ts';

/** A phrase that is true, as it is pasted into a report. */
export interface Sayable extends TruePhrase {
  fact: string;
}

export interface MetricAnswer {
  /** The expression, always written the same way. */
  metric: string;
  title: string;
  meaning: string;
  /** The session that was used. */
  at: string;
  /** The day that was asked for, where it is another. */
  asked: string | null;
  snapshot: string;
  /** At full precision; a day as an ISO date. */
  value: number | string;
  unit: Unit;
  /** As a Fact without words prints it. */
  display: string;
  /** As it stands alone: with its sign, and with a decimal more where the house's would leave nothing of it. */
  shown: string;
  window: { from: string; to: string };
  /** True where both ends of a window are fixed: on every later day the value is the same, and has no place among those. */
  isFixed: boolean;
  /** Ends of a window that are no sessions, with those used instead. */
  snapped: { bound: string; used: string }[];
  /** The largest has rank 1. */
  place: { rank: number; of: number; equal: number; noun: string; since: string } | { why: string };
  /** The last value before it that is at least as large, and as small; null where the data have none. */
  before: { asLarge: Valued | null; asSmall: Valued | null };
  inputs: InputRecord[];
  /** The most remarkable first. */
  phrases: Sayable[];
  /** What the author would say of it, each held against it. */
  said: Said[];
}

/**
 * @param expression as written
 * @param at the last day that may be seen; null for the last one of the snapshot
 * @param says phrases that are held against it
 * @throws Fault with the place in the expression where it is wrong or has no value
 */
export function answerOf(expression: string, at: Day | null, desk: AskDesk, says: readonly string[] = []): MetricAnswer {
  const session = sessionAsked(at, desk);
  return withPlace(expression, () => {
    // Read as written, so that a fault has its place in what was written.
    const { found } = ask(expression, session, desk);
    const asked = ask(withSessions(expression, found), session, desk);
    const { metric, context, subject } = asked;
    const { day, value, unit, column } = found;
    const isFixed = shapeOf(metric).windows.some(({ bounds }) => bounds?.length === 2);
    const [from, to] = column.reach(column.days.length - 1);
    return {
      metric,
      title: headingOf(metric, context),
      meaning: meaningOf(metric, context),
      at: isoOf(day),
      asked: at === null || at === day ? null : isoOf(at),
      snapshot: desk.snapshot.id,
      value: unit === 'date' ? isoOf(value) : value,
      unit,
      display: formatValue(value, unit),
      shown: formatShown(value, unit),
      window: { from: isoOf(from), to: isoOf(to) },
      isFixed,
      snapped: found.snapped.map(({ bound, used }) => ({ bound: isoOf(bound), used: isoOf(used) })),
      place: isFixed ? { why: FIXED } : placeOf(asked),
      before: isFixed ? { asLarge: null, asSmall: null } : { asLarge: lastAsGood(subject, 1), asSmall: lastAsGood(subject, -1) },
      inputs: inputRecords(found.inputs),
      phrases: sayable(asked).map((phrase) => ({ ...phrase, fact: factOf(metric, day, phrase, desk) })),
      said: says.map((words) => saidOf(words, asked, desk)),
    };
  });
}

const FIXED = 'The window is fixed: the value is the same on every later day.';

/** The expression as it is always written, its windows from session to session: a report warns of other ends. */
function withSessions(expression: string, { snapped }: Asked['found']): string {
  const sessionFor = (bound: Day): string => isoOf(snapped.find((one) => one.bound === bound)?.used ?? bound);
  const change = (part: Expression): Expression | null => {
    if (part.kind !== 'window' || !part.window.bounds) return null;
    const [from, to] = part.window.bounds.map(sessionFor);
    return parseExpression(to === undefined ? `since ${from}` : `from ${from} to ${to}`);
  };
  return printExpression(replaced(parseExpression(expression), change));
}

function placeOf({ metric, found, context }: Asked): MetricAnswer['place'] {
  const history = historyOf(metric, found.day, context);
  if ('why' in history) return history;
  const { line, larger, equal, noun } = history;
  return { rank: larger + 1, of: line.values.length, equal, noun, since: isoOf(line.days[0]) };
}

function lastAsGood(subject: Subject, sign: History['sign']): Valued | null {
  const history = earlierOf(subject, sign);
  const i = latestAsGood(history);
  return i < 0 ? null : valued(history.values[i], subject.unit, history.days[i]);
}

/** The phrases that hold and that do not depend on the ends that a window happens to have. */
function sayable({ subject, context }: Asked): TruePhrase[] {
  return truePhrases(subject).filter(({ text }) => {
    const neighbours = neighboursOf(text, subject, context);
    return !neighbours || neighbours.holding * 2 >= neighbours.windows;
  });
}
