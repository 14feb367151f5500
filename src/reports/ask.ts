/** What is asked of the data, outside of any report: on which snapshot, and on which day. */
import type { Subject } from '../assertions/subject.ts';
import type { TruePhrase } from '../assertions/true-phrases.ts';
import { type Day, isoOf } from '../data/day.ts';
import { lastDayOf, type Snapshot } from '../data/snapshot.ts';
import { error, Fault } from '../finding.ts';
import { type Context, evaluateAt, evaluateColumn, seriesUsed, type ValueAt } from '../metrics/evaluate.ts';
import { ExpressionError } from '../metrics/expression.ts';
import { endSentence } from './compute.ts';
import type { SeriesDesk } from './series-examples.ts';
import { subjectOf } from './subject-of.ts';

export interface AskDesk extends SeriesDesk {
  /** What the desk calls its series besides their titles. */
  names: ReadonlyMap<string, readonly string[]>;
}

/** A metric on the last day, up to the one that is asked for, on which it has a value. */
export interface Asked {
  metric: string;
  found: ValueAt;
  subject: Subject;
  context: Context & Pick<AskDesk, 'names'> & { published: Day; snapshot: Snapshot };
}

/**
 * The session that is asked for.
 * @throws Fault for a day after the snapshot
 */
export function sessionAsked(at: Day | null, { snapshot, calendar }: AskDesk): Day {
  const last = lastDayOf(snapshot);
  if (at !== null && at > last)
    throw new Fault(
      error('at', { path: '--at' }, `the snapshot ${snapshot.id} ends on ${isoOf(last)}, before ${isoOf(at)}. Ask for an earlier day.`),
    );
  return calendar.lastSessionBy(at ?? last);
}

/** @throws ExpressionError where the metric is wrong, or has no answer */
export function ask(metric: string, session: Day, desk: AskDesk): Asked {
  const { snapshot, calendar, named, names } = desk;
  const known = { snapshot, calendar, named, names, asOf: session };
  const { days } = evaluateColumn(metric, known).column;
  const day = days[days.length - 1];
  if (day === undefined) {
    const begin = Math.max(...seriesUsed(metric, known).map((series) => series.days[0] ?? session));
    throw new ExpressionError('metric-no-day', 0, `${metric} has no value by ${isoOf(session)}. The data begin on ${isoOf(begin)}`);
  }
  const context = { ...known, asOf: day, published: day };
  const found = evaluateAt(metric, day, context);
  return { metric, found, subject: subjectOf(metric, day, found, context), context };
}

/** @throws Fault, with the place in the expression, in the place of an ExpressionError */
export function withPlace<T>(expression: string, attempt: () => T): T {
  try {
    return attempt();
  } catch (fault) {
    if (!(fault instanceof ExpressionError)) throw fault;
    throw new Fault(error(fault.rule, { path: expression, line: 1, column: fault.offset + 1 }, endSentence(fault.message)));
  }
}

/** As a report has it. `at` is written unless it is the day on which a report of the whole snapshot stands. */
export function factOf(
  metric: string,
  at: Day,
  { text, over }: Pick<TruePhrase, 'text' | 'over'>,
  { snapshot, calendar }: AskDesk,
): string {
  const isLast = at === calendar.lastSessionBy(lastDayOf(snapshot));
  const attributes = [`m="${metric}"`, ...(isLast ? [] : [`at="${isoOf(at)}"`]), ...(over ? [`over="${over}"`] : [])];
  return `<Fact ${attributes.join(' ')}>${text}</Fact>`;
}
