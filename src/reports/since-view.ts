/** What pages show of a report since its publication: the committed values, and the points of the figure, which must be those committed. */
import { type FigureData, figureData, type Line } from '../charts/figure-data.ts';
import { dayOf } from '../data/day.ts';
import type { Snapshot } from '../data/snapshot.ts';
import type { Context } from '../metrics/evaluate.ts';
import { type FigureView, recordOf } from './compile-figure.ts';
import type { Library, Report } from './library.ts';
import { namedIn } from './new/speaking-of.ts';
import { leadSince, PATHS, pathsSince, publicationMark, type Reached, type Since } from './since-publication.ts';
import { findingSince, measuredSince, type PairNames } from './since-words.ts';

export interface SinceView {
  since: Since;
  names: PairNames;
  /** The snapshot that says so. */
  snapshot: Snapshot;
  /** Null where nothing has followed yet. */
  latest: { reached: Reached; figure: FigureView; lead: Line } | null;
}

/** The id of the figure in the page. */
const ID = 'marked-to-market';

/**
 * Null for a report that names no pair, or has no marks.
 * @throws Error where the points are not those that were committed
 */
export function sinceView({ slug, marks }: Pick<Report, 'slug' | 'marks'>, library: Library): SinceView | null {
  const of = library.marked?.snapshot.id;
  if (!marks?.since || of === undefined || !library.snapshots.includes(of)) return null;
  const { since } = marks;
  const snapshot = library.snapshot(of);
  const [first, second] = since.pair.map((id) => namedIn(id, library, of));
  if (!first || !second) return null;
  const names = { first, second };
  const reached = since.horizons.find(({ horizon }) => horizon === 'latest')?.reached;
  if (!reached || !since.figure) return { since, names, snapshot, latest: null };
  const context: Context = { snapshot, calendar: library.calendar, named: library.named, asOf: dayOf(reached.at) };
  const [base, last] = [dayOf(since.base), dayOf(reached.at)];
  const data = pathsSince(since.pair, base, last, context);
  if (data.digest !== since.figure.digest) throw new Error(`${slug}: the paths since publication are not those of the committed marks`);
  const { lines } = figureData([leadSince(since.pair, base, context)], base, last, context);
  return { since, names, snapshot, latest: { reached, figure: figureOf(data, since, names, reached), lead: lines[0] } };
}

function figureOf(data: FigureData, { base }: Since, names: PairNames, reached: Reached): FigureView {
  const title = findingSince(reached, names, base);
  const spec = {
    id: ID,
    kind: PATHS.name,
    title: [title],
    subtitle: [measuredSince(names, data.lines[0].unit, base, reached.at)],
    note: [],
    description: [],
    wide: false,
    annotations: { mark: publicationMark(dayOf(base)) },
  };
  return { record: recordOf(spec, title, 0, data), spec, data, terms: { numbers: [], windows: [], days: [] } };
}
