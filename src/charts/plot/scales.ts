/** The scales of a specification: domains that the author gives, the order of categories, colours that are tokens. */
import type * as Plot from '@observablehq/plot';
import { dateOf, niceDomain } from '../axes.ts';
import type { FigureData } from '../figure-data.ts';
import type { LegendEntry, Ticks } from './axes.ts';
import { channelsOf, colourOf } from './channels.ts';
import { paletteOf } from './colours.ts';
import { type Column, daysOf, tableOf } from './columns.ts';
import { type Axis, type Dimension, isBanded } from './dimension.ts';
import type { MarkSpec, Position, Sized } from './specification.ts';

/** What Plot is told of a scale: domains that the author gives, and the order of categories. */
export function scaleOf({ marks, ...all }: Sized, axis: Axis, dimension: Dimension, data: FigureData): Plot.ScaleOptions {
  const { type, domain, zero, reverse, padding, inset } = all[axis] ?? {};
  refuseBelowZero({ type }, Math.min(...(domain ?? [1]).map(Number)));
  const band = type === 'band' || type === 'point' ? type : isBanded(marks, axis) ? 'band' : 'point';
  const days = daysOf(data);
  const own = ((): Plot.ScaleOptions => {
    switch (dimension.type) {
      case 'session':
        return { type: 'band', domain: days.map((_day, k) => k) };
      case 'day':
        return {
          type: 'utc',
          ...(domain
            ? { domain: domain.map((day) => new Date(String(day))) }
            : dimension.isBinned
              ? {}
              : { domain: [dateOf(days[0]), dateOf(days[days.length - 1])] }),
        };
      case 'category':
        return { type: band, domain: (domain ?? dimension.order ?? []).map(String) };
      default:
        return { ...(type ? { type } : {}), ...(domain ? { domain } : {}) };
    }
  })();
  const rest = { zero, reverse, padding, inset };
  return { ...own, ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) };
}

/** Facets in the order of their categories. */
export function facetsOf({ marks, ...all }: Sized, data: FigureData): Pick<Plot.PlotOptions, 'fx' | 'fy'> {
  return Object.fromEntries(
    (['fx', 'fy'] as const).flatMap((name) => {
      const column = marks.flatMap((mark) => channelsOf(mark, tableOf(data, mark.data))).find(([channel]) => channel === name)?.[1];
      if (!column || !('column' in column)) return [];
      const { domain, ...rest } = all[name] ?? {};
      const order = domain ?? column.column.order;
      return [[name, { padding: 0.1, ...(order ? { domain: order.map(String) } : {}), ...rest }]];
    }),
  );
}

interface Colours {
  scale: Plot.ScaleOptions | null;
  legend: LegendEntry[];
}

/** The scale of colours, where a mark is coloured by a column; and the names of the colours, where the drawing doesn't print them. */
export function coloursOf({ marks, color = {} }: Sized, data: FigureData): Colours {
  const columns = marks.flatMap((mark): Column[] => {
    const table = tableOf(data, mark.data);
    return [mark.fill, mark.stroke].flatMap((name) => {
      const found = typeof name === 'string' ? colourOf(name, table, data) : null;
      return found && 'column' in found ? [found.column] : [];
    });
  });
  const [column] = columns;
  if (!column) return { scale: null, legend: [] };
  const named = color.range?.map((name) => {
    const found = colourOf(name, { rows: [], columns: new Map() }, data);
    return found && 'colour' in found ? found.colour : name;
  });
  if (column.type === 'number') {
    const domain = (color.domain ?? [0]) as number[];
    return { scale: { type: 'threshold', domain, range: named ?? paletteOf(domain.length + 1) }, legend: [] };
  }
  const domain = (color.domain ?? column.order ?? []).map(String);
  const isSeries = column.order?.every((title) => data.lines.some((line) => line.title === title)) ?? false;
  const lines = domain.flatMap((title) => data.lines.find((line) => line.title === title) ?? []);
  const range = named ?? paletteOf(domain.length, isSeries ? lines : []);
  const isPrinted = marks.some((mark) => printsCategories(mark, domain, data));
  const isLegend = color.legend ?? !isPrinted;
  return {
    scale: { type: 'ordinal', domain, range },
    legend: isLegend ? domain.map((label, k) => ({ label, colour: range[k % range.length] })) : [],
  };
}

/** True where a mark prints these categories itself: as its words, or along an axis. */
function printsCategories(mark: MarkSpec, categories: readonly string[], data: FigureData): boolean {
  const table = tableOf(data, mark.data);
  const placed = channelsOf(mark, table).flatMap(([name, channel]) =>
    /^f?[xy]$/.test(name) && channel && 'column' in channel ? [channel.column] : [],
  );
  const printed = mark.mark === 'text' ? (table.columns.get(mark.text ?? '') ?? []) : [];
  return [...placed, printed].flat().some(({ order = [] }) => order.length > 0 && categories.every((one) => order.includes(one)));
}

/** @throws Error for a logarithm that isn't there */
function refuseBelowZero({ type }: Position, lowest: number): void {
  if (type === 'log' && lowest <= 0) throw new Error('a scale of type log has no place for zero and what is below');
}

/** The domain of numbers: what the author gives, or from a round value below. Null where the axis has none. */
export function shownDomain(
  { type, isBinned }: Dimension,
  scale: Plot.Scale | undefined,
  position: Position = {},
  count: number,
): [number, number] | null {
  if (type !== 'number' && type !== 'share') return null;
  const [low, high] = [...((scale?.domain ?? [0, 1]) as number[])].sort((a, b) => a - b);
  refuseBelowZero(position, low);
  if (position.domain || position.type === 'log' || isBinned) return [low, high];
  return [niceDomain(low, high, count).low, high];
}

/** The ticks of an axis that has no numbers. */
export function yCategories({ type, order = [] }: Dimension, scale: Plot.Scale | undefined): Ticks {
  const values = type === 'category' ? ((scale?.domain ? [...scale.domain] : order) as string[]) : [];
  return { values, labels: values.map(String) };
}
