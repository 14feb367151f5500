/** Everything a reviewer would want checked, writing nothing. */
import { dirname, join, sep } from 'node:path';
import { readWithFaults } from '../assertions/read.ts';
import { checkLate } from '../data/late.ts';
import { listSnapshots } from '../data/snapshot.ts';
import { byPlace, error, Fault, type Finding } from '../finding.ts';
import { didYouMean, nearest } from '../nearest.ts';
import { checkLedger } from './calls-file.ts';
import { checkSettings } from './check-settings.ts';
import { checkTopics } from './check-topics.ts';
import type { ReportFile } from './compile.ts';
import {
  compileAll,
  compileHome,
  compileMarks,
  type Folders,
  HOME,
  listRecords,
  listVersioned,
  MARKS,
  type OpenDesk,
  openDesk,
  readRecordText,
  recordPath,
  standingIn,
  versionsPath,
} from './desk.ts';
import type { VersionedReport } from './history.ts';
import { checkLinks } from './links.ts';
import { formatMarks } from './marks-record.ts';
import { standingOf } from './publication.ts';
import { formatRecord } from './record.ts';
import { formatState } from './state.ts';

export interface CheckResult {
  desk: OpenDesk;
  reports: VersionedReport[];
  findings: Finding[];
}

/**
 * Hashes of all snapshots, settings, people and sources, every report's assertions and links, that the records are what the data
 * say, and which tables of the newest snapshot are late. Drafts and reports that are held back are checked like any other.
 * @param until see `untilFrom`
 * @param remembers whether reports need not be compiled again where nothing they are made of is another
 */
export function checkDesk(folders: Folders, until?: string | null, remembers = false): CheckResult {
  const desk = openDesk(folders, { until, remembers });
  const damaged = checkSnapshots(desk);
  if (damaged.length > 0) return { desk, reports: [], findings: damaged };
  const reports = compileAll(desk);
  const ofReports = reports.flatMap((report) => [...report.findings, ...checkRecord(report, folders)]);
  const findings = [
    ...desk.content.findings,
    ...checkSettings(desk, reports),
    ...ofReports,
    ...checkLedger(desk, reports, true),
    ...checkHome(desk),
    // Of a report that does not hold, or is not the one of its record, nothing can be said of what became of it.
    ...(ofReports.some(({ severity }) => severity === 'error') ? [] : checkMarks(desk)),
    ...checkTogether(desk),
  ];
  desk.memory?.clear();
  return { desk, reports, findings: byPlace(findings) };
}

/**
 * The same of these reports alone: what stands in their folders, in their records and in the cards that they name. What is late is the
 * desk's to know.
 * @throws Fault for a report that is not there
 */
export function checkReports(folders: Folders, slugs: readonly string[], until?: string | null): CheckResult {
  const desk = openDesk(folders, { until });
  const { content } = desk;
  refuseUnknown(slugs, desk);
  const reports = compileAll(desk, slugs);
  const own = content.reports.filter(({ slug }) => slugs.includes(slug)).flatMap((file) => placesOf(file, folders));
  const isOwn = ({ path }: Finding): boolean => own.some((place) => path === place || path.startsWith(place + sep));
  const findings = [
    ...[...content.findings, ...checkBetween(desk)].filter(isOwn),
    ...reports.flatMap((report) => [...report.findings, ...checkRecord(report, folders)]),
    ...checkLedger(desk, reports, false),
  ];
  return { desk, reports, findings: byPlace(findings) };
}

/** @throws Fault for names of reports that are not there */
export function refuseUnknown(slugs: readonly string[], { content, folders }: OpenDesk): void {
  const known = content.reports.map(({ slug }) => slug);
  const unknown = slugs.filter((slug) => !known.includes(slug));
  if (unknown.length > 0)
    throw new Fault(
      unknown.map((slug) => error('unknown-report', { path: folders.content }, `there is no report '${slug}'.${didYouMean(slug, known)}`)),
    );
}

/** A report's folder, and the files of whom and what it names. */
function placesOf({ path, text, files }: ReportFile, { content }: Folders): string[] {
  const elements = readWithFaults(text, path, files).report?.elements ?? [];
  const cards = (['by', 'source'] as const).flatMap((key) =>
    elements.flatMap(({ attributes }) => {
      const id = attributes.get(key)?.value;
      return id === undefined ? [] : [join(content, key === 'by' ? 'people' : 'sources', `${id}.yaml`)];
    }),
  );
  return [dirname(path), ...cards];
}

/** What no report shows by itself: records without a report, links between reports, their topics, and late tables. */
export function checkTogether(desk: OpenDesk): Finding[] {
  return [...checkOrphans(desk), ...checkBetween(desk), ...checkFreshness(desk)];
}

function checkBetween(desk: OpenDesk): Finding[] {
  const { content, memory } = desk;
  return [...checkLinks(content, (file) => standingIn(desk, file), memory?.links), ...checkTopics(content.reports)];
}

/** Reports that are ready, and of a later day than is built. */
export function heldBack({ desk, reports }: CheckResult): { slug: string; published: string }[] {
  return reports.flatMap(({ slug, frontMatter }) =>
    frontMatter && standingOf(frontMatter, desk.until) === 'held-back' ? [{ slug, published: frontMatter.published }] : [],
  );
}

/** Whether there is a snapshot, and every one is what was promoted. */
export function checkSnapshots(desk: OpenDesk): Finding[] {
  const ids = listSnapshots(desk.folders.data);
  if (ids.length === 0)
    return [
      error(
        'snapshot-missing',
        { path: join(desk.folders.data, 'snapshots') },
        "there is no snapshot yet. Make one: 'npm run refresh -- --from <folder>'.",
      ),
    ];
  return ids.flatMap((id) => {
    try {
      desk.snapshot(id);
      return [];
    } catch (fault) {
      if (fault instanceof Fault) return [...fault.findings];
      throw fault;
    }
  });
}

/** Of the newest snapshot only: in an older one, what was late then is past mending. */
function checkFreshness({ folders, snapshot, calendar }: OpenDesk): Finding[] {
  const newest = listSnapshots(folders.data).at(-1);
  if (newest === undefined) return [];
  return checkLate(snapshot(newest).manifest, calendar, join(folders.data, 'snapshots', newest, 'datapackage.json'));
}

function checkRecord({ slug, record, findings }: VersionedReport, folders: Folders): Finding[] {
  // A report with a fault of its own has another record anyway.
  if (!record || findings.some((finding) => finding.severity === 'error')) return [];
  return compareRecord(slug, formatRecord(record), folders, `npm run metrics -- ${slug}`);
}

function checkHome(desk: OpenDesk): Finding[] {
  const home = compileHome(desk);
  if (!home) return [];
  return home.findings.length > 0 ? home.findings : compareRecord(HOME, formatState(home.record), desk.folders, 'npm run metrics');
}

function checkMarks(desk: OpenDesk): Finding[] {
  const marks = compileMarks(desk);
  return marks ? compareRecord(MARKS, formatMarks(marks), desk.folders, 'npm run metrics') : [];
}

/** Records that are of no one report, as they are called in messages. */
const TOGETHER: Readonly<Record<string, string>> = { [HOME]: 'the home page', [MARKS]: 'what became of the reports' };

/** The committed record against the one that was computed now. */
function compareRecord(name: string, computed: string, folders: Folders, command: string): Finding[] {
  const committed = readRecordText(folders, name);
  const place = { path: recordPath(folders, name) };
  const mend = `Run '${command}' and look at the difference.`;
  if (committed === null) return [error('record-missing', place, `${TOGETHER[name] ?? 'the report'} has no record. ${mend}`)];
  if (committed === computed) return [];
  const lines = committed.split('\n');
  const changed = computed.split('\n').findIndex((line, index) => line !== lines[index]);
  return [
    error('record-drift', { ...place, line: Math.max(0, changed) + 1 }, `the record is not what the content and the data give. ${mend}`),
  ];
}

function checkOrphans(desk: OpenDesk): Finding[] {
  const slugs = desk.content.reports.map((report) => report.slug);
  const records = listRecords(desk.folders);
  const without = slugs.filter((slug) => !records.includes(slug));
  const isOrphan = (slug: string): boolean => !slugs.includes(slug);
  const versions = listVersioned(desk.folders)
    .filter(isOrphan)
    .map((slug) => {
      const path = versionsPath(desk.folders, slug);
      return error(
        'record-orphan',
        { path },
        `there is no report '${slug}'. Restore it, rename the folder as its report, or delete it ('git rm -r ${path}').`,
      );
    });
  const orphans = records.filter(isOrphan).map((slug) => {
    const path = recordPath(desk.folders, slug);
    const renamed = without.find((other) => wordsOf(other) === wordsOf(slug)) ?? nearest(slug, without);
    const mend =
      renamed === null
        ? `Delete the record ('git rm ${path}'), or restore the report.`
        : `It may be '${renamed}' by now: rename the record too, or delete it ('git rm ${path}') and run 'npm run metrics'.`;
    return error('record-orphan', { path }, `there is no report '${slug}'. ${mend}`);
  });
  return [...orphans, ...versions];
}

/** A slug without its day. */
const wordsOf = (slug: string): string => slug.slice('2024-07-17-'.length);
