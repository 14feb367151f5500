/** The metric of an assertion, computed on its day: its value, its working, and the subject its words are held against. */
import type { Element } from '../assertions/element.ts';
import type { SourceText } from '../assertions/source-text.ts';
import { type Complaint, type Subject, type Verdict, WARNINGS } from '../assertions/subject.ts';
import { verify } from '../assertions/verify.ts';
import { type Day, dayOf, isIsoDate, isoOf } from '../data/day.ts';
import { error, type Finding, warning } from '../finding.ts';
import { evaluateAt, type ValueAt } from '../metrics/evaluate.ts';
import { ExpressionError, parseExpression } from '../metrics/expression.ts';
import { formatExact, formatValue } from '../metrics/format.ts';
import { inputRecords } from './inputs.ts';
import { neighboursOf } from './neighbours.ts';
import type { ComputedRecord } from './record.ts';
import type { WordsContext } from './report-context.ts';
import { subjectOf } from './subject-of.ts';

/** Rules whose complaints say that the words could not be read. */
const UNREAD: readonly Complaint['rule'][] = ['fact-unclear'];

export interface Computed {
  record: ComputedRecord;
  /** What the words were held against. */
  subject: Subject;
  verdict: Verdict;
  /** True where the words were read and each check agrees. */
  holds: boolean;
  /** True where the words could not be read. */
  unread: boolean;
}

/**
 * The metric and its words, with how much they depend on the window they chose.
 * @param words the author's words or the reporter's; null where the value is printed
 * @returns null (and a finding) where the metric can't be computed
 */
export function computeMetric(element: Element, words: string | null, context: WordsContext, findings: Finding[]): Computed | null {
  const computed = holdMetric(element, words, context, findings);
  const neighbours = words === null || computed === null ? null : neighboursOf(words, computed.subject, context);
  if (!computed || !neighbours) return computed;
  const { verdict, holds, record } = computed;
  if (holds && neighbours.holding * 2 < neighbours.windows) verdict.complaints.push(windowDependent(words ?? '', neighbours));
  return { ...computed, record: { ...record, neighbours } };
}

/** The metric and its words by themselves; see `computeMetric`. */
export function holdMetric(element: Element, words: string | null, context: WordsContext, findings: Finding[]): Computed | null {
  const { id, attributes, offset } = element;
  const { source } = context;
  const metric = attributes.get('m') ?? { value: '', offset };
  const at = readDay(element, context, findings);
  if (at === null) return null;
  const found = evaluated(metric, at, context, id, findings);
  if (!found) return null;
  const over = readOver(element, found, source, findings);
  const subject = { ...subjectOf(metric.value, at, found, context, over), ofOthers: element.name === 'Reported' };
  const verdict: Verdict = words === null ? { checks: [], complaints: [] } : verify(words, subject);
  const holds = verdict.checks.length > 0 && verdict.checks.every(({ ok }) => ok);
  const { value, unit, working } = found;
  const [from, to] = found.column.reach(found.column.days.length - 1);
  return {
    subject,
    verdict,
    holds,
    unread: verdict.complaints.some(({ rule }) => UNREAD.includes(rule)),
    record: {
      metric: metric.value,
      at: isoOf(at),
      value: unit === 'date' ? isoOf(value) : value,
      unit,
      display: formatValue(value, unit, attributes.get('format')?.value),
      exact: formatExact(value, unit),
      words: found.words,
      working,
      window: { from: isoOf(from), to: isoOf(to) },
      checks: verdict.checks,
      inputs: inputRecords(found.inputs),
    },
  };
}

/** The warning that other windows near the one that was chosen would say otherwise. */
export function windowDependent(words: string, { windows, holding }: NonNullable<ComputedRecord['neighbours']>): Complaint {
  const message = `'${words}' depends on the chosen window: with both ends moved by up to five sessions it holds in ${holding} of ${windows}. Give the number itself, or say why these dates.`;
  return { rule: 'window-dependent', offset: 0, message };
}

/** The complaints of a verdict as findings at the place of the words. */
export function complaintFindings(complaints: readonly Complaint[], element: Element, source: SourceText): Finding[] {
  return complaints.map(({ rule, offset, message }) => {
    const place = source.placeOf(element.textOffsets[offset] ?? element.offset);
    return WARNINGS.includes(rule) ? warning(rule, place, message, element.id) : error(rule, place, message, element.id);
  });
}

function readDay({ id, attributes }: Element, { source, asOf }: Pick<WordsContext, 'source' | 'asOf'>, findings: Finding[]): Day | null {
  const at = attributes.get('at');
  if (!at) return asOf;
  const place = source.placeOf(at.offset);
  if (!isIsoDate(at.value)) findings.push(error('at', place, `'${at.value}' is not a date. Write YYYY-MM-DD.`, id));
  else if (dayOf(at.value) > asOf)
    findings.push(error('look-ahead', place, `${at.value} is after the report's asOf, ${isoOf(asOf)}: it could not be known.`, id));
  else return dayOf(at.value);
  return null;
}

/** The values that a range is told of. */
function readOver(
  { id, attributes }: Element,
  { column }: ValueAt,
  source: SourceText,
  findings: Finding[],
): { values: Float64Array; text: string } | undefined {
  const over = attributes.get('over');
  if (!over) return undefined;
  const i = column.days.length - 1;
  try {
    const expression = parseExpression(over.value);
    if (expression.kind === 'window') {
      const first = expression.window.first(column.days, i);
      if (first >= 0)
        return {
          values: column.values.subarray(first, expression.window.end(column.days, i) + 1).filter((value) => !Number.isNaN(value)),
          text: over.value,
        };
    }
  } catch (fault) {
    if (!(fault instanceof ExpressionError)) throw fault;
  }
  findings.push(
    error(
      'over',
      source.placeOf(over.offset),
      `'${over.value}' is not a window that the data reach. Write one such as 5d, 1w, ytd or from 2024-07-09 to 2024-07-16.`,
      id,
    ),
  );
  return undefined;
}

function evaluated(
  metric: { value: string; offset: number },
  at: Day,
  context: WordsContext,
  id: string,
  findings: Finding[],
): ValueAt | null {
  const place = context.source.placeOf(metric.offset);
  try {
    const found = evaluateAt(metric.value, at, context);
    for (const { bound, used } of found.snapped)
      findings.push(
        warning('window-snapped', place, `there is no value on ${isoOf(bound)}; the one of ${isoOf(used)} is used. Write that date.`, id),
      );
    return found;
  } catch (fault) {
    if (!(fault instanceof ExpressionError)) throw fault;
    const [, day] = /The last day before it is (\d{4}-\d{2}-\d{2})\.$/.exec(fault.message) ?? [];
    const message = endSentence(fault.message) + (day ? ` Write at="${day}".` : '');
    findings.push(error(fault.rule, context.source.placeOf(metric.offset + fault.offset), message, id));
    return null;
  }
}

export function endSentence(message: string): string {
  return /[.?!]$/.test(message) ? message : `${message}.`;
}
