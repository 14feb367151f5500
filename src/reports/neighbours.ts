/**
 * How much a statement depends on the window it chose: the share of neighbouring windows, both ends moved by up to
 * five sessions, for which the same words would still hold.
 */
import type { Subject } from '../assertions/subject.ts';
import { verify } from '../assertions/verify.ts';
import { dayOf, isoOf } from '../data/day.ts';
import { evaluateAt } from '../metrics/evaluate.ts';
import { ExpressionError } from '../metrics/expression.ts';
import type { ComputedRecord } from './record.ts';
import type { WordsContext } from './report-context.ts';
import { subjectOf } from './subject-of.ts';

/** Sessions by which an end is moved, either way. */
const REACH = 5;

const FIXED_WINDOW = /\bfrom (\d{4}-\d{2}-\d{2}) to (\d{4}-\d{2}-\d{2})\b|\bsince (\d{4}-\d{2}-\d{2})\b/;

/** Null where the metric has no window with fixed ends, or the words give only a number. Ends that fall beyond the data or the report's day are left out. */
export function neighboursOf(words: string, subject: Subject, context: Omit<WordsContext, 'source'>): ComputedRecord['neighbours'] | null {
  const window = FIXED_WINDOW.exec(subject.metric);
  // An exact number is that of its own window: there is nothing to ask of another.
  if (!window || verify(words, subject, 'comparisons').checks.length === 0) return null;
  const [whole, from, to, since] = window;
  const starts = sessionsAround(from ?? since, context);
  const ends = to === undefined ? [null] : sessionsAround(to, context);
  let windows = 0;
  let holding = 0;
  for (const start of starts) {
    for (const end of ends) {
      const moved = end === null ? `since ${start}` : `from ${start} to ${end}`;
      const holds = end !== null && start >= end ? null : holdsFor(words, subject, subject.metric.replaceAll(whole, moved), context);
      if (holds === null) continue;
      windows++;
      if (holds) holding++;
    }
  }
  return windows === 0 ? null : { windows, holding };
}

function sessionsAround(iso: string, { calendar, asOf }: Pick<WordsContext, 'calendar' | 'asOf'>): string[] {
  const day = dayOf(iso);
  const before = calendar.sessions(day - 3 * REACH, day).slice(-REACH - 1);
  const after = calendar.sessions(day + 1, Math.min(asOf, day + 3 * REACH)).slice(0, REACH);
  return [...before, ...after].map(isoOf);
}

/** Null where the metric has no value for that window, or the words compare nothing. */
function holdsFor(words: string, subject: Subject, metric: string, context: Omit<WordsContext, 'source'>): boolean | null {
  try {
    const found = evaluateAt(metric, subject.at, context);
    const { checks } = verify(words, { ...subjectOf(metric, subject.at, found, context), ofOthers: subject.ofOthers }, 'comparisons');
    return checks.length === 0 ? null : checks.every(({ ok }) => ok);
  } catch (fault) {
    if (fault instanceof ExpressionError) return null;
    throw fault;
  }
}
