/** Everything a reviewer would want checked, writing nothing. */
import { join } from 'node:path';
import { checkLate } from '../data/late.ts';
import { listSnapshots } from '../data/snapshot.ts';
import { error, Fault, type Finding } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import { checkSettings } from './check-settings.ts';
import { checkTopics } from './check-topics.ts';
import type { CompiledReport } from './compile.ts';
import {
  compileAll,
  compileHome,
  type Folders,
  HOME,
  listRecords,
  type OpenDesk,
  openDesk,
  readRecordText,
  recordPath,
  standingIn,
} from './desk.ts';
import { checkLinks } from './links.ts';
import { standingOf } from './publication.ts';
import { formatRecord } from './record.ts';
import { formatState } from './state.ts';

export interface CheckResult {
  desk: OpenDesk;
  reports: CompiledReport[];
  findings: Finding[];
}

/**
 * Hashes of all snapshots, settings, people and sources, every report's assertions and links, that the records are what the data
 * say, and which tables of the newest snapshot are late. Drafts and reports that are held back are checked like any other.
 * @param until see `untilFrom`
 */
export function checkDesk(folders: Folders, until?: string | null): CheckResult {
  const desk = openDesk(folders, { until });
  const damaged = checkSnapshots(desk);
  if (damaged.length > 0) return { desk, reports: [], findings: damaged };
  const reports = compileAll(desk);
  const findings = [
    ...desk.content.findings,
    ...checkSettings(desk, reports),
    ...reports.flatMap((report) => report.findings),
    ...reports.flatMap((report) => checkRecord(report, folders)),
    ...checkHome(desk),
    ...checkTogether(desk),
  ];
  return { desk, reports, findings };
}

/** What no report shows by itself: records without a report, links between reports, their topics, and late tables. */
export function checkTogether(desk: OpenDesk): Finding[] {
  return [
    ...checkOrphans(desk),
    ...checkLinks(desk.content, (file) => standingIn(desk, file)),
    ...checkTopics(desk.content.reports),
    ...checkFreshness(desk),
  ];
}

/** Reports that are ready, and of a later day than is built. */
export function heldBack({ desk, reports }: CheckResult): { slug: string; published: string }[] {
  return reports.flatMap(({ slug, frontMatter }) =>
    frontMatter && standingOf(frontMatter, desk.until) === 'held-back' ? [{ slug, published: frontMatter.published }] : [],
  );
}

/** How many assertions of a report have each status. */
export function countStatuses({ record }: CompiledReport): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of record?.assertions ?? []) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
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

function checkRecord({ slug, record, findings }: CompiledReport, folders: Folders): Finding[] {
  // A report with a fault of its own has another record anyway.
  if (!record || findings.some((finding) => finding.severity === 'error')) return [];
  return compareRecord(slug, formatRecord(record), folders, `npm run metrics -- ${slug}`);
}

function checkHome(desk: OpenDesk): Finding[] {
  const home = compileHome(desk);
  if (!home) return [];
  return home.findings.length > 0 ? home.findings : compareRecord(HOME, formatState(home.record), desk.folders, 'npm run metrics');
}

/** The committed record against the one that was computed now. */
function compareRecord(name: string, computed: string, folders: Folders, command: string): Finding[] {
  const committed = readRecordText(folders, name);
  const place = { path: recordPath(folders, name) };
  const mend = `Run '${command}' and look at the difference.`;
  if (committed === null)
    return [error('record-missing', place, `${name === HOME ? 'the home page' : 'the report'} has no record. ${mend}`)];
  if (committed === computed) return [];
  const lines = committed.split('\n');
  const changed = computed.split('\n').findIndex((line, index) => line !== lines[index]);
  return [
    error('record-drift', { ...place, line: Math.max(0, changed) + 1 }, `the record is not what the content and the data give. ${mend}`),
  ];
}

function checkOrphans(desk: OpenDesk): Finding[] {
  const slugs = desk.content.reports.map((report) => report.slug);
  return listRecords(desk.folders)
    .filter((slug) => !slugs.includes(slug))
    .map((slug) =>
      error(
        'record-orphan',
        { path: recordPath(desk.folders, slug) },
        `there is no report '${slug}'.${didYouMean(slug, slugs)} Delete the record, or restore the report.`,
      ),
    );
}
