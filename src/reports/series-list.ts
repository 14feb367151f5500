/** Every series that a metric may name, and every named metric: what `npm run series` lists. */
import { isoOf } from '../data/day.ts';
import { lastDayOf } from '../data/snapshot.ts';
import type { Context } from '../metrics/evaluate.ts';
import { evaluateColumn, seriesUsed } from '../metrics/evaluate.ts';
import type { Unit } from '../metrics/units.ts';
import { type Example, examplesOf, formatLevel, type SeriesDesk, seriesIds } from './series-examples.ts';

export interface ListedSeries {
  id: string;
  title: string;
  unit: Unit;
  /** Names of the tables it stands in: of a named metric perhaps several. */
  tables: readonly string[];
  publishers: readonly string[];
  /** What the desk calls it besides. */
  names: readonly string[];
  /** The expression of a named metric; null for a series. */
  metric: string | null;
  first: string;
  last: string;
  /** Days with a value. */
  rows: number;
  /** On the last day. */
  value: number;
  display: string;
  /** A metric of it, with its value on the last day; null where none has one. */
  example: Example | null;
}

export function listSeries(desk: SeriesDesk & { names: ReadonlyMap<string, readonly string[]> }): ListedSeries[] {
  const context: Context = { ...desk, asOf: lastDayOf(desk.snapshot) };
  return seriesIds(desk).map((id) => listed(id, context, desk));
}

function listed(id: string, context: Context, { snapshot, named, names }: Parameters<typeof listSeries>[0]): ListedSeries {
  const series = snapshot.series.get(id);
  const { column } = evaluateColumn(id, context);
  // A series has its own rows: a rate that was set holds on the days after it, too.
  const { days: all, values: every } = series ?? column;
  const days = all.filter((_, i) => Number.isFinite(every[i]));
  const values = every.filter(Number.isFinite);
  const last = days[days.length - 1];
  const value = values[values.length - 1];
  const resources = [...new Set(seriesUsed(id, context).map(({ resource }) => resource))];
  return {
    id,
    title: (series ?? named.get(id))?.title ?? id,
    unit: column.unit,
    tables: resources.map(({ name }) => name),
    publishers: [...new Set(resources.map(({ provenance }) => provenance.publisherName))],
    names: [...names].filter(([, ids]) => ids.includes(id)).map(([name]) => name),
    metric: series ? null : (named.get(id)?.metric ?? null),
    first: isoOf(days[0]),
    last: isoOf(last),
    rows: days.length,
    value,
    display: formatLevel(value, column.unit),
    example: examplesOf(id, column.unit, last, context)[0] ?? null,
  };
}

/** The texts that a series is found by. */
export const textsOfSeries = ({ id, title, tables, publishers, names, unit }: ListedSeries): string[] => [
  id,
  title,
  ...tables,
  ...publishers,
  ...names,
  unit,
];
