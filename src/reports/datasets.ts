/** Every resource that any snapshot has, with all its vintages: what each brought, what it revised, and what that did to reports. */

import type { Resource } from '../data/manifest.ts';
import { type Redistribution, strictest } from '../data/redistribution.ts';
import type { Snapshot } from '../data/snapshot.ts';
import { type Revision, resourceChanges } from '../data/snapshot-changes.ts';
import type { Claim, Library, Report } from './library.ts';
import { type Moved, refreshReport } from './refresh-report.ts';
import { remembered } from './remembered.ts';
import { computedIn, type Uses, usesOf } from './uses.ts';

/** A claim that rests on a value that was revised, with what became of it. */
export interface AffectedClaim {
  claim: Claim;
  mark: Moved['mark'];
}

/** A resource as one snapshot has it. */
export interface Vintage {
  snapshot: Snapshot;
  resource: Resource;
  /** Rows that the vintage before did not have: in the first one, all. */
  added: number;
  revised: readonly Revision[];
  /** What may be shown of the revised values: the terms of both vintages hold, and those of today. */
  terms: Redistribution;
  /** Claims of reports pinned to an earlier snapshot that rest on revised values. */
  affected: readonly AffectedClaim[];
  /** Reports that are pinned to the snapshot and use the resource. */
  pinnedBy: readonly Report[];
}

export interface Dataset {
  /** As its newest vintage has it. */
  resource: Resource;
  /** False where the newest snapshot does not have it any more. */
  isCurrent: boolean;
  /** Newest first. */
  vintages: readonly [Vintage, ...Vintage[]];
  uses: Uses;
}

export type Archive = Pick<Library, 'snapshots' | 'snapshot' | 'marksOn' | 'reports' | 'newest'>;

/** In the order of the newest snapshot's manifest, then those that only older ones have. Computed once for a library. */
export const datasetsOf: (archive: Archive) => readonly Dataset[] = remembered(compileDatasets);

function compileDatasets(archive: Archive): Dataset[] {
  const names = new Set([...archive.snapshots].reverse().flatMap((id) => archive.snapshot(id).manifest.resources.map(({ name }) => name)));
  return [...names].map((name) => compileDataset(name, archive));
}

function compileDataset(name: string, archive: Archive): Dataset {
  const { reports, newest } = archive;
  const having = archive.snapshots.map(archive.snapshot).flatMap((snapshot) => {
    const resource = snapshot.manifest.resources.find((one) => one.name === name);
    return resource ? [{ snapshot, resource }] : [];
  });
  const today = having[having.length - 1].resource;
  const ids = having.flatMap(({ resource }) => resource.schema.fields.slice(1).map((field) => field.name));
  const uses = usesOf(reports, new Set(ids));
  const vintages = having.map(({ snapshot, resource }, k): Vintage => {
    const before = having[k - 1];
    const changes = before && before.resource.hash !== resource.hash ? resourceChanges(before.snapshot, snapshot, name) : null;
    const revised = changes?.revised ?? [];
    return {
      snapshot,
      resource,
      added: before ? (changes?.rows?.rows ?? 0) : resource.provenance.coverage.rows,
      revised,
      terms: strictest([today, resource, before?.resource ?? resource].map(({ provenance }) => provenance.redistribution)),
      affected: before ? affectedBy(revised, uses.claims, before.snapshot.id, snapshot.id, archive.marksOn) : [],
      pinnedBy: uses.reports.filter(({ record }) => record.snapshot.id === snapshot.id),
    };
  });
  const [latest, ...older] = vintages.reverse();
  return {
    resource: today,
    isCurrent: newest.manifest.resources.some((resource) => resource.name === name),
    vintages: [latest, ...older],
    uses,
  };
}

/** Claims that rest on revised values. @param before the snapshot before, @param after the one that revised them */
function affectedBy(
  revised: readonly Revision[],
  claims: readonly Claim[],
  before: string,
  after: string,
  marksOn: Archive['marksOn'],
): AffectedClaim[] {
  const resting = claims.filter(({ report, assertion }) => {
    const inputs = computedIn(assertion)?.inputs ?? [];
    const rests = inputs.some(({ series, from, to }) => revised.some((one) => one.series === series && from <= one.date && one.date <= to));
    return rests && report.record.snapshot.id < after;
  });
  // Marks take their time: they are asked for only where there is something to mark.
  if (resting.length === 0) return [];
  const { reports } = refreshReport(marksOn(before), marksOn(after));
  const moved = new Map(reports.flatMap(({ slug, moved: list }) => list.map(({ id, mark }) => [`${slug} ${id}`, mark] as const)));
  return resting.map((claim) => ({ claim, mark: moved.get(`${claim.report.slug} ${claim.assertion.id}`) ?? 'unchanged' }));
}

/** How many revised values of an extract are shown: a restated history is a table. */
const MOST_OF_EXTRACT = 20;

/** The revised values that may be shown. */
export function shownRevisions({ revised, terms }: Vintage): readonly Revision[] {
  if (terms === 'private') return [];
  return terms === 'extract' ? revised.slice(0, MOST_OF_EXTRACT) : revised;
}

/** Whether a vintage may be passed on as a whole: by its own terms and by those of today. */
export function isWhole({ resource }: Dataset, vintage: Vintage): boolean {
  return strictest([resource.provenance.redistribution, vintage.resource.provenance.redistribution]) === 'public';
}

/** The vintages that may be passed on as a whole. */
export function wholeVintages(dataset: Dataset): Vintage[] {
  return dataset.vintages.filter((vintage) => isWhole(dataset, vintage));
}

/** A snapshot as a whole. */
export interface Brought {
  snapshot: Snapshot;
  /** True for the oldest: all its rows are new. */
  isFirst: boolean;
  /** Resources that it has. */
  resources: number;
  /** New rows, and in how many resources. */
  rows: number;
  inResources: number;
  revised: number;
  /** Reports that are pinned to it. */
  pinnedBy: readonly Report[];
}

/** What each snapshot brought, newest first. */
export function broughtBy(archive: Archive): Brought[] {
  const vintages = datasetsOf(archive).flatMap((dataset) => dataset.vintages);
  return archive.snapshots
    .map((id, k): Brought => {
      const own = vintages.filter(({ snapshot }) => snapshot.id === id);
      return {
        snapshot: archive.snapshot(id),
        isFirst: k === 0,
        resources: own.length,
        rows: own.reduce((sum, { added }) => sum + added, 0),
        inResources: own.filter(({ added }) => added > 0).length,
        revised: own.reduce((sum, { revised }) => sum + revised.length, 0),
        pinnedBy: archive.reports.filter(({ record }) => record.snapshot.id === id),
      };
    })
    .reverse();
}
