/** What the words of a specification stand for: columns of the data, fixed places, colours. */
import { dayOf, isIsoDate } from '../../data/day.ts';
import { dateOf } from '../axes.ts';
import type { FigureData, Line } from '../figure-data.ts';
import { lineStyle } from '../theme.ts';
import { tokenNamed, tokenNames } from './colours.ts';
import type { Column, Table } from './columns.ts';
import type { MarkSpec } from './specification.ts';

/** Channels that have a place, a size or a group; colours and words are others. */
export const CHANNELS = ['x', 'x1', 'x2', 'y', 'y1', 'y2', 'fx', 'fy', 'z', 'r', 'fillOpacity'] as const;
export type ChannelName = (typeof CHANNELS)[number];

export type Channel = { column: Column } | { constant: number | Date };

/** What is written in a channel; null where no column has that name. */
export function channelOf(written: unknown, { columns }: Table): Channel | null {
  if (typeof written === 'number') return { constant: written };
  const column = columns.get(String(written));
  if (column) return { column };
  return isIsoDate(String(written)) ? { constant: dateOf(dayOf(String(written))) } : null;
}

/** The channels that are written in a mark, with what they stand for. */
export function channelsOf(mark: MarkSpec, table: Table): [ChannelName, Channel | null][] {
  return CHANNELS.flatMap((name): [ChannelName, Channel | null][] =>
    mark[name] === undefined ? [] : [[name, channelOf(mark[name], table)]],
  );
}

/** A column that colours by category or by number, or one colour; null where the name is neither. */
export function colourOf(written: string, { columns }: Table, { lines }: FigureData): { column: Column } | { colour: string } | null {
  const column = columns.get(written);
  if (column && !(column.type === 'number' && column.line && written !== 'value')) return { column };
  const colour = lineNamed(written, lines) ?? tokenNamed(written);
  return colour === null ? null : { colour };
}

/** The colour of a series of the figure by its expression, its name, or the id of a series in it. */
function lineNamed(name: string, lines: readonly Line[]): string | null {
  const line = lines.find(({ expression, title }) => expression === name || title === name);
  if (line) return lineStyle(line).colour;
  return lines.some(({ series }) => series.includes(name)) ? lineStyle({ series: [name] }).colour : null;
}

/** All names that a colour may have in a figure, for messages. */
export function colourNames({ columns }: Table, { lines }: FigureData): string[] {
  const categories = [...columns].flatMap(([name, { type }]) => (type === 'category' ? [name] : []));
  return [...new Set([...categories, ...lines.flatMap(({ series }) => series), ...tokenNames()])];
}
