/** The marks of a specification as Plot's. Everything that is named has been found: see `faults.ts`. */
import * as Plot from '@observablehq/plot';
import type { FigureData, Line } from '../figure-data.ts';
import { fontSize, halo, ink, lineStyle, type Size } from '../theme.ts';
import { type Channel, channelsOf, colourOf } from './channels.ts';
import { type Column, daysOf, type Row, type Table, tableOf } from './columns.ts';
import type { MarkName, MarkSpec, Transform } from './specification.ts';

type Options = Record<string, unknown>;
type Make = (data: readonly Row[], options: Options) => Plot.Markish;

const MAKERS: Readonly<Record<MarkName, unknown>> = {
  areaY: Plot.areaY,
  barX: Plot.barX,
  barY: Plot.barY,
  cell: Plot.cell,
  dot: Plot.dot,
  lineY: Plot.lineY,
  linearRegressionY: Plot.linearRegressionY,
  link: Plot.link,
  rect: Plot.rect,
  rectX: Plot.rectX,
  rectY: Plot.rectY,
  ruleX: Plot.ruleX,
  ruleY: Plot.ruleY,
  text: Plot.text,
  tickX: Plot.tickX,
  tickY: Plot.tickY,
};

/** Marks that are drawn as a line; all others are filled. */
export const STROKED: readonly MarkName[] = ['lineY', 'linearRegressionY', 'link', 'ruleX', 'ruleY', 'tickX', 'tickY'];

/** Handed to Plot as they are written. */
const PLAIN = [
  'strokeOpacity',
  'opacity',
  'strokeWidth',
  'strokeDasharray',
  'dx',
  'dy',
  'insetLeft',
  'insetRight',
  'insetTop',
  'insetBottom',
  'curve',
  'symbol',
  'ci',
  'textAnchor',
  'lineAnchor',
  'frameAnchor',
];

/**
 * @param bySession true where days stand an equal way apart, each a band
 * @param only the points of one series, moved by so many pixels
 */
export function markOf(
  mark: MarkSpec,
  data: FigureData,
  size: Size,
  bySession: boolean,
  only?: { line: number; dy: number },
): Plot.Markish {
  const table = tableOf(data, mark.data);
  const days = bySession ? daysOf(data) : [];
  const channels = channelsOf(mark, table);
  const options: Options = Object.fromEntries(PLAIN.flatMap((name) => (mark[name] === undefined ? [] : [[name, mark[name]]])));
  for (const [name, channel] of channels) if (channel) options[name] = accessorOf(channel, name.startsWith('x') ? days : []);
  Object.assign(options, coloursOf(mark, table, data));
  if (mark.mark === 'text') Object.assign(options, textOf(mark, table, size));
  if (mark.mark === 'lineY' || mark.mark === 'areaY') options.strokeLinejoin = 'round';
  // A session without a value is no gap in a line and no bar of zero.
  const numbers = channels.flatMap(([, channel]) => (channel && 'column' in channel && channel.column.type === 'number' ? [channel] : []));
  const rows = table.rows.filter((row) => (!only || row.line === only.line) && numbers.every(({ column }) => column.valueOf(row) !== null));
  if (only) options.dy = ((mark.dy as number | undefined) ?? 0) + only.dy;
  return (MAKERS[mark.mark] as Make)(rows, transformed(options, mark.transform));
}

/** Numbers that are the same for all stay numbers: Plot takes them as sizes, not as data. */
function accessorOf(channel: Channel, days: readonly number[]): unknown {
  const indices = new Map(days.map((day, k) => [day, k]));
  if ('constant' in channel) {
    const { constant } = channel;
    if (typeof constant === 'number') return constant;
    return () => (days.length === 0 ? constant : indices.get(constant.getTime() / 86_400_000));
  }
  const { column } = channel;
  return column.type === 'day' && days.length > 0 ? ({ day }: Row) => indices.get(day) : column.valueOf;
}

function coloursOf(mark: MarkSpec, table: Table, data: FigureData): Options {
  const written = { fill: mark.fill, stroke: mark.stroke };
  const options: Options = {};
  for (const [name, value] of Object.entries(written)) {
    const found = typeof value === 'string' ? colourOf(value, table, data) : null;
    if (found) options[name] = 'column' in found ? found.column.valueOf : found.colour;
  }
  const isStroked = STROKED.includes(mark.mark);
  const main = isStroked ? 'stroke' : 'fill';
  if (options.fill === undefined && options.stroke === undefined) options[main] = ownColour(mark, table);
  // A ring has the ground inside, so that what it lies on doesn't show.
  if (mark.mark === 'dot' && options.fill === undefined) options.fill = ink.ground;
  if (mark.mark === 'areaY' && mark.fillOpacity === undefined && options.fill !== undefined) options.fillOpacity = 0.25;
  if (mark.mark === 'linearRegressionY' && options.fill === undefined && typeof options.stroke === 'string') options.fill = options.stroke;
  return options;
}

/** The colour of the series that is drawn, where it is one; else that of context. */
function ownColour(mark: MarkSpec, table: Table): string {
  if (mark.mark === 'text') return ink.quiet;
  const drawn = channelsOf(mark, table).flatMap(([name, channel]): Line[] =>
    /^[xy]/.test(name) && channel && 'column' in channel && channel.column.line ? [channel.column.line] : [],
  );
  const colours = new Set(drawn.map((line) => lineStyle(line).colour));
  return colours.size === 1 ? [...colours][0] : ink.muted;
}

function textOf({ text, words, bold, textAnchor, dx, data }: MarkSpec, { columns }: Table, size: Size): Options {
  const column = text === undefined ? undefined : columns.get(text);
  return {
    text: column ? (row: Row) => column.printed(row, size === 'S') : () => words ?? '',
    fontSize: fontSize(size),
    fontWeight: bold ? 700 : 500,
    fontVariant: 'tabular-nums',
    lineHeight: 1.2,
    // The last point of a series has its name behind it.
    ...(data === 'last' && textAnchor === undefined ? { textAnchor: 'start', dx: dx ?? 8 } : {}),
    ...halo,
  };
}

/** How wide a printed text may be, for the room it needs: all texts of a mark. */
export function textsOf({ text, words, data: name }: MarkSpec, data: FigureData, size: Size): string[] {
  const { rows, columns } = tableOf(data, name);
  const column: Column | undefined = columns.get(text ?? '');
  return column ? rows.map((row) => column.printed(row, size === 'S')) : [words ?? ''];
}

function transformed(options: Options, transform: Transform = {}): Options {
  const { mapX, mapY, normalizeX, normalizeY, windowX, windowY, bin, binX, binY, group, groupX, groupY, groupZ, stackX, stackY } =
    transform;
  let done: unknown = options;
  const apply = <T>(written: T | undefined, through: (written: T, options: never) => unknown): void => {
    if (written !== undefined) done = through(written, done as never);
  };
  apply(mapX, (map, all) => Plot.mapX(map, all));
  apply(mapY, (map, all) => Plot.mapY(map, all));
  apply(normalizeX, (basis, all) => Plot.normalizeX(basis, all));
  apply(normalizeY, (basis, all) => Plot.normalizeY(basis, all));
  apply(windowX, (window, all) => Plot.windowX(window, all));
  apply(windowY, (window, all) => Plot.windowY(window, all));
  for (const [written, through] of [
    [bin, Plot.bin],
    [binX, Plot.binX],
    [binY, Plot.binY],
  ] as const)
    apply(written, ({ thresholds, interval, cumulative, ...outputs }, all) =>
      (through as (outputs: Options, options: Options) => unknown)(outputs, {
        ...(all as Options),
        ...(interval === undefined ? { thresholds } : { interval }),
        cumulative,
      }),
    );
  for (const [written, through] of [
    [group, Plot.group],
    [groupX, Plot.groupX],
    [groupY, Plot.groupY],
    [groupZ, Plot.groupZ],
  ] as const)
    apply(written, (outputs, all) => (through as (outputs: Options, options: Options) => unknown)(outputs, all));
  apply(stackX, (stack, all) => Plot.stackX(stack as never, all));
  apply(stackY, (stack, all) => Plot.stackY(stack as never, all));
  apply(transform.select, (which, all) => SELECT[which](all));
  return done as Options;
}

const SELECT: Readonly<Record<NonNullable<Transform['select']>, (options: never) => unknown>> = {
  first: Plot.selectFirst,
  last: Plot.selectLast,
  minX: Plot.selectMinX,
  maxX: Plot.selectMaxX,
  minY: Plot.selectMinY,
  maxY: Plot.selectMaxY,
};
