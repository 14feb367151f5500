/** Opening the two folders a desk works in, and compiling all it has. The edge between the files and the pure code. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calendarOfDesk, isOfBonds } from '../data/bond-sessions.ts';
import { readCalendar } from '../data/calendar.ts';
import { isIsoDate } from '../data/day.ts';
import { listSnapshots, readSnapshot, type Snapshot } from '../data/snapshot.ts';
import { error, Fault } from '../finding.ts';
import { replaceFile } from '../replace-file.ts';
import { putInForce } from '../settings.ts';
import { readSettings, type SettingsFile } from '../settings-file.ts';
import { compileReport, type Desk, type ReportFile } from './compile.ts';
import { type Content, readContent } from './content.ts';
import type { Folders } from './folders.ts';
import { readHead } from './head.ts';
import { inHistory, type RecordTexts, type VersionedReport } from './history.ts';
import { LATEST } from './living.ts';
import { markReports, type Published } from './marks.ts';
import { type MarksRecord, marksRecord, marksSchema } from './marks-record.ts';
import { type Standing, standingOf } from './publication.ts';
import { formatRecord, type MetricsRecord, recordSchema } from './record.ts';
import { type ReportMemory, reportMemory } from './report-memory.ts';
import { compileState, type State } from './state.ts';

export { type Folders, foldersFrom } from './folders.ts';

/** The day up to which reports are published: a command's option, or MTM_UNTIL; null where none is held back. @throws Fault for no date */
export function untilFrom({ until = process.env.MTM_UNTIL || undefined }: { until?: string } = {}): string | null {
  if (until !== undefined && !isIsoDate(until))
    throw new Fault(error('until', { path: 'MTM_UNTIL' }, `'${until}' is not a date. Write YYYY-MM-DD.`));
  return until ?? null;
}

export interface OpenDesk extends Desk {
  folders: Folders;
  content: Content;
  settings: SettingsFile;
  /** The last day of publication that is built; null where none is held back. */
  until: string | null;
  /** Of reports that were compiled before; null where each is compiled anew. */
  memory: ReportMemory | null;
}

export interface Opened {
  /** The last day of publication that is built. */
  until?: string | null;
  /** As it was read, or is now. */
  content?: Content;
  /** How a snapshot is read, once a desk. */
  read?: typeof readSnapshot;
  /** Whether reports that were compiled before, of the files as they are, need not be compiled again. */
  remembers?: boolean;
}

/**
 * A desk, whose settings are in force from here on.
 * @throws Fault only where a snapshot that is asked for is missing or was touched, or there is no calendar
 */
export function openDesk(
  folders: Folders,
  { until = untilFrom(), content = readContent(folders.content), read = readSnapshot, remembers = false }: Opened = {},
): OpenDesk {
  const snapshots = new Map<string, Snapshot>();
  const snapshot = (id: string): Snapshot => {
    const known = snapshots.get(id) ?? read(folders.data, id);
    snapshots.set(id, known);
    return known;
  };
  const newest = newestOf(folders, snapshot);
  const settings = readSettings(folders.content, [...(newest?.series.keys() ?? [])]);
  putInForce(settings.settings);
  const calendar = readCalendar(folders.data);
  return {
    folders,
    content,
    settings,
    until,
    people: content.people,
    sources: content.sources,
    sourceText: content.sourceText,
    unreadable: content.unreadable,
    named: content.named,
    names: content.names,
    calendar: calendarOfDesk(calendar, newest),
    snapshot,
    snapshots: () => listSnapshots(folders.data),
    memory: remembers ? reportMemory(folders, givenBy(newest)) : null,
  };
}

/** What reports see of the newest snapshot though they are pinned to another: which series there are, and the days of a desk of bonds. */
function givenBy(newest: Snapshot | null): string {
  return newest ? JSON.stringify([[...newest.series.keys()], isOfBonds(newest.manifest) ? newest.hash : '']) : '';
}

/** The newest snapshot; null where there is none, or it was touched: who asks for it is told. */
function newestOf({ data }: Folders, snapshot: (id: string) => Snapshot): Snapshot | null {
  const id = listSnapshots(data).at(-1);
  try {
    return id === undefined ? null : snapshot(id);
  } catch (fault) {
    if (fault instanceof Fault) return null;
    throw fault;
  }
}

/** Every report, or those with the given slugs, each in its history. */
export function compileAll(desk: OpenDesk, slugs?: readonly string[]): VersionedReport[] {
  putInForce(desk.settings.settings);
  const reports = desk.content.reports.filter(({ slug }) => !slugs || slugs.includes(slug)).map((file) => compileOrRecall(file, desk));
  return reports;
}

function compileOrRecall(file: ReportFile, desk: OpenDesk): VersionedReport {
  const texts = readRecordTexts(desk.folders, file.slug);
  const compiled = (): VersionedReport => inHistory(compileReport(file, desk), file, texts);
  const pinned = desk.memory ? pinnedHash(file, desk) : null;
  if (!desk.memory || pinned === null) return compiled();
  const key = desk.memory.keyOf(file, texts, pinned);
  const recall = (): VersionedReport | null => desk.memory?.get(key, () => compileReport(file, desk).figures) ?? null;
  const known = recall();
  if (known) return { ...known, fingerprint: key };
  const report = compiled();
  desk.memory.put(key, report);
  // As it will be from now on: without the points of its figures, of which a desk of many reports would hold too many.
  return { ...(recall() ?? report), fingerprint: key };
}

/** The hash of the snapshot that a report is pinned to; null where it can't be had. */
function pinnedHash(file: ReportFile, desk: OpenDesk): string | null {
  const { snapshot } = readHead(file).known;
  const ids = desk.snapshots?.() ?? [];
  const id = snapshot === LATEST ? ids.at(-1) : snapshot;
  return id !== undefined && ids.includes(id) ? desk.snapshot(id).hash : null;
}

/** How a report stands, as far as its head can be read. */
export function standingIn({ until }: OpenDesk, file: ReportFile): Standing {
  return standingOf(readHead(file).known, until);
}

/** Every report that is published, with its committed record. */
export function publishedReports(desk: OpenDesk): Published[] {
  const { content, folders } = desk;
  const files = content.reports.filter((file) => standingIn(desk, file) === 'published');
  return files.map((file) => ({ file, record: parseRecord(readRecordText(folders, file.slug)) }));
}

export function recordPath({ data }: Folders, slug: string): string {
  return join(data, 'metrics', `${slug}.json`);
}

/** The committed record's text, null if there is none. */
export function readRecordText(folders: Folders, slug: string): string | null {
  const path = recordPath(folders, slug);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

const versionsFolder = ({ data }: Folders): string => join(data, 'metrics', 'versions');

/** The committed record of a report, and the versions before it. */
export function readRecordTexts(folders: Folders, slug: string): RecordTexts {
  const committed = readRecordText(folders, slug);
  const folder = versionsPath(folders, slug);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const kept: RecordTexts['kept'][number][] = [];
  for (let path = ''; names.includes(`${kept.length + 1}.json`); kept.push({ path, text: readFileSync(path, 'utf8') }))
    path = join(folder, `${kept.length + 1}.json`);
  const others = names.filter((name) => !kept.some(({ path }) => path === join(folder, name))).sort();
  return {
    committed: committed === null ? null : { path: recordPath(folders, slug), text: committed },
    kept,
    others: others.map((name) => join(folder, name)),
  };
}

/**
 * Writes the record of a report; where it is of a new version, the one before is kept first, as it is.
 * @returns the path of the version that was kept, if one was; null where there was nothing to write, or it was refused
 */
export function writeRecord(folders: Folders, { slug, record, earlier, step }: VersionedReport): { kept: string | null } | null {
  if (!record || step === 'refused' || formatRecord(record) === readRecordText(folders, slug)) return null;
  const last = step === 'new' ? earlier.at(-1) : undefined;
  const kept = last ? join(versionsPath(folders, slug), `${earlier.length}.json`) : null;
  if (last && kept !== null) replaceFile(kept, last.text);
  writeRecordText(folders, slug, formatRecord(record));
  return { kept };
}

/** The record, null if there is none or it is of another form. */
export function parseRecord(text: string | null): MetricsRecord | null {
  try {
    return recordSchema.parse(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
}

/** Writes a record's text in one step: beside it first, then renamed. */
export function writeRecordText(folders: Folders, name: string, text: string): void {
  replaceFile(recordPath(folders, name), text);
}

/** The same where there is another text, or none. True where it was written. */
export function writeChangedRecord(folders: Folders, name: string, text: string): boolean {
  const isChanged = text !== readRecordText(folders, name);
  if (isChanged) writeRecordText(folders, name, text);
  return isChanged;
}

/** The name under which the state of the market has its record. */
export const HOME = 'home';

/** The state of the market on the newest snapshot; null where the desk shows none. */
export function compileHome(desk: OpenDesk): State | null {
  const newest = listSnapshots(desk.folders.data).at(-1);
  if (desk.content.state.length === 0 || newest === undefined) return null;
  return compileState(desk.content.state, desk.snapshot(newest), desk, join(desk.folders.content, 'home.yaml'));
}

/** The name under which what became of all reports has its record. */
export const MARKS = 'marks';

/** The committed record of what became of the reports; null where there is none, or it is of another form. */
export function committedMarks(folders: Folders): MarksRecord | null {
  try {
    return marksSchema.parse(JSON.parse(readRecordText(folders, MARKS) ?? ''));
  } catch {
    return null;
  }
}

/**
 * What became of every report that is no draft, on the newest snapshot, by the committed records; null where there is nothing to mark.
 * What is held back for a day has its marks all the same, so that they do not depend on `until`.
 */
export function compileMarks(desk: OpenDesk): MarksRecord | null {
  const id = listSnapshots(desk.folders.data).at(-1);
  const published = publishedReports({ ...desk, until: null });
  if (id === undefined || published.length === 0) return null;
  const newest = desk.snapshot(id);
  const { memory } = desk;
  return marksRecord(
    markReports(desk, published, newest, (one, compute) =>
      memory ? memory.marks(one, { pinned: desk.snapshot(one.record.snapshot.id).hash, snapshot: newest.hash }, compute) : compute(),
    ),
  );
}

/** Records that are of no one report. */
const TOGETHER: readonly string[] = [HOME, MARKS];

/** Slugs that have versions. */
export function listVersioned(folders: Folders): string[] {
  return existsSync(versionsFolder(folders)) ? readdirSync(versionsFolder(folders)).sort() : [];
}

export function versionsPath(folders: Folders, slug: string): string {
  return join(versionsFolder(folders), slug);
}

/** Slugs that have a record. */
export function listRecords({ data }: Folders): string[] {
  const folder = join(data, 'metrics');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace(/\.json$/, ''))
    .filter((name) => !TOGETHER.includes(name))
    .sort();
}
