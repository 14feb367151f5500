/** What one snapshot has that an older one had not, and which of the old values are others now. */
import { type Day, isoOf } from './day.ts';
import type { SeriesUnit } from './manifest.ts';
import { indexOnOrBefore, type Series } from './series.ts';
import type { Snapshot } from './snapshot.ts';

/** The rows of a resource that were not there before. */
export interface NewRows {
  resource: string;
  title: string;
  rows: number;
  first: string;
  last: string;
}

/** A value of a row that was there before. Null where there was none, or is none any more. */
export interface Revision {
  resource: string;
  series: string;
  title: string;
  publisher: string;
  unit: SeriesUnit;
  date: string;
  was: number | null;
  now: number | null;
}

/** Ids that are only in the newer, or only in the older snapshot. */
export interface Turnover {
  added: string[];
  gone: string[];
}

export interface SnapshotChanges {
  rows: NewRows[];
  revised: Revision[];
  resources: Turnover;
  series: Turnover;
}

/** In the order of the newer snapshot's manifest, its series and their days. */
export function snapshotChanges(before: Snapshot, after: Snapshot): SnapshotChanges {
  const resources = after.manifest.resources;
  const changes = resources.map(({ name }) => resourceChanges(before, after, name));
  return {
    rows: changes.flatMap(({ rows }) => rows ?? []),
    revised: changes.flatMap(({ revised }) => revised),
    resources: turnover(
      before.manifest.resources.map(({ name }) => name),
      resources.map(({ name }) => name),
    ),
    series: turnover([...before.series.keys()], [...after.series.keys()]),
  };
}

/** The same of one resource, which the newer snapshot has. `rows` is null where it has no new ones. */
export function resourceChanges(before: Snapshot, after: Snapshot, resource: string): { rows: NewRows | null; revised: Revision[] } {
  const known = daysOf(before, resource);
  const days = [...daysOf(after, resource)].filter((day) => !known.has(day)).sort((a, b) => a - b);
  const own = [...after.series.values()].filter((series) => series.resource.name === resource);
  const title = after.manifest.resources.find(({ name }) => name === resource)?.title ?? resource;
  return {
    rows: days.length > 0 ? { resource, title, rows: days.length, first: isoOf(days[0]), last: isoOf(days[days.length - 1]) } : null,
    revised: own.flatMap((series) => {
      const old = before.series.get(series.id);
      return old ? revisionsOf(old, series, known) : [];
    }),
  };
}

/** The days on which any series of a resource has a value: its rows. */
function daysOf({ series }: Snapshot, resource: string): Set<Day> {
  const own = [...series.values()].filter((one) => one.resource.name === resource);
  return new Set(own.flatMap(({ days }) => [...days]));
}

/** @param known the days of which the resource had a row: on another day a value is new, not revised */
function revisionsOf(old: Series, series: Series, known: ReadonlySet<Day>): Revision[] {
  const { id, title, unit, resource } = series;
  const days = [...new Set([...old.days, ...series.days])].filter((day) => known.has(day)).sort((a, b) => a - b);
  return days.flatMap((day) => {
    const [was, now] = [valueOn(old, day), valueOn(series, day)];
    if (was === now) return [];
    return [{ resource: resource.name, series: id, title, publisher: resource.provenance.publisherName, unit, date: isoOf(day), was, now }];
  });
}

function valueOn({ days, values }: Series, day: Day): number | null {
  const i = indexOnOrBefore(days, day);
  return i >= 0 && days[i] === day ? values[i] : null;
}

function turnover(before: readonly string[], after: readonly string[]): Turnover {
  return { added: after.filter((id) => !before.includes(id)), gone: before.filter((id) => !after.includes(id)) };
}
