/**
 * One bar a session for the difference of two series, the streak that ends at the last bar in the colour of the leader.
 * The axis counts sessions, so that weekends leave no gaps.
 */

import * as Plot from '@observablehq/plot';
import { countWord } from '../../metrics/count-word.ts';
import { formatDay, formatShort, printedDecimal, shortStyle } from '../../metrics/format.ts';
import { runLengths } from '../../metrics/measures/streak.ts';
import { axisLabel, niceDomain, sessionAxis, valueAxis } from '../axes.ts';
import { readingsOf } from '../crosshair.ts';
import type { FigureData, Line } from '../figure-data.ts';
import type { DataTable, DrawingSpec, Mark, SeriesKind } from '../kind.ts';
import { MARK, NAMES, TO } from '../options.ts';
import { render } from '../render.ts';
import { textWidth } from '../text-width.ts';
import { fontSize, halo, ink, lineStyle, SIZES, type Size } from '../theme.ts';

const HEIGHTS: Readonly<Record<Size, number>> = { S: 320, H: 330, M: 340, L: 360 };
/** A phone shows fewer bars, as wide as a finger can tell apart. */
const MOST_BARS: Readonly<Record<Size, number>> = { S: 24, H: 40, M: 60, L: 90 };

/** A day's difference in hundredths, as in the table. */
const READING = { label: 'Difference', style: shortStyle('percentage points', 2), colour: undefined };

interface Bar {
  index: number;
  day: number;
  value: number;
}

function barsOf(line: Line, most: number): Bar[] {
  const first = Math.max(0, line.values.length - most);
  return Array.from(line.values.subarray(first), (value, k) => ({ index: k, day: line.days[first + k], value }));
}

/** The length of the run that ends at the last bar, and its sign. */
function streakOf(line: Line): { length: number; sign: number } {
  const run = runLengths(line.values).at(-1) ?? 0;
  return { length: Math.abs(run), sign: Math.sign(run) };
}

const tenths = (value: number): string => formatShort(value, 'percentage points', 1).replace(/\u00A0pp$/, '');

function draw({ lines: [line] }: FigureData, spec: DrawingSpec, size: Size): string {
  const font = fontSize(size);
  const height = HEIGHTS[size];
  const bars = barsOf(line, MOST_BARS[size]);
  const { length, sign } = streakOf(line);
  const streak = bars.slice(-Math.min(length, bars.length));
  const leader = lineStyle({ series: [line.series[sign < 0 ? 1 : 0]] }).colour;
  const extremes = bars.map((bar) => bar.value);
  const { low, high, values } = niceDomain(Math.min(0, ...extremes), Math.max(0, ...extremes));
  const margins = { marginTop: 34, marginBottom: 44, marginLeft: 44, marginRight: 8 };
  const bandWidth = (SIZES[size] - margins.marginLeft - margins.marginRight) / bars.length;
  return render(
    {
      height,
      ...margins,
      x: { type: 'band', domain: bars.map((bar) => bar.index), padding: 0.22 },
      y: { domain: [low, high] },
      marks: [
        ...valueAxis({ values, baseline: 0, label: axisLabel(line.unit, values), fontSize: font, marginLeft: margins.marginLeft }),
        Plot.barY(bars, { x: 'index', y: 'value', fill: (bar: Bar) => (streak.includes(bar) ? leader : ink.muted) }),
        Plot.ruleY([0], { stroke: ink.text, insetLeft: -margins.marginLeft }),
        sessionAxis(
          bars.map((bar) => bar.day),
          bandWidth,
          font,
        ),
        ...valueLabels(streak, leader, font, bandWidth),
        ...markedBar(bars, spec.mark, font, (high - low) * 0.2),
        ...sides(line, bars, font, low, high, streak.length, bandWidth),
      ],
    },
    spec,
    size,
    { from: bars[0].day, to: bars[bars.length - 1].day, readings: readingsOf([line], () => READING) },
  );
}

/** The largest bar of the streak and the last one are named, where their labels keep clear of each other. */
function valueLabels(streak: readonly Bar[], colour: string, font: number, bandWidth: number): Plot.Markish[] {
  if (streak.length === 0) return [];
  const largest = streak.reduce((a, b) => (Math.abs(b.value) > Math.abs(a.value) ? b : a));
  const final = streak[streak.length - 1];
  const apart = (final.index - largest.index) * bandWidth >= textWidth('+4.4', font, 700) + 4;
  return (largest === final || !apart ? [largest] : [largest, final]).map((bar) =>
    Plot.text([bar], {
      x: 'index',
      y: 'value',
      text: () => tenths(bar.value),
      dy: bar.value < 0 ? 5 : -5,
      lineAnchor: bar.value < 0 ? 'top' : 'bottom',
      fill: colour,
      fontSize: font,
      fontWeight: 700,
      fontVariant: 'tabular-nums',
      ...halo,
    }),
  );
}

/** A bar that is named: its label and its value in hundredths, on a leader that keeps clear of the bars beside it. */
function markedBar(bars: readonly Bar[], mark: Mark | undefined, font: number, rise: number): Plot.Markish[] {
  const bar = bars.find(({ day }) => day === mark?.day);
  if (!bar || !mark) return [];
  const neighbours = bars.slice(Math.max(0, bar.index - 2), bar.index + 1).map(({ value }) => value);
  const top = Math.max(0, ...neighbours) + rise;
  const value = formatShort(bar.value, 'percentage points', 2).replace(/\u00A0pp$/, '');
  return [
    Plot.ruleX([bar], { x: 'index', y1: Math.max(0, bar.value), y2: top, stroke: ink.context }),
    Plot.text([bar], {
      x: 'index',
      y: () => top,
      text: () => `${mark.label}\n${value}`,
      textAnchor: 'end',
      lineAnchor: 'bottom',
      lineHeight: 1.2,
      dx: 3,
      dy: -4,
      fill: ink.quiet,
      fontSize: font,
      fontVariant: 'tabular-nums',
      ...halo,
    }),
  ];
}

/** Which side of zero is whose, written where the bars leave room. */
function sides(
  { titles }: Line,
  bars: readonly Bar[],
  font: number,
  low: number,
  high: number,
  streakLength: number,
  bandWidth: number,
): Plot.Markish[] {
  const clearance = (high - low) * 0.09;
  const label = (text: string, y: number, bottom: boolean): Plot.Markish => {
    const reach = Math.ceil((textWidth(text, font) + 12) / bandWidth);
    // The leftmost stretch whose bars stay clear of the text.
    const clear = (start: number): boolean =>
      bars.slice(start, start + reach).every((bar) => (bottom ? bar.value > y + clearance : bar.value < y - clearance));
    const starts = Array.from({ length: Math.max(1, bars.length - streakLength - reach) }, (_unused, start) => start);
    const start = starts.find((candidate) => clear(candidate)) ?? 0;
    return Plot.text([bars[start]], {
      x: 'index',
      y: () => y,
      text: () => text,
      textAnchor: 'start',
      dx: -bandWidth / 2 + 4,
      lineAnchor: bottom ? 'bottom' : 'top',
      dy: bottom ? -4 : 6,
      fontSize: font,
      fill: ink.quiet,
      ...halo,
    });
  };
  return [label(`${titles[0]} ahead`, high, false), label(`${titles[1]} ahead`, low, true)];
}

function describe({ lines: [line], from, to }: FigureData): string {
  const { days, values, titles } = line;
  const { length, sign } = streakOf(line);
  const [largest, last] = [values.reduce((a, b, i) => (Math.abs(b) > Math.abs(values[a]) ? i : a), 0), values.length - 1];
  const ahead = values.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
  const run = length > 1 ? ` The last ${countWord(length)} are ${sign > 0 ? 'above' : 'below'} zero and are highlighted.` : '';
  return [
    `Bar chart of ${titles[0]} minus ${titles[1]} in percentage points, ${values.length} sessions from ${formatDay(from, 'long')} to ${formatDay(to, 'long')}, a bar each.`,
    `${ahead} of them are above zero, where ${titles[0]} did better.${run}`,
    `The largest is that of ${formatDay(days[largest], 'long')}, ${tenths(values[largest])}${largest === last ? ', the last' : `; the last one is ${tenths(values[last])}`}.`,
  ].join(' ');
}

function table({ lines: [line] }: FigureData): DataTable {
  return {
    caption: `${line.titles[0]} minus ${line.titles[1]}, percentage points`,
    columns: ['Session', READING.label],
    rows: Array.from(line.values, (value, i) => [
      formatDay(line.days[i], 'short'),
      `${value > 0 ? '+' : ''}${printedDecimal(value * 100, 2)}`,
    ]).reverse(),
  };
}

export const kind: SeriesKind = {
  of: 'series',
  name: 'relative-bars',
  title: 'Relative bars',
  purpose:
    "By how much one series beat another, a bar a session. The streak that ends at the last bar takes the leader's colour. The axis counts sessions, so weekends leave no gaps.",
  wants: 'One difference of two series of one unit, such as two daily returns; a dozen sessions to half a hundred.',
  reading:
    'Each bar is one session. Above zero the first series did better that day, below zero the second did, and the height is by how much, in percentage points. The bars in colour are the streak that ends on the last day. Days without trading leave no gap.',
  limits: ['A phone shows the last 24 sessions.', 'More bars than a line has pixels are a blur: take a year at most.'],
  options: {
    series: { what: 'The difference', example: 'return(rut, 1d) - return(spx, 1d)', needed: true },
    from: { what: 'The first session; or say how many with sessions', example: '2024-05-10' },
    sessions: { what: 'How many sessions up to the last', example: '46' },
    mark: MARK,
    names: NAMES,
    to: TO,
  },
  example: `<Figure
  kind="relative-bars"
  series="return(rut, 1d) - return(spx, 1d)"
  sessions="46"
  mark="2024-07-10: July 10"
  title="Small caps against the S&P 500, day by day"
  subtitle="Russell 2000 minus S&P 500, daily price return, percentage points"
/>`,
  lines: [1, 1],
  refuse: ([series]) =>
    / [-−] /.test(series) ? null : "relative bars show one difference of two series, such as 'return(a, 1d) - return(b, 1d)'",
  draw,
  describe,
  table,
};
