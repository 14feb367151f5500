/** What charts of lines share: the lines themselves, and their names at their ends. */
import * as Plot from '@observablehq/plot';
import type { Day } from '../data/day.ts';
import { formatShort } from '../metrics/format.ts';
import { dateOf } from './axes.ts';
import type { Line } from './figure-data.ts';
import { spread } from './labels.ts';
import type { Margins } from './render.ts';
import { textWidth } from './text-width.ts';
import { fontSize, halo, lineStyle, SIZES, type Size } from './theme.ts';
import { type Scale, thinned } from './thin.ts';

export const lastOf = ({ values }: Line): number => values[values.length - 1];
export const firstOf = ({ values }: Line): number => values[0];

export function lowestOf({ values }: Line): number {
  let lowest = values[0];
  for (const value of values) if (value < lowest) lowest = value;
  return lowest;
}

export function highestOf({ values }: Line): number {
  let highest = values[0];
  for (const value of values) if (value > highest) highest = value;
  return highest;
}

/** A level as the end of its line says it: '4.43%', '52.5 bp'. One that moves by less than a point has its second decimal. */
export function endValue(line: Line): string {
  const isFine = line.unit === 'points' && highestOf(line) - lowestOf(line) < 1;
  return formatShort(lastOf(line), line.unit, isFine ? 2 : undefined).replace(/^\+/, '');
}

/** How much of a drawing names may take. */
const NAMES_SHARE = 0.32;

/** The name and the value at the end of a line; a long name breaks into lines, and on a narrow drawing the value has its own. */
export function nameAndValue(line: Line, value: string, size: Size): string {
  const isNarrow = size === 'S' || size === 'H';
  const weight = lineStyle(line).hero ? 700 : 500;
  const fits = (text: string): boolean => textWidth(text, fontSize(size), weight) <= NAMES_SHARE * SIZES[size];
  const inOne = `${line.title} ${value}`;
  if (!isNarrow && fits(inOne)) return inOne;
  const rows: string[] = [];
  for (const word of (isNarrow ? line.shortTitle : line.title).split(' ')) {
    const longer = rows.length > 0 ? `${rows.at(-1)} ${word}` : '';
    if (longer !== '' && fits(longer)) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return [...rows, value].join('\n');
}

interface PathStyle {
  colour: string;
  weight: number;
  /** Lengths of dash and gap, where the line is not drawn through. */
  dash?: string;
  /** Between 0 and 1, where it is only the background of another. */
  opacity?: number;
}

/** Which points of a line are drawn. */
type Pick = (line: Line, style: PathStyle) => readonly number[];

/** Those that can be seen where the line is drawn so large. Dashes lie along the line: where it has them every point is one of theirs. */
export const visibleAt =
  (scale: Scale): Pick =>
  ({ days, values }, { weight, dash }) =>
    dash === undefined ? thinned(days, values, scale, weight) : Array.from(days.keys());

/** The scale of a plot that shows these days and values inside of its margins. */
export function scaleOf(
  { width, height, marginLeft, marginRight, marginTop, marginBottom }: Margins & { width: number; height: number },
  { from, to, low, high }: { from: Day; to: Day; low: number; high: number },
): Scale {
  return {
    perDay: (width - marginLeft - marginRight) / Math.max(1, to - from),
    perUnit: (height - marginTop - marginBottom) / (high - low),
  };
}

/** A line in its colour, or in another. What holds until the next value goes in steps. */
export function linePath(line: Line, pick: Pick, style: PathStyle = lineStyle(line)): Plot.Markish {
  return Plot.line(line.holds ? turnsOf(line) : pick(line, style), {
    x: (i: number) => dateOf(line.days[i]),
    y: (i: number) => line.values[i],
    stroke: style.colour,
    strokeWidth: style.weight,
    strokeLinejoin: 'round',
    ...(style.dash ? { strokeDasharray: style.dash } : {}),
    ...(style.opacity === undefined ? {} : { strokeOpacity: style.opacity }),
    ...(line.holds ? { curve: 'step-after' as const } : {}),
  });
}

/** Indices of the first value, of each that differs from the one before it, and of the last. */
function turnsOf({ values }: Line): number[] {
  return [...values.keys()].filter((i) => i === 0 || i === values.length - 1 || values[i] !== values[i - 1]);
}

export interface EndLabel {
  line: Line;
  /** One line, or several with line breaks. */
  text: string;
}

/** Room that the labels take to the right of the last day. */
export function endLabelsWidth(labels: readonly EndLabel[], font: number): number {
  const widths = labels.flatMap(({ line, text }) =>
    text.split('\n').map((part) => textWidth(part, font, lineStyle(line).hero ? 700 : 500)),
  );
  return Math.ceil(Math.max(...widths)) + 14;
}

/** A dot at the end of each line and its label beside it, spread apart where labels would touch. */
export function endLabels(
  labels: readonly EndLabel[],
  font: number,
  toPixel: (value: number) => number,
  top: number,
  bottom: number,
): Plot.Markish[] {
  const rows = Math.max(...labels.map(({ text }) => text.split('\n').length));
  const wanted = labels.map(({ line }) => toPixel(lastOf(line)));
  const centres = spread(wanted, rows > 1 ? 16 * rows + 2 : 20, top, bottom);
  return labels.flatMap(({ line, text }, index) => {
    const { colour, hero } = lineStyle(line);
    const end = { x: () => dateOf(line.days[line.days.length - 1]), y: lastOf };
    return [
      Plot.dot([line], { ...end, r: 3.5, fill: colour }),
      Plot.text([line], {
        ...end,
        text: () => text,
        dx: 9,
        dy: Math.round(centres[index] - wanted[index]),
        textAnchor: 'start',
        lineHeight: 1.2,
        fill: colour,
        fontSize: font,
        fontWeight: hero ? 700 : 500,
        fontVariant: 'tabular-nums',
        ...halo,
      }),
    ];
  });
}

/** A dot at the last day of a line and its value beside it, for a line that has a panel to itself. */
export function endValueMarks(line: Line, text: string, colour: string, font: number): Plot.Markish[] {
  const end = { x: () => dateOf(line.days[line.days.length - 1]), y: lastOf };
  return [
    Plot.dot([line], { ...end, r: 3.5, fill: colour }),
    Plot.text([line], {
      ...end,
      text: () => text,
      dx: 9,
      textAnchor: 'start',
      fontSize: font,
      fontWeight: 700,
      fill: colour,
      fontVariant: 'tabular-nums',
      ...halo,
    }),
  ];
}

/** The area inside of the margins, and where in it a value lies. */
export function areaOf(size: Size, height: number, margins: Margins, { low, high }: { low: number; high: number }) {
  const [top, bottom] = [margins.marginTop, height - margins.marginBottom];
  const width = SIZES[size] - margins.marginLeft - margins.marginRight;
  return { top, bottom, width, toPixel: (value: number): number => top + ((high - value) / (high - low)) * (bottom - top) };
}
