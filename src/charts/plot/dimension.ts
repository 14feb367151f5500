/** What a specification draws along an axis: numbers of a unit, days, or categories in their order. */
import type { Unit } from '../../metrics/units.ts';
import type { FigureData, Line } from '../figure-data.ts';
import { channelsOf } from './channels.ts';
import { type Column, tableOf } from './columns.ts';
import type { MarkName, MarkSpec, Position, Transform } from './specification.ts';

export type Axis = 'x' | 'y';

export interface Dimension {
  /** A day is a place on a scale of time, or under bars a session an equal way from the next. */
  type: 'number' | 'share' | 'day' | 'session' | 'category';
  unit: Unit;
  /** Of categories, all of them. */
  order?: readonly string[];
  /** The series whose values are drawn, where it is one. */
  line?: Line;
  /** True where values are gathered in bins along it. */
  isBinned: boolean;
}

/** Marks whose bands have a width: days stand as sessions under them. */
const BANDS: Readonly<Record<Axis, readonly MarkName[]>> = { x: ['barY', 'cell', 'tickY'], y: ['barX', 'cell', 'tickX'] };

export const isBanded = (marks: readonly MarkSpec[], axis: Axis): boolean => marks.some(({ mark }) => BANDS[axis].includes(mark));

export function dimensionOf(marks: readonly MarkSpec[], axis: Axis, data: FigureData, { unit }: Position = {}): Dimension {
  const drawn = marks.flatMap((mark) => drawnAlong(mark, axis, data));
  const isBinned = marks.some(({ transform }) => transform?.bin ?? (axis === 'x' ? transform?.binX : transform?.binY));
  const columns = drawn.flatMap((one) => (typeof one === 'string' ? [] : [one]));
  const orders = columns.flatMap(({ order }) => (order ? [order] : []));
  if (orders.length > 0) return { type: 'category', unit: 'number', order: orders[0], isBinned };
  if (columns.some(({ type }) => type === 'day'))
    return { type: axis === 'x' && isBanded(marks, axis) ? 'session' : 'day', unit: 'date', isBinned };
  if (unit === undefined && drawn.includes('proportion')) return { type: 'share', unit: 'ratio', isBinned };
  const units = new Set(drawn.map((one) => (typeof one === 'string' ? 'number' : (one.unit ?? 'number'))));
  const lines = new Set(columns.map(({ line }) => line));
  return {
    type: 'number',
    unit: unit ?? (units.size === 1 ? [...units][0] : 'number'),
    line: lines.size === 1 ? [...lines][0] : undefined,
    isBinned,
  };
}

/** The index of the first mark that draws something else along an axis than those before it; -1 where all draw the same. */
export function firstOther(marks: readonly MarkSpec[], axis: Axis, data: FigureData): number {
  const types = marks.map((mark) => [
    ...new Set(drawnAlong(mark, axis, data).map((one) => (typeof one === 'string' ? 'number' : one.type))),
  ]);
  const [first] = types.flat();
  return types.findIndex((own) => own.some((type) => type !== first));
}

/** The columns that a mark draws along an axis; or what they are reduced to, where that is of another unit. */
function drawnAlong(mark: MarkSpec, axis: Axis, data: FigureData): (Column | 'count' | 'proportion' | 'plain')[] {
  const columns = channelsOf(mark, tableOf(data, mark.data)).flatMap(([name, channel]) =>
    name[0] === axis && channel && 'column' in channel ? [channel.column] : [],
  );
  const { transform } = mark;
  const reduced = transform && reducerOf(transform, axis);
  if (reduced === 'proportion') return ['proportion'];
  if (reduced === 'count' || reduced === 'distinct') return ['count'];
  const isMapped = transform?.[axis === 'x' ? 'mapX' : 'mapY'] ?? transform?.[axis === 'x' ? 'normalizeX' : 'normalizeY'];
  return isMapped !== undefined && isMapped !== 'cumsum' ? ['plain'] : columns;
}

function reducerOf({ bin, binX, binY, group, groupX, groupY, groupZ }: Transform, axis: Axis): string | undefined {
  return [bin, binX, binY, group, groupX, groupY, groupZ].flatMap((outputs) => outputs?.[axis] ?? [])[0];
}
