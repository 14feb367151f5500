/** How often each size of a value came, and where the last one stands. Bars count; a tick below for every value. */
import * as Plot from '@observablehq/plot';
import { quantileSorted } from 'd3-array';
import { formatDay, formatShort, formatShown, printedDecimal } from '../../metrics/format.ts';
import type { Unit } from '../../metrics/units.ts';
import { axisLabel, niceDomain } from '../axes.ts';
import type { FigureData, Line } from '../figure-data.ts';
import type { DataTable, DrawingSpec, SeriesKind } from '../kind.ts';
import { highestOf, lastOf, lowestOf } from '../lines.ts';
import { NAMES, TO } from '../options.ts';
import { render } from '../render.ts';
import { textWidth } from '../text-width.ts';
import { fontSize, halo, ink, lineStyle, SIZES, type Size } from '../theme.ts';

const HEIGHTS: Readonly<Record<Size, number>> = { S: 280, H: 290, M: 300, L: 320 };
const BINS: Readonly<Record<Size, number>> = { S: 40, H: 60, M: 72, L: 96 };
/** Height of the strip of ticks under the bars. */
const STRIP = 12;

interface Spread {
  sorted: number[];
  quartiles: readonly [number, number];
  /** Index of the earlier value that comes next to the last one in size, on the side of its sign. */
  rival: number;
}

/** Of the lines that were drawn: every size, the words and the table ask for theirs. */
const spreads = new WeakMap<Line, Spread>();

/** The values far enough from the last not to share its days would need the window; the rival is the largest of another quarter of a year. */
function spreadOf(line: Line): Spread {
  const known = spreads.get(line);
  if (known) return known;
  const { days, values } = line;
  const sorted = Array.from(values.toSorted());
  const sign = Math.sign(values[values.length - 1]) || 1;
  const end = days[days.length - 1];
  let rival = 0;
  for (let i = 1; i < values.length; i++) if (end - days[i] > 90 && values[i] * sign > values[rival] * sign) rival = i;
  const spread: Spread = { sorted, quartiles: [quantileSorted(sorted, 0.25) ?? 0, quantileSorted(sorted, 0.75) ?? 0], rival };
  spreads.set(line, spread);
  return spread;
}

function draw({ lines: [line] }: FigureData, spec: DrawingSpec, size: Size): string {
  const font = fontSize(size);
  const height = HEIGHTS[size];
  const { colour } = lineStyle(line);
  const margins = { marginTop: 62, marginBottom: 44, marginLeft: 10, marginRight: 14 };
  const width = SIZES[size] - margins.marginLeft - margins.marginRight;
  const [low, high] = [lowestOf(line), highestOf(line)];
  const { quartiles, rival } = spreadOf(line);
  const bins = isCount(line.unit) ? countedBins(line.values, low, high) : binned(line.values, low, high, BINS[size]);
  const tallest = Math.max(...bins.map((bin) => bin.count));
  const strip = -(tallest * STRIP) / (height - margins.marginTop - margins.marginBottom - STRIP);
  const last = lastOf(line);
  const rivalValue = line.values[rival];
  const [start, end] = [bins[0].from, bins[bins.length - 1].to];
  const toPixel = (value: number): number => ((value - start) / (end - start)) * width;
  // A tick whose label would stand over an edge is left out.
  const inside = niceDomain(low, high, size === 'S' ? 5 : 8).values.filter((value) => value >= start && value <= end);
  const widest = axisLabel(line.unit, inside);
  const values = inside.filter((value) => {
    const half = textWidth(widest(value, true), font, 400) / 2;
    return toPixel(value) - half >= -margins.marginLeft && toPixel(value) + half <= width + margins.marginRight;
  });
  const label = axisLabel(line.unit, values);
  const top = Math.max(...values);
  return render(
    {
      height,
      ...margins,
      x: { domain: [start, end] },
      y: { domain: [strip, tallest] },
      marks: [
        Plot.rectY(bins, { x1: 'from', x2: 'to', y: 'count', fill: ink.muted, insetLeft: 0.5, insetRight: 0.5 }),
        Plot.ruleX(columnsOf(line.values, low, high, width), {
          x: (value: number) => value,
          y1: strip,
          y2: 0,
          stroke: ink.muted,
          strokeWidth: 1,
          insetTop: 3,
        }),
        Plot.ruleY([0], { stroke: ink.text, insetLeft: -margins.marginLeft, insetRight: -margins.marginRight }),
        Plot.ruleX([last], { y1: strip, y2: tallest * 0.62, stroke: colour, strokeWidth: 2.75 }),
        Plot.ruleX([rivalValue], { y1: 0, y2: tallest * 0.2, stroke: ink.context, strokeWidth: 1 }),
        valueLabel(
          last,
          `${formatShown(last, line.unit)}\n${formatDay(line.days[line.days.length - 1], 'short')}`,
          tallest * 0.62,
          colour,
          700,
          font,
          toPixel(last),
          width,
        ),
        valueLabel(
          rivalValue,
          `${formatShort(rivalValue, line.unit)}\n${formatDay(line.days[rival], 'short')}`,
          tallest * 0.2,
          ink.quiet,
          400,
          font,
          toPixel(rivalValue),
          width,
        ),
        halfLabel(quartiles, line, tallest, font),
        Plot.axisX(values, {
          tickFormat: (value: number) => label(value, value === top),
          tickSize: 5,
          tickPadding: 5,
          stroke: ink.tick,
          fill: ink.axis,
          fontSize: font,
          fontVariant: 'tabular-nums',
        }),
      ],
    },
    spec,
    size,
  );
}

/** Beside its rule: to the left of it where there is no room to the right. */
function valueLabel(
  value: number,
  text: string,
  y: number,
  fill: string,
  fontWeight: 400 | 700,
  font: number,
  pixel: number,
  width: number,
): Plot.Markish {
  const fits = pixel + Math.max(...text.split('\n').map((part) => textWidth(part, font, fontWeight))) + 8 < width;
  return Plot.text([value], {
    x: (v: number) => v,
    y: () => y,
    text: () => text,
    dx: fits ? -1 : 2,
    dy: -5,
    textAnchor: fits ? 'start' : 'end',
    lineAnchor: 'bottom',
    lineHeight: 1.2,
    fontSize: font,
    fontWeight,
    fill,
    fontVariant: 'tabular-nums',
    ...halo,
  });
}

/** A bracket over the middle half of all values. */
function halfLabel([from, to]: readonly [number, number], { unit }: Line, tallest: number, font: number): Plot.Markish {
  const y = tallest * 1.06;
  const shown = (value: number): string => formatShort(value, unit);
  return Plot.marks(
    Plot.ruleY([y], { x1: from, x2: to, stroke: ink.quiet, strokeWidth: 1.5, clip: false }),
    Plot.text([(from + to) / 2], {
      x: (v: number) => v,
      y: () => y,
      text: () => `Half of all lie between\n${shown(from)} and ${shown(to)}`,
      dy: -6,
      lineAnchor: 'bottom',
      lineHeight: 1.2,
      fontSize: font,
      fill: ink.quiet,
      fontVariant: 'tabular-nums',
      ...halo,
    }),
  );
}

function binned(values: Float64Array, low: number, high: number, count: number): { from: number; to: number; count: number }[] {
  const step = (high - low) / count;
  const bins = Array.from({ length: count }, (_unused, k) => ({ from: low + k * step, to: low + (k + 1) * step, count: 0 }));
  for (const value of values) bins[Math.min(count - 1, Math.floor((value - low) / step))].count++;
  return bins;
}

/** Whole numbers: each has a bar of its own. */
const isCount = (unit: Unit): boolean => unit === 'sessions' || unit === 'periods';

function countedBins(values: Float64Array, low: number, high: number): { from: number; to: number; count: number }[] {
  const bins = Array.from({ length: high - low + 1 }, (_unused, k) => ({ from: low + k - 0.5, to: low + k + 0.5, count: 0 }));
  for (const value of values) bins[value - low].count++;
  return bins;
}

/** One value for each pixel column that has any. */
function columnsOf(values: Float64Array, low: number, high: number, width: number): number[] {
  const columns = new Map<number, number>();
  for (const value of values) columns.set(Math.round(((value - low) / (high - low)) * width), value);
  return [...columns.values()].sort((a, b) => a - b);
}

function describe({ lines: [line], from, to }: FigureData): string {
  const { sorted, quartiles, rival } = spreadOf(line);
  const shown = (value: number): string => formatShort(value, line.unit);
  const greater = line.values.reduce((count, value) => count + (value > lastOf(line) ? 1 : 0), 0);
  return [
    `Histogram of ${printedDecimal(line.values.length, 0)} values of ${line.title}, from ${formatDay(from, 'long')} to ${formatDay(to, 'long')}: their size across, how often each size came upwards.`,
    `They run from ${shown(sorted[0])} to ${shown(sorted[sorted.length - 1])}; half of all lie between ${shown(quartiles[0])} and ${shown(quartiles[1])}.`,
    `The last one is ${formatShown(lastOf(line), line.unit)}; ${greater === 0 ? 'none is larger' : `${greater} are larger`}. The nearest of another quarter is that of ${formatDay(line.days[rival], 'long')}, ${shown(line.values[rival])}.`,
  ].join(' ');
}

function table({ lines: [line], from, to }: FigureData): DataTable {
  const { sorted, rival } = spreadOf(line);
  const at = (p: number): string => formatShort(quantileSorted(sorted, p) ?? Number.NaN, line.unit);
  return {
    caption: `${line.title}, ${formatDay(from, 'short')} to ${formatDay(to, 'short')}, ${printedDecimal(line.values.length, 0)} values`,
    columns: ['Place', 'Value'],
    rows: [
      ['Lowest', formatShort(sorted[0], line.unit)],
      ['A quarter below', at(0.25)],
      ['Middle', at(0.5)],
      ['Three quarters below', at(0.75)],
      ['99 of 100 below', at(0.99)],
      [`Next to the last one, ${formatDay(line.days[rival], 'short')}`, formatShort(line.values[rival], line.unit)],
      [`Last, ${formatDay(to, 'short')}`, formatShown(lastOf(line), line.unit)],
    ],
  };
}

export const kind: SeriesKind = {
  of: 'series',
  name: 'distribution',
  title: 'Distribution',
  purpose:
    'How often each size of a value came, and where the last one stands. Bars count, and every value leaves a tick below them. The last value and the nearest one of another quarter are named with their dates.',
  wants: 'One metric of any unit with some hundred values, the longer its history the better.',
  reading:
    'The further right, the larger the value. A tall bar means that values of that size came often; the ticks below the bars are the values themselves. The middle half of all values lies under the bracket. What counts is how far the coloured last value stands from the crowd, and from the nearest rival, which is named with its date.',
  limits: ['One metric a figure.', 'Windows that overlap are not independent of each other: a crowd of them may be one event.'],
  options: {
    series: { what: 'The metric whose values are counted', example: 'return(rut, 5d) - return(spx, 5d)', needed: true },
    from: { what: 'The first session that is counted', example: '1999-01-04', needed: true },
    names: NAMES,
    to: TO,
  },
  example: `<Figure
  kind="distribution"
  series="return(rut, 5d) - return(spx, 5d)"
  names="Five-session gap"
  from="1999-01-04"
  title="The gap lies outside all that came before"
  subtitle="Russell 2000 minus S&P 500 over five sessions, percentage points, every session since January 1999"
/>`,
  lines: [1, 1],
  refuseValues: ([line]) =>
    lowestOf(line) === highestOf(line)
      ? `all its values are ${formatShort(lastOf(line), line.unit)}: there is no distribution to draw. Take a metric that moves, or begin earlier`
      : null,
  draw,
  describe,
  table,
};
