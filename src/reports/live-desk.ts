/**
 * The desk while its author writes: every report is kept compiled, and compiled again only where its text changed or something it rests
 * on. Where a text can't be compiled, or a card not be read, the last one that could is shown.
 */
import { readReport } from '../assertions/read.ts';
import { listSnapshots, type Snapshot } from '../data/snapshot.ts';
import { shelvedSnapshot } from '../data/snapshot-shelf.ts';
import { Fault, type Finding } from '../finding.ts';
import { checkSnapshots, checkTogether } from './check.ts';
import { checkSettings } from './check-settings.ts';
import { compileReport, type KeptAssertions, type ReportFile } from './compile.ts';
import { readContent } from './content.ts';
import { compileHome, type Folders, HOME, type OpenDesk, openDesk, readRecordTexts, writeChangedRecord, writeRecord } from './desk.ts';
import { inHistory, type VersionedReport } from './history.ts';
import { type Library, libraryOf, reportOf, useLibrary } from './library.ts';
import { isLiving } from './living.ts';
import { formatState, type State } from './state.ts';

/** Another one each time that this module is loaded: the preview loads it anew where code that it imports has changed. */
const CODE = Symbol('code');

export interface KeptReport {
  file: ReportFile;
  /** Of that text. */
  compiled: VersionedReport;
  /** The last text that could be compiled, with the version since when it is shown; null where none could. */
  shown: { text: string; compiled: VersionedReport; version: number } | null;
  /** All that the compiled report was made of. */
  rests: readonly unknown[];
  assertions: KeptAssertions;
  /** That of the desk when it was compiled. */
  version: number;
}

/** All that is kept from one look at the folders to the next. It is plain data, so that it outlives the code that made it. */
export interface Kept {
  reports: Map<string, KeptReport>;
  home: { rests: readonly unknown[]; state: State | null };
  /** What every page may show, whatever report it is of. */
  shared: { rests: readonly unknown[]; version: number };
  /** Findings that are of no report. */
  findings: readonly Finding[];
  /** Null where nothing can be shown. */
  library: Library | null;
  /** Grows with each report that is compiled, and with all that any page shows. */
  version: number;
  /** That of the last change that a list of reports may show. */
  listed: number;
}

export function nothingKept(): Kept {
  return {
    reports: new Map(),
    home: { rests: [], state: null },
    shared: { rests: [], version: 0 },
    findings: [],
    library: null,
    version: 0,
    listed: 0,
  };
}

export interface LiveDesk {
  /** Slugs of reports that are to be compiled. */
  stale: ReadonlySet<string>;
  /** Compiles a report and, where that can be done, writes its record. */
  compile(slug: string): void;
  /** Gives pages what is kept by now. */
  show(): void;
}

/** One look at the folders. */
export function lookAtDesk(folders: Folders, kept: Kept): LiveDesk {
  const desk = openDesk(folders, { until: null, content: readContent(folders.content, true), read: shelvedSnapshot });
  const files = new Map(desk.content.reports.map((file) => [file.slug, file]));
  for (const slug of [...kept.reports.keys()].filter((slug) => !files.has(slug))) {
    kept.reports.delete(slug);
    kept.listed = ++kept.version;
  }
  const stale = new Set([...files.values()].filter((file) => isStale(kept.reports.get(file.slug), file, desk)).map(({ slug }) => slug));
  return {
    stale,
    compile(slug) {
      const file = files.get(slug);
      if (file && stale.delete(slug)) compileKept(file, desk, kept);
    },
    show() {
      showHome(desk, kept);
      const shared = [
        CODE,
        ...desk.people.values(),
        ...desk.sources.values(),
        desk.content.glossary,
        desk.content.method,
        desk.settings,
        ...snapshotsOf(desk),
        kept.home.state,
      ];
      if (!areSame(shared, kept.shared.rests)) kept.shared = { rests: shared, version: ++kept.version };
      if (stale.size === 0) kept.findings = findingsOf(desk, kept);
      kept.library = libraryNow(desk, kept) ?? kept.library;
      useLibrary(() => {
        if (!kept.library) throw new Fault(kept.findings);
        return kept.library;
      });
    },
  };
}

const areSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((one, i) => one === b[i]);

function isStale(kept: KeptReport | undefined, file: ReportFile, desk: OpenDesk): boolean {
  return kept?.file.text !== file.text || !areSame(kept.rests, restsOf(file, kept.compiled, desk));
}

/** The first is the text; assertions are kept for as long as all the others are the same. */
function restsOf(file: ReportFile, { frontMatter, record }: Pick<VersionedReport, 'frontMatter' | 'record'>, desk: OpenDesk): unknown[] {
  const { named, names, calendar, people, sources, settings } = desk;
  const always = [file.text, JSON.stringify([...(file.files ?? [])]), CODE, named, names, calendar, settings];
  // What can't be compiled may be missing anything.
  if (!record) return [...always, ...people.keys(), ...sources.keys(), ...sources.values(), ...snapshotsOf(desk)];
  const ids = (key: 'by' | 'source'): string[] => [
    ...new Set(readReport(file.text, file.path).elements.flatMap(({ attributes }) => attributes.get(key)?.value ?? [])),
  ];
  return [
    ...always,
    snapshotOf((frontMatter && isLiving(frontMatter) && listSnapshots(desk.folders.data).at(-1)) || record.snapshot.id, desk),
    ...ids('by').map((id) => people.has(id)),
    ...ids('source').flatMap((id) => [sources.get(id), desk.sourceText(id)]),
  ];
}

const snapshotsOf = (desk: OpenDesk): (Snapshot | string)[] => listSnapshots(desk.folders.data).map((id) => snapshotOf(id, desk));

/** The snapshot, or why there is none. */
function snapshotOf(id: string, desk: OpenDesk): Snapshot | string {
  try {
    return desk.snapshot(id);
  } catch (fault) {
    if (fault instanceof Fault) return fault.message;
    throw fault;
  }
}

function compileKept(file: ReportFile, desk: OpenDesk, kept: Kept): void {
  const { slug, text } = file;
  const before = kept.reports.get(slug);
  const around = before && restsOf(before.file, before.compiled, desk).slice(1);
  const assertions: KeptAssertions = before && around && areSame(around, before.rests.slice(1)) ? before.assertions : new Map();
  const compiled = inHistory(compileReport(file, desk, assertions), file, readRecordTexts(desk.folders, slug));
  const version = ++kept.version;
  if (compiled.record) kept.listed = version;
  const shown = compiled.record ? { text, compiled, version } : (before?.shown ?? null);
  kept.reports.set(slug, { file, compiled, shown, rests: restsOf(file, compiled, desk), assertions, version });
  // A new version is published by 'npm run metrics', when its author is done with it; here each stroke would make one.
  if (compiled.step === 'none') writeRecord(desk.folders, compiled);
}

function showHome(desk: OpenDesk, kept: Kept): void {
  const rests = [CODE, desk.content.state, desk.named, desk.calendar, ...snapshotsOf(desk)];
  if (areSame(rests, kept.home.rests)) return;
  const state = typeof rests.at(-1) === 'string' ? kept.home.state : compileHome(desk);
  kept.home = { rests, state };
  if (state && state.findings.length === 0) writeChangedRecord(desk.folders, HOME, formatState(state.record));
}

function findingsOf(desk: OpenDesk, { reports, home }: Kept): Finding[] {
  const damaged = checkSnapshots(desk);
  if (damaged.length > 0) return [...desk.content.findings, ...damaged];
  const compiled = [...reports.values()].map((report) => report.compiled);
  return [...desk.content.findings, ...checkSettings(desk, compiled), ...(home.state?.findings ?? []), ...checkTogether(desk)];
}

/** Null where there is no snapshot to show anything on. */
function libraryNow(desk: OpenDesk, { reports, home }: Kept): Library | null {
  const shown = [...reports.values()].flatMap(({ shown }) => {
    const report =
      shown && typeof snapshotOf(shown.compiled.record?.snapshot.id ?? '', desk) !== 'string' && reportOf(shown.compiled, desk);
    return report ? [report] : [];
  });
  try {
    return libraryOf(shown, desk, home.state);
  } catch (fault) {
    if (fault instanceof Fault) return null;
    throw fault;
  }
}
