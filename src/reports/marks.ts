/**
 * Marked to market: every assertion of every report evaluated three times. On its own snapshot it must give the record, for ever. On
 * the newest snapshot, on the same days, it differs only where data were revised. On the newest day it says what became of it since.
 */
import { readReport } from '../assertions/read.ts';
import { parseCheckedYaml } from '../checked-yaml.ts';
import { lastSessionOf } from '../data/bond-sessions.ts';
import { type Day, dayOf, isoOf } from '../data/day.ts';
import { sha256 } from '../data/hash.ts';
import type { Snapshot } from '../data/snapshot.ts';
import { error, Fault, type Finding } from '../finding.ts';
import { type Context, evaluateColumn } from '../metrics/evaluate.ts';
import { ExpressionError } from '../metrics/expression.ts';
import type { CallMark } from './call-mark.ts';
import type { Desk, ReportFile } from './compile.ts';
import { type Answer, evaluateReport, type Stated, statedIn } from './evaluate-report.ts';
import { type FrontMatter, frontMatterSchema } from './front-matter.ts';
import { isLiving } from './living.ts';
import { type ColumnOf, type CurrentMark, markCurrent } from './mark-current.ts';
import { markRenewed } from './mark-renewed.ts';
import { markRestated, type RestatedMark } from './mark-restated.ts';
import type { CallRecord, InputRecord, MetricsRecord } from './record.ts';
import { plainText, richTextOf } from './rich-text.ts';
import { type ScoreContext, scoreCall } from './score-call.ts';
import { type Since, sincePublication } from './since-publication.ts';

/** A report with the record that was committed for it, null where there is none. */
export interface Published {
  file: ReportFile;
  record: MetricsRecord | null;
}

/** `drifted`: the pinned snapshot no longer gives what the record says, which is a bug. */
export type PinnedMark = 'as-recorded' | 'drifted';

export interface AssertionMarks {
  id: string;
  kind: 'fact' | 'reported';
  line: number;
  /** As the report prints it. */
  text: string;
  metric: string;
  at: string;
  /** The rows its value rests on, in the newer snapshot; in the record's where it has no value there. */
  inputs: InputRecord[];
  pinned: PinnedMark;
  restated: RestatedMark;
  current: CurrentMark;
}

export interface FigureMarks {
  id: string;
  line: number;
  title: string;
  pinned: PinnedMark;
  restated: { mark: 'unchanged' | 'restated' | 'no-value'; digest: string | null };
}

export interface CallMarks extends Pick<CallRecord, 'id' | 'line' | 'text' | 'by' | 'metric' | 'expects' | 'due'> {
  mark: CallMark;
}

export interface ReportMarks {
  slug: string;
  path: string;
  title: string;
  published: string;
  /** Hash of the text that was marked. */
  text: string;
  /** Id of the snapshot of its record. */
  snapshot: string;
  /** The day it speaks of: of a living report the last session of the snapshot it is marked on. */
  asOf: string;
  living: boolean;
  assertions: AssertionMarks[];
  figures: FigureMarks[];
  calls: CallMarks[];
  /** What its pair of series has done since; null where it names none, or one of them is gone. */
  since: Since | null;
}

export interface Marks {
  snapshot: Snapshot;
  /** The last day of any of its series. */
  newest: string;
  /** Reports whose record is of a later snapshot left out: there is nothing newer for them. */
  reports: ReportMarks[];
  /** Reports that can't be marked: without a record, or with that of another text. */
  findings: Finding[];
}

/** What is known of a report's marks already, or computed then. */
export type RecallMarks = (published: Published & { record: MetricsRecord }, compute: () => ReportMarks) => ReportMarks;

/** Marks of all reports on a snapshot. Pure: snapshots come from the desk, and what is known already from `recall`. */
export function markReports(
  desk: Desk,
  reports: readonly Published[],
  snapshot: Snapshot,
  recall: RecallMarks = (_published, compute) => compute(),
): Marks {
  const findings: Finding[] = [];
  const newest = Math.max(...[...snapshot.series.values()].map(({ days }) => days[days.length - 1] ?? 0));
  const columnOf = columnsOf(desk, snapshot, newest);
  const marked = reports.flatMap(({ file, record }) => {
    if (!record || record.text !== sha256(file.text)) {
      const wrong = record ? 'the record is of another text.' : 'the report has no record.';
      findings.push(error('unmarked', { path: file.path }, `${wrong} Run 'npm run metrics -- ${file.slug}'.`));
      return [];
    }
    if (record.snapshot.id > snapshot.id) return [];
    try {
      return [recall({ file, record }, () => markReport(file, record, desk, snapshot, newest, columnOf))];
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      findings.push(...fault.findings);
      return [];
    }
  });
  return { snapshot, newest: isoOf(newest), reports: marked, findings };
}

function markReport(file: ReportFile, record: MetricsRecord, desk: Desk, snapshot: Snapshot, newest: Day, columnOf: ColumnOf): ReportMarks {
  const report = readReport(file.text, file.path, file.files);
  const head = parseCheckedYaml(report.frontMatter.text, file.path, frontMatterSchema, report.frontMatter.line);
  const living = isLiving(head.value);
  const published = dayOf(head.value.published);
  const daysOf = (asOf: Day): { asOf: Day; published: Day } => ({ asOf, published: Math.max(published, asOf) });
  const [recorded, asOf] = [dayOf(record.asOf), living ? lastSessionOf(snapshot.manifest) : dayOf(record.asOf)];
  const pinned = desk.snapshot(record.snapshot.id);
  const own = evaluateReport(report, record, daysOf(recorded), desk, pinned);
  const newer = snapshot === pinned ? own : evaluateReport(report, record, daysOf(asOf), desk, snapshot);
  const mark = living ? markRenewed : markRestated;
  const printed = new Map(record.assertions.map(({ id, text }) => [id, text]));
  const title = report.blocks.filter(({ role }) => role === 'title').flatMap(richTextOf);
  return {
    slug: file.slug,
    path: file.path,
    title: plainText(title, printed),
    published: head.value.published,
    text: record.text,
    snapshot: record.snapshot.id,
    asOf: isoOf(asOf),
    living,
    assertions: statedIn(report, record).map((stated) =>
      markAssertion(stated, answerIn(own.answers, stated), answerIn(newer.answers, stated), mark, columnOf),
    ),
    figures: record.figures.map(({ id, line, title, digest }) => {
      const now = newer.digests.get(id) ?? null;
      const restated = { mark: now === null ? 'no-value' : now === digest ? 'unchanged' : 'restated', digest: now } as const;
      return { id, line, title, pinned: own.digests.get(id) === digest ? 'as-recorded' : 'drifted', restated };
    }),
    calls: record.assertions.flatMap((assertion) =>
      assertion.kind === 'call' ? [markCall(assertion, { snapshot, calendar: desk.calendar, named: desk.named, newest, columnOf })] : [],
    ),
    since: markPair(head.value, { ...desk, snapshot, asOf: newest }),
  };
}

function markPair({ pair, asOf }: FrontMatter, context: Context): Since | null {
  if (!pair || asOf === 'latest') return null;
  return valueOrNull(() => sincePublication(pair, dayOf(asOf), context));
}

function valueOrNull<T>(evaluate: () => T): T | null {
  try {
    return evaluate();
  } catch (fault) {
    if (fault instanceof ExpressionError) return null;
    throw fault;
  }
}

const answerIn = (answers: ReadonlyMap<string, Answer>, { element }: Stated): Answer =>
  answers.get(element.id) ?? { computed: null, why: 'it was not evaluated' };

function markAssertion(stated: Stated, own: Answer, newer: Answer, mark: typeof markRestated, columnOf: ColumnOf): AssertionMarks {
  const { element, record } = stated;
  const { id, kind, line, text } = record;
  const { metric, at, inputs } = record.kind === 'fact' ? record : record.ours;
  const holds = 'status' in newer && (newer.status === 'verified' || newer.status === 'holds');
  return {
    id,
    kind,
    line,
    text,
    metric,
    at: newer.computed?.record.at ?? at,
    inputs: newer.computed?.record.inputs ?? inputs,
    pinned: isAsRecorded(record, own) ? 'as-recorded' : 'drifted',
    restated: mark(stated, own, newer),
    current: markCurrent(metric, holds ? element.text : null, newer.computed, columnOf, element.attributes.get('format')?.value),
  };
}

/** Everything but how it depends on its window, which `check` compares. */
function isAsRecorded(record: Stated['record'], answer: Answer): boolean {
  if (!answer.computed || record.status !== answer.status) return false;
  const recorded: Record<string, unknown> = record.kind === 'fact' ? record : record.ours;
  return Object.entries(answer.computed.record).every(([key, value]) => JSON.stringify(value) === JSON.stringify(recorded[key]));
}

function markCall(call: CallRecord, context: ScoreContext): CallMarks {
  const { id, line, text, by, metric, expects, due } = call;
  return { id, line, text, by, metric, expects, due, mark: scoreCall(call, context) };
}

/** Each metric is computed once, however many assertions ask for it. */
function columnsOf({ calendar, named }: Desk, snapshot: Snapshot, asOf: Day): ColumnOf {
  const known = new Map<string, ReturnType<ColumnOf>>();
  return (metric) => {
    const column = known.get(metric) ?? columnOrWhy(() => evaluateColumn(metric, { snapshot, calendar, named, asOf }).column);
    known.set(metric, column);
    return column;
  };
}

function columnOrWhy(evaluate: () => Exclude<ReturnType<ColumnOf>, string>): ReturnType<ColumnOf> {
  try {
    return evaluate();
  } catch (fault) {
    if (fault instanceof ExpressionError) return fault.message;
    throw fault;
  }
}
