/** A series, or a metric that the desk has given a name, over all the days there are: its line, its extremes, its largest moves. */

import { figureData } from '../charts/figure-data.ts';
import type { Day } from '../data/day.ts';
import type { Resource } from '../data/manifest.ts';
import { type Redistribution, strictest } from '../data/redistribution.ts';
import { lastDayOf, type Snapshot } from '../data/snapshot.ts';
import { type Context, evaluateColumn, seriesUsed } from '../metrics/evaluate.ts';
import { formatDay, formatValue } from '../metrics/format.ts';
import { isLevel, type Unit } from '../metrics/units.ts';
import { type FigureView, recordOf } from './compile-figure.ts';
import { remembered } from './remembered.ts';
import { type Example, exampleAt, examplesOf, formatLevel, type SeriesDesk, seriesIds } from './series-examples.ts';

export interface Point {
  day: Day;
  value: number;
}

export interface SeriesView {
  id: string;
  title: string;
  unit: Unit;
  /** The expression of a named metric; null for a series. */
  metric: string | null;
  /** The resources it comes from: of a series one. */
  resources: readonly Resource[];
  redistribution: Redistribution;
  first: Day;
  last: Day;
  observations: number;
  /** Null where the values are private. A series that never moved has no figure. */
  values: { last: Point; highest: Point; lowest: Point; figure: FigureView | null } | null;
  moves: { expression: string; unit: Unit; rises: readonly Point[]; falls: readonly Point[] };
  examples: readonly Example[];
}

/** The series of the newest snapshot. Computed once for a library. */
export const seriesOf = remembered(
  ({ newest, calendar, named }: Omit<SeriesDesk, 'snapshot'> & { newest: Snapshot }): readonly SeriesView[] => {
    const desk: SeriesDesk = { snapshot: newest, calendar, named };
    return seriesIds(desk).map((id) => seriesView(id, desk));
  },
);

/** @throws Error for an id that is not among `seriesIds` */
export function seriesView(id: string, { snapshot, calendar, named }: SeriesDesk): SeriesView {
  const context: Context = { snapshot, calendar, named, asOf: lastDayOf(snapshot) };
  const series = snapshot.series.get(id);
  const metric = series ? null : (named.get(id)?.metric ?? null);
  const title = (series ?? named.get(id))?.title;
  if (title === undefined) throw new Error(`no series '${id}'`);
  const used = seriesUsed(id, context);
  const resources = snapshot.manifest.resources.filter(({ name }) => used.some((one) => one.resource.name === name));
  const redistribution = strictest(resources.map(({ provenance }) => provenance.redistribution));
  const { column } = evaluateColumn(id, context);
  const points = series
    ? pointsOf(series.days, series.values)
    : pointsOf(column.days, column.values).filter(({ value }) => Number.isFinite(value));
  const [first, last] = [points[0], points[points.length - 1]];
  const [highest, lowest] = [pick(points, (a, b) => a > b), pick(points, (a, b) => a < b)];
  return {
    id,
    title,
    unit: column.unit,
    metric,
    resources,
    redistribution,
    first: first.day,
    last: last.day,
    observations: points.length,
    values:
      redistribution === 'private'
        ? null
        : { last, highest, lowest, figure: figureOf(id, title, { first, last, highest, lowest }, context) },
    moves: movesOf(id, column.unit, context),
    examples: [
      ...(redistribution === 'private' ? [] : exampleAt(id, last.day, context, formatLevel)),
      ...examplesOf(id, column.unit, last.day, context),
    ],
  };
}

const pointsOf = (days: Int32Array, values: Float64Array): Point[] => Array.from(days, (day, i) => ({ day, value: values[i] }));

/** The first of the points than which none is better. */
const pick = (points: readonly Point[], better: (a: number, b: number) => boolean): Point =>
  points.reduce((best, point) => (better(point.value, best.value) ? point : best));

/** A level in a sentence: volumes in millions. */
const inProse = (value: number, unit: Unit): string => (unit === 'contracts' ? formatValue(value, unit, '.2m') : formatLevel(value, unit));

const monthOf = (day: Day): string => formatDay(day, 'long').replace(/\u00A0\d+,/, '');

interface Ends {
  first: Point;
  last: Point;
  highest: Point;
  lowest: Point;
}

function figureOf(id: string, title: string, { first, last, highest, lowest }: Ends, context: Context): FigureView | null {
  if (highest.value === lowest.value) return null;
  const data = figureData([id], first.day, last.day, context);
  const [{ unit }] = data.lines;
  const said = (point: Point): string => inProse(point.value, unit);
  const on = (point: Point): string => `${said(point)} on ${formatDay(point.day, 'long')}`;
  const place =
    last.value === highest.value
      ? 'the highest'
      : last.value === lowest.value
        ? 'the lowest'
        : `between ${said(lowest)} and ${said(highest)}`;
  const finding = `Last at ${said(last)}, ${place} since ${monthOf(first.day)}`;
  const spec = {
    id: 'history',
    kind: 'stacked-panels',
    title: [finding],
    subtitle: [`${title}, ${MEASURED[unit] ?? unit}, ${formatDay(first.day, 'long')} to ${formatDay(last.day, 'long')}`],
    note: [],
    description: [
      `A line of ${title} over time. It begins at ${on(first)} and ends at ${on(last)}. The lowest value is ${on(lowest)}, the highest ${on(highest)}.`,
    ],
    wide: false,
    annotations: {},
  };
  return { spec, data, record: recordOf(spec, finding, 0, data), terms: { numbers: [], windows: [], days: [] } };
}

/** What the values are, as a subtitle says it. */
const MEASURED: Partial<Record<Unit, string>> = {
  points: 'closes in points',
  USD: 'closes in dollars',
  percent: 'percent',
  contracts: 'contracts a session',
  index: 'index',
};

const MOST_MOVES = 5;

/** The largest moves of one session, each way. Of a rate the change counts, of other levels the return; what is no level has none. */
function movesOf(id: string, unit: Unit, context: Context): SeriesView['moves'] {
  const expression = unit === 'percent' ? `change(${id}, 1d)` : `return(${id}, 1d)`;
  if (!isLevel(unit)) return { expression, unit, rises: [], falls: [] };
  const { column } = evaluateColumn(expression, context);
  const moves = pointsOf(column.days, column.values).filter(({ value }) => Number.isFinite(value) && value !== 0);
  // Of equal moves the later one first.
  const bySize = moves.sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || b.day - a.day);
  return {
    expression,
    unit: column.unit,
    rises: bySize.filter(({ value }) => value > 0).slice(0, MOST_MOVES),
    falls: bySize.filter(({ value }) => value < 0).slice(0, MOST_MOVES),
  };
}
