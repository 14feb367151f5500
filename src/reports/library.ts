/** What pages read: the reports with their records and the points of their figures. Pages compute no printed value. */
import { join } from 'node:path';
import { isOfBonds } from '../data/bond-sessions.ts';
import type { Calendar } from '../data/calendar.ts';
import { listSnapshots, readSnapshotFile, type Snapshot } from '../data/snapshot.ts';
import { Fault } from '../finding.ts';
import { fingerprintOf, fingerprintOfFiles } from '../memory/fingerprint.ts';
import type { NamedMetric } from '../metrics/evaluate.ts';
import type { Settings } from '../settings.ts';
import { readLedger } from './calls-file.ts';
import type { CallEntry } from './calls-ledger.ts';
import type { Desk } from './compile.ts';
import type { FigureView } from './compile-figure.ts';
import {
  committedMarks,
  compileAll,
  compileHome,
  foldersFrom,
  type OpenDesk,
  openDesk,
  parseRecord,
  publishedReports,
  readRecordText,
} from './desk.ts';
import { keepDrawings } from './drawing-shelf.ts';
import type { FrontMatter, MethodNotes, Person, Source, Term } from './front-matter.ts';
import type { VersionedReport } from './history.ts';
import { inType } from './in-type.ts';
import { type Marks, markReports } from './marks.ts';
import type { MarksRecord, ReportMarksRecord } from './marks-record.ts';
import { type Printed, printedFolder, readPrinted } from './printed.ts';
import { standingOf } from './publication.ts';
import { publishedRecord, publishedVersion } from './published-record.ts';
import type { AssertionRecord, FactRecord, MetricsRecord } from './record.ts';
import { watcher } from './remembered.ts';
import type { RichText } from './rich-text.ts';
import type { State } from './state.ts';
import type { KeptVersion } from './version.ts';

export interface Report {
  slug: string;
  /** Its title and description are plain text. */
  frontMatter: FrontMatter;
  /** Headline and standfirst, with their assertions. */
  title: RichText;
  description: RichText;
  record: MetricsRecord;
  figures: ReadonlyMap<string, FigureView>;
  /** The key takeaways as plain text. */
  takeaways: readonly string[];
  /** The versions before this one, from the first, as readers may have them. */
  earlier: readonly KeptVersion[];
  /** What became of it on the newest snapshot, as it is committed; null where nothing is, or it is of another text, as in the preview. */
  marks: ReportMarksRecord | null;
  /** Of all that it was made of; none in the preview. */
  fingerprint: string | undefined;
}

/** An assertion with the report it stands in, and its number there. */
export interface Claim {
  report: Report;
  assertion: AssertionRecord;
  number: number;
}

/** Every assertion of the reports, in the order of the reports and of their texts. */
export function claimsOf(reports: readonly Report[]): Claim[] {
  return reports.flatMap((report) => report.record.assertions.map((assertion, index) => ({ report, assertion, number: index + 1 })));
}

/** What others said: their figures, words and forecasts. */
export type AttributedClaim = Claim & { assertion: Exclude<AssertionRecord, FactRecord> };

/** All that others said, by who said it or by the source it was read in. */
export function attributedClaims(reports: readonly Report[], key: 'by' | 'source'): Map<string, AttributedClaim[]> {
  const attributed = claimsOf(reports).filter((claim): claim is AttributedClaim => claim.assertion.kind !== 'fact');
  return Map.groupBy(attributed, ({ assertion }) => assertion[key]);
}

export interface Library {
  settings: Settings;
  /** Newest first; drafts, but in the preview, and those that are held back, left out. */
  reports: readonly Report[];
  /** One of them by its slug; undefined where there is none. */
  report(slug: string): Report | undefined;
  people: ReadonlyMap<string, Person>;
  sources: ReadonlyMap<string, Source>;
  /** Terms that are explained to readers, by id. */
  glossary: ReadonlyMap<string, Term>;
  /** Ids of all snapshots, oldest first. */
  snapshots: readonly string[];
  snapshot(id: string): Snapshot;
  /** A file of a snapshot, byte for byte. */
  snapshotFile(id: string, path: string): Buffer;
  /** What becomes of the reports on a snapshot: computed when it is asked for. */
  marksOn(id: string): Marks;
  /** A report on paper; null where this edition was not printed. */
  printed(slug: string, edition: string): Printed | null;
  /** Up to when it is known what became of the reports; null where nothing is committed. */
  marked: Pick<MarksRecord, 'snapshot' | 'newest'> | null;
  /** The ledger of calls. */
  calls: readonly CallEntry[];
  /** The newest snapshot. */
  newest: Snapshot;
  /** The state of the market on it; null where the desk shows none. */
  state: State | null;
  /** What stands over it. */
  stateTitle: string;
  method: MethodNotes;
  calendar: Calendar;
  /** Of all that the calendar is made of. */
  calendarFingerprint: string;
  named: ReadonlyMap<string, NamedMetric>;
  /** What the desk calls its series besides their titles, with the ids of those that are meant. */
  names: ReadonlyMap<string, readonly string[]>;
}

let opened: (() => Library) | null = null;

/**
 * The library of MTM_CONTENT and MTM_DATA, opened once a process; or what the preview has in its place.
 * @throws Fault where a report can't be shown: `check` says the same before a build
 */
export function library(): Library {
  opened ??= once(openLibrary);
  return watcher()?.watch(opened()) ?? opened();
}

/** In the preview: the library as it is now, in which drafts stand too. Null: the one of the folders, opened anew. */
export function useLibrary(current: (() => Library) | null): void {
  opened = current;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function openLibrary(): Library {
  keepDrawings();
  const folders = foldersFrom();
  const desk = openDesk(folders, { remembers: true });
  const reports = compileAll(desk).flatMap((compiled) => {
    if (compiled.frontMatter && standingOf(compiled.frontMatter, desk.until) !== 'published') return [];
    const report = reportOf(compiled, desk, parseRecord(readRecordText(folders, compiled.slug)));
    if (!report) throw new Fault(compiled.findings);
    return [report];
  });
  return libraryOf(reports, desk, compileHome(desk));
}

/**
 * A report as pages show it; null where it could not be compiled.
 * @param committed its committed record, in place of the one that was computed now
 */
export function reportOf(
  { slug, frontMatter, title, description, record, figures, takeaways, earlier, fingerprint }: VersionedReport,
  desk: Desk,
  committed: MetricsRecord | null = null,
): Omit<Report, 'marks'> | null {
  if (!frontMatter || !record) return null;
  return {
    slug,
    frontMatter: { ...frontMatter, title: inType(frontMatter.title), description: inType(frontMatter.description) },
    title,
    description,
    record: publishedRecord(committed ?? record, desk.snapshot(record.snapshot.id)),
    figures,
    takeaways: takeaways.map(inType),
    earlier: earlier.map((version) => publishedVersion(version, desk.snapshot(version.record.snapshot.id))),
    fingerprint,
  };
}

/** @param unmarked reports in any order */
export function libraryOf(unmarked: readonly Omit<Report, 'marks'>[], desk: OpenDesk, state: State | null): Library {
  const { folders } = desk;
  const snapshots = listSnapshots(folders.data);
  const newest = desk.snapshot(snapshots.at(-1) ?? '');
  const marksOn = new Map<string, Marks>();
  const marks = committedMarks(folders);
  const byMarks = new Map(marks?.reports.map((one) => [one.report, one]));
  const reports = unmarked.map((report): Report => {
    const own = byMarks.get(report.slug);
    const ownMarks = own?.text === report.record.text ? own : null;
    const fingerprint = report.fingerprint === undefined ? undefined : fingerprintOf(report.fingerprint, JSON.stringify(ownMarks));
    return { ...report, marks: ownMarks, fingerprint };
  });
  const bySlug = new Map(reports.map((report) => [report.slug, report]));
  return {
    settings: desk.settings.settings,
    reports: reports.sort((a, b) => b.frontMatter.published.localeCompare(a.frontMatter.published) || a.slug.localeCompare(b.slug)),
    report: (slug) => bySlug.get(slug),
    snapshots,
    snapshotFile: (id, path) => readSnapshotFile(folders.data, id, path),
    marksOn(id) {
      const known = marksOn.get(id) ?? markReports(desk, publishedReports(desk), desk.snapshot(id));
      marksOn.set(id, known);
      return known;
    },
    printed: (slug, edition) => readPrinted(printedFolder(folders), slug, edition),
    marked: marks && { snapshot: marks.snapshot, newest: marks.newest },
    calls: readLedger(folders).entries,
    state,
    stateTitle: desk.content.stateTitle,
    method: desk.content.method,
    people: desk.people,
    sources: desk.sources,
    glossary: desk.content.glossary,
    snapshot: desk.snapshot,
    newest,
    calendar: desk.calendar,
    calendarFingerprint: fingerprintOf(fingerprintOfFiles(join(folders.data, 'calendar')), isOfBonds(newest.manifest) ? newest.hash : ''),
    named: desk.named,
    names: desk.content.names,
  };
}
