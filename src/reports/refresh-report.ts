/**
 * What a refresh brought: new rows, revised values, and what these did to the statements of every report. Only what is another than on
 * the snapshot before is told, so that each change is told once.
 */
import { z } from 'zod';
import { seriesUnit } from '../data/manifest.ts';
import { snapshotChanges } from '../data/snapshot-changes.ts';
import { draftCorrection } from './correction-draft.ts';
import { correctionSchema } from './front-matter.ts';
import type { AssertionMarks, Marks, ReportMarks } from './marks.ts';
import { valuedSchema as valued } from './valued.ts';

const snapshotSchema = z.strictObject({
  id: z.string(),
  hash: z.string(),
  /** The last day of any of its series. */
  newest: z.string(),
});

const turnover = z.strictObject({ added: z.array(z.string()), gone: z.array(z.string()) });

const place = {
  id: z.string(),
  line: z.int(),
  /** The words in the report. */
  text: z.string(),
};

const moved = z.strictObject({
  ...place,
  kind: z.enum(['fact', 'reported']),
  metric: z.string(),
  /** `moved` and `stopped` are of living reports: what holds on the new data, and what does not. */
  mark: z.enum(['unchanged', 'restated', 'broken-by-revision', 'no-value', 'moved', 'stopped']),
  was: valued.nullable(),
  now: valued.nullable(),
  /** What the report prints and what it would have to; null where that is the same. `now` is null where no words could be drafted. */
  printed: z.strictObject({ was: z.string(), now: z.string().nullable() }).nullable(),
  /** Where it is another than the report says: its status now. */
  status: z.string().nullable(),
  why: z.array(z.string()),
  /** For a person to approve; null where none is asked for, or none could be drafted. */
  correction: correctionSchema.nullable(),
});

const superlative = z.strictObject({
  ...place,
  kind: z.enum(['fact', 'reported']),
  metric: z.string(),
  at: z.string(),
  /** The superlative among the words. */
  words: z.string(),
  /** The first value as good, before and now; null where there is none. */
  was: valued.nullable(),
  now: valued.nullable(),
});

const figure = z.strictObject({
  id: z.string(),
  line: z.int(),
  title: z.string(),
  /** Digests of its points; null where it can't be drawn. */
  was: z.string().nullable(),
  now: z.string().nullable(),
});

const call = z.strictObject({
  ...place,
  by: z.string(),
  metric: z.string().nullable(),
  expects: z.string().nullable(),
  due: z.string().nullable(),
  outcome: z.enum(['right', 'wrong', 'void']),
  /** What it was scored by, on its day; null where it is void. */
  value: valued.nullable(),
});

const report = z.strictObject({
  slug: z.string(),
  title: z.string(),
  path: z.string(),
  /** Of a living report: the day it spoke of, and the one it speaks of now; null of one that is pinned. */
  living: z.strictObject({ was: z.string().nullable(), now: z.string() }).nullable(),
  /** Assertions whose value or mark is another than before, in the order of the text. */
  moved: z.array(moved),
  superlatives: z.array(superlative),
  figures: z.array(figure),
  /** Calls that fell due and could be scored, or never can be. */
  due: z.array(call),
});

export const refreshReportSchema = z.strictObject({
  before: snapshotSchema,
  after: snapshotSchema,
  rows: z.array(z.strictObject({ resource: z.string(), title: z.string(), rows: z.int(), first: z.string(), last: z.string() })),
  revised: z.array(
    z.strictObject({
      resource: z.string(),
      series: z.string(),
      title: z.string(),
      publisher: z.string(),
      unit: seriesUnit,
      date: z.string(),
      was: z.number().nullable(),
      now: z.number().nullable(),
    }),
  ),
  resources: turnover,
  series: turnover,
  /** Reports of which there is anything to tell. */
  reports: z.array(report),
});

export type RefreshReport = z.infer<typeof refreshReportSchema>;
export type ReportChanges = RefreshReport['reports'][number];
export type Moved = ReportChanges['moved'][number];

/**
 * @param before marks on the snapshot that was the newest
 * @param after marks of the same reports on the new one
 */
export function refreshReport(before: Marks, after: Marks): RefreshReport {
  const changes = snapshotChanges(before.snapshot, after.snapshot);
  const old = new Map(before.reports.map((marks) => [marks.slug, marks]));
  return {
    before: snapshotOf(before),
    after: snapshotOf(after),
    ...changes,
    reports: after.reports
      .map((marks) => reportChanges(old.get(marks.slug), marks, after.snapshot.id, changes.revised))
      .filter(({ moved, superlatives, figures, due }) => [moved, superlatives, figures, due].some((list) => list.length > 0)),
  };
}

/** True where there is nothing to tell. */
export function isEmpty({ rows, revised, resources, series, reports }: RefreshReport): boolean {
  return [rows, revised, reports, resources.added, resources.gone, series.added, series.gone].every((list) => list.length === 0);
}

function snapshotOf({ snapshot: { id, hash }, newest }: Marks): RefreshReport['before'] {
  return { id, hash, newest };
}

/** @param old its marks on the snapshot before; none for a report that could not be marked there */
function reportChanges(old: ReportMarks | undefined, marks: ReportMarks, date: string, revised: RefreshReport['revised']): ReportChanges {
  const oldAssertions = new Map(old?.assertions.map((one) => [one.id, one]));
  const oldFigures = new Map(old?.figures.map((one) => [one.id, one.restated.digest]));
  const oldCalls = new Map(old?.calls.map((one) => [one.id, one.mark.status]));
  const { slug, title, path } = marks;
  return {
    slug,
    title,
    path,
    living: marks.living ? { was: old?.asOf ?? null, now: marks.asOf } : null,
    moved: marks.assertions.flatMap((now) => {
      const was = oldAssertions.get(now.id);
      return was && isMoved(was, now) ? [movedOf(was, now, date, revised)] : [];
    }),
    superlatives: marks.assertions.flatMap((now) => superlativesOf(oldAssertions.get(now.id), now)),
    figures: marks.figures.flatMap(({ id, line, title: ofFigure, restated: { digest } }) => {
      const was = oldFigures.get(id);
      return was === undefined || was === digest ? [] : [{ id, line, title: ofFigure, was, now: digest }];
    }),
    due: marks.calls.flatMap(({ mark: { status, value }, ...one }) =>
      status === 'open' || status === 'unscorable' || status === oldCalls.get(one.id) ? [] : [{ ...one, outcome: status, value }],
    ),
  };
}

/** What stopped being true is told until it is put right. */
function isMoved({ restated: was }: AssertionMarks, { restated: now }: AssertionMarks): boolean {
  return (
    now.mark === 'stopped' ||
    was.mark !== now.mark ||
    was.value?.value !== now.value?.value ||
    was.text?.now !== now.text?.now ||
    was.status !== now.status
  );
}

function movedOf(was: AssertionMarks, now: AssertionMarks, date: string, revised: RefreshReport['revised']): Moved {
  const { id, line, text, kind, metric, restated } = now;
  return {
    id,
    line,
    text,
    kind,
    metric,
    mark: restated.mark,
    was: was.restated.value,
    now: restated.value,
    printed: restated.text,
    status: restated.status,
    why: restated.why,
    correction: draftCorrection(now, date, revised),
  };
}

function superlativesOf(before: AssertionMarks | undefined, after: AssertionMarks): ReportChanges['superlatives'] {
  const { id, line, text, kind, metric, at } = after;
  return after.current.superlatives.flatMap(({ words, beaten: now }, i) => {
    const was = before?.current.superlatives[i]?.beaten ?? null;
    return was?.at === now?.at ? [] : [{ id, line, text, kind, metric, at, words, was, now }];
  });
}
