/**
 * What became of every published report on the newest snapshot: the committed record `data/metrics/marks.json`. Reports and their own
 * records stay as they were published; this one changes with every snapshot, and pages take from it all that they say of 'since'.
 */
import { z } from 'zod';
import { dayOf } from '../data/day.ts';
import { callMarkSchema } from './call-mark.ts';
import type { AssertionMarks, Marks, ReportMarks } from './marks.ts';
import { type Since, sinceSchema } from './since-publication.ts';
import { valuedSchema } from './valued.ts';

const lapseSchema = z.strictObject({
  /** The words that no longer hold: a superlative among those of the statement, or all of them. */
  words: z.string(),
  cause: z.enum(['superseded', 'revision']),
  /** The day on which it was beaten, or that of the snapshot that revised what it rests on. */
  on: z.string(),
  /** Calendar days from publication to then. */
  days: z.int(),
  /** What beat it, or what the revised data say; null where they say nothing. */
  by: valuedSchema.nullable(),
});

const statementSchema = z.strictObject({
  id: z.string(),
  /** Its metric on its newest day; null where it has none. */
  latest: valuedSchema.nullable(),
  /** Null while the words hold. */
  lapse: lapseSchema.nullable(),
});

const reportSchema = z.strictObject({
  report: z.string(),
  /** Hash of the text that was marked: the ids of another text may be those of other statements. */
  text: z.string(),
  /** Every Fact, and every Reported with a figure of our own, in the order of the text. */
  statements: z.array(statementSchema),
  /** Every Call, in the order of the text. */
  calls: z.array(callMarkSchema),
  /** What its pair of series has done since; null where it names none. */
  since: sinceSchema.nullable(),
});

export const marksSchema = z.strictObject({
  snapshot: z.strictObject({ id: z.string(), hash: z.string() }),
  /** The last day of any of its series. */
  newest: z.string(),
  reports: z.array(reportSchema),
});

export type MarksRecord = z.infer<typeof marksSchema>;
export type ReportMarksRecord = MarksRecord['reports'][number];
export type StatementMark = z.infer<typeof statementSchema>;
export type Lapse = z.infer<typeof lapseSchema>;

/** The record of the marks on a snapshot. */
export function marksRecord({ snapshot: { id, hash }, newest, reports }: Marks): MarksRecord {
  return { snapshot: { id, hash }, newest, reports: reports.map((report) => reportRecord(report, id)) };
}

function reportRecord(report: ReportMarks, snapshot: string): ReportMarksRecord {
  const statements = report.assertions.map((assertion) => ({
    id: assertion.id,
    latest: assertion.current.value,
    lapse: lapseOf(assertion, report, snapshot),
  }));
  const { slug, text, since } = report;
  return { report: slug, text, statements, calls: report.calls.map(({ mark }) => mark), since };
}

/**
 * The first of what made the words untrue; a revision before all, for then they were not true of their own day. What was beaten by the
 * day of which the report speaks, as 'the highest close' of the Friday before, was known when it was written: no lapse.
 */
function lapseOf({ text, restated, current }: AssertionMarks, { published, asOf }: ReportMarks, snapshot: string): Lapse | null {
  const since = (on: string): number => dayOf(on) - dayOf(published);
  if (restated.mark === 'broken-by-revision')
    return { words: text, cause: 'revision', on: snapshot, days: since(snapshot), by: restated.value };
  const beaten = current.superlatives.flatMap(({ words, beaten: by }) => (by && by.at > asOf ? [{ words, by }] : []));
  const [first] = beaten.sort((a, b) => (a.by.at < b.by.at ? -1 : 1));
  return first ? { words: first.words, cause: 'superseded', on: first.by.at, days: since(first.by.at), by: first.by } : null;
}

/** JSON with one statement, one call and one horizon a line. Byte-stable. */
export function formatMarks({ snapshot, newest, reports }: MarksRecord): string {
  return `{
  "snapshot": ${JSON.stringify(snapshot)},
  "newest": ${JSON.stringify(newest)},
  "reports": ${list(
    reports.map(
      ({ report, text, statements, calls, since }) =>
        `{ "report": ${JSON.stringify(report)}, "text": ${JSON.stringify(text)}, "statements": ${lines(statements)}, "calls": ${lines(calls)}, "since": ${formatSince(since)} }`,
    ),
    '  ',
  )}
}
`;
}

function formatSince(since: Since | null): string {
  if (since === null) return 'null';
  const { pair, base, horizons, figure } = since;
  return `{ "pair": ${JSON.stringify(pair)}, "base": ${JSON.stringify(base)}, "horizons": ${lines(horizons)},\n      "figure": ${JSON.stringify(figure)} }`;
}

/** Entries of a report, each on its line. */
const lines = (items: readonly unknown[]): string =>
  list(
    items.map((one) => JSON.stringify(one)),
    '    ',
  );

/** An array with an entry a line. */
const list = (items: readonly string[], indent: string): string =>
  items.length === 0 ? '[]' : `[\n${items.map((item) => `${indent}  ${item}`).join(',\n')}\n${indent}]`;
