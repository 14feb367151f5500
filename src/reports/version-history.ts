/** The versions of a report as readers see them: each with its day, what made it, and what is another in it than in the one before. */
import { newestFirst } from './correction.ts';
import type { Correction } from './front-matter.ts';
import type { Report } from './library.ts';
import { formatRecord } from './record.ts';
import { changedSentences, type SentenceChange } from './text-changes.ts';
import type { VersionRecord } from './version.ts';

type Assertion = VersionRecord['assertions'][number];

/** A statement that is another than before, new, or gone. */
export interface StatementChange {
  was: Assertion | null;
  now: Assertion | null;
}

export interface Version {
  number: number;
  /** The day on which it was published: that of its last entry, else of its snapshot; of the first the day of the report. */
  date: string;
  record: VersionRecord;
  /** As it is published. */
  text: string;
  /** The entries that came with it, newest first. */
  entries: { correction: Correction; anchor: string }[];
  /** Null of the first. */
  changes: { sentences: SentenceChange[]; statements: StatementChange[]; figures: string[]; isRepinned: boolean } | null;
}

/** From the first to the one that stands in the page. */
export function versionsOf({ frontMatter, record, earlier }: Pick<Report, 'frontMatter' | 'record' | 'earlier'>): Version[] {
  const all = [...earlier, { record: record as VersionRecord, text: formatRecord(record) }];
  const told = newestFirst(frontMatter.corrections);
  return all.map(({ record: own, text }, index) => {
    const before = all[index - 1]?.record ?? null;
    const entries = told.filter(({ correction }) => {
      const place = frontMatter.corrections.indexOf(correction);
      return place >= (before?.corrections.length ?? 0) && place < own.corrections.length;
    });
    const date = entries[0]?.correction.date ?? (before ? own.snapshot.id : frontMatter.published);
    return {
      number: index + 1,
      date: before ? date : frontMatter.published,
      record: own,
      text,
      entries,
      changes: before && changesIn(before, own),
    };
  });
}

function changesIn(before: VersionRecord, after: VersionRecord): NonNullable<Version['changes']> {
  const digests = new Map(before.figures.map(({ id, digest, title }) => [id, `${digest} ${title}`]));
  return {
    sentences: changedSentences(before.sentences, after.sentences),
    statements: changedStatements(before.assertions, after.assertions),
    figures: after.figures.flatMap(({ id, digest, title }) => (digests.get(id) === `${digest} ${title}` ? [] : [title])),
    isRepinned: before.snapshot.id !== after.snapshot.id || before.asOf !== after.asOf,
  };
}

/**
 * Those that state the same are no change, whatever their ids: a numbered one has another where one was put in before it. Of the rest
 * the id says which is which.
 */
function changedStatements(before: readonly Assertion[], after: readonly Assertion[]): StatementChange[] {
  const old = Map.groupBy(before, statedBy);
  const others = after.filter((assertion) => old.get(statedBy(assertion))?.shift() === undefined);
  const left = [...old.values()].flat();
  const changed = others.map(
    (now): StatementChange => ({ was: left.find(({ id, kind }) => id === now.id && kind === now.kind) ?? null, now }),
  );
  const paired = new Set(changed.map(({ was }) => was));
  return [...changed, ...left.filter((was) => !paired.has(was)).map((was) => ({ was, now: null }))];
}

/** All that a statement says and rests on, apart from its id and its place. */
function statedBy(assertion: Assertion): string {
  const { kind, text, status } = assertion;
  const basis = (computed: { metric: string; exact: string } | null): unknown => computed && [computed.metric, computed.exact];
  if (kind === 'fact') return JSON.stringify([kind, text, status, basis(assertion)]);
  const { by, source } = assertion;
  if (kind === 'reported') return JSON.stringify([kind, text, status, by, source, basis(assertion.ours)]);
  if (kind === 'quote') return JSON.stringify([kind, text, by, source]);
  return JSON.stringify([kind, text, status, by, source, assertion.metric, assertion.expects, assertion.due]);
}
