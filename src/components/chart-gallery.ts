/** The entries of the gallery: every kind of chart on this desk's data, with the figures of its reports that are of the kind. */
import type { Size } from '../charts/theme.ts';
import { dayOf, isoOf } from '../data/day.ts';
import type { Snapshot } from '../data/snapshot.ts';
import { inType } from '../reports/in-type.ts';
import { type Library, library } from '../reports/library.ts';
import { type Recipe, readRecipes } from '../reports/recipes.ts';
import { remembered } from '../reports/remembered.ts';
import type { Bound } from './of-report.ts';

/** The widths at which a figure is drawn, and where each is shown. */
export const SIZE_WORDS: Readonly<Record<Size, string>> = {
  S: 'On a phone',
  H: 'Leading the home page',
  M: 'In the column of text',
  L: 'Wide',
};

/** Figures of the newest reports that are told of a kind. */
const USED = 12;

export interface Gallery {
  entries: readonly (Recipe & { used: readonly (Bound & { title: string })[] })[];
  snapshot: Snapshot;
  /** The day of the data. */
  asOf: string;
}

/** On the snapshot of the oldest report, so that the pictures stay as they are; without a report on the newest. Computed once for a library. */
export const gallery = (): Gallery => galleryIn(library());

const galleryIn = remembered(galleryOf);

function galleryOf({ reports, snapshot: snapshotNamed, newest, calendar, named }: Library): Gallery {
  const oldest = reports.at(-1)?.record;
  const snapshot = oldest ? snapshotNamed(oldest.snapshot.id) : newest;
  const asOf = oldest ? dayOf(oldest.asOf) : Math.max(...[...snapshot.series.values()].map(({ days }) => days[days.length - 1] ?? 0));
  const entries = readRecipes({ snapshot, calendar, named, asOf }).map((recipe) => ({
    ...recipe,
    used: reports
      .flatMap(({ slug, record }) =>
        record.figures.flatMap(({ id, kind, title }) => (kind === recipe.kind.name ? [{ report: slug, id, title: inType(title) }] : [])),
      )
      .slice(0, USED),
  }));
  return { entries, snapshot, asOf: isoOf(asOf) };
}
