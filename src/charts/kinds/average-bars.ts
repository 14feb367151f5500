/** One bar a session, the trailing average as a line over them, and one day pointed at. For volumes. */
import * as Plot from '@observablehq/plot';
import { formatDay, formatShort, formatValue } from '../../metrics/format.ts';
import { inTwoLines } from '../annotations.ts';
import { axisLabel, dayLabel, niceDomain, sessionAxis, valueAxis } from '../axes.ts';
import { readingsOf } from '../crosshair.ts';
import type { FigureData, Line } from '../figure-data.ts';
import type { Annotations, DataTable, DrawingSpec, SeriesKind } from '../kind.ts';
import { firstOf, highestOf, lastOf } from '../lines.ts';
import { MARK, NAMES, TO } from '../options.ts';
import { render } from '../render.ts';
import { textWidth } from '../text-width.ts';
import { fontSize, halo, heroColour, ink, SIZES, type Size } from '../theme.ts';

const HEIGHTS: Readonly<Record<Size, number>> = { S: 320, H: 330, M: 360, L: 380 };
const MOST_BARS: Readonly<Record<Size, number>> = { S: 64, H: 110, M: 140, L: 210 };

const VOLUME = 'Volume';
const averageOf = ({ average }: Annotations): string => `Average of ${average}`;

interface Bar {
  index: number;
  day: number;
  value: number;
  average: number;
}

/** Bars with the average of the same session; none where a session has no bar. */
function barsOf([line, average]: readonly Line[], most: number): Bar[] {
  const averages = new Map(Array.from(average.days, (day, i) => [day, average.values[i]]));
  const first = Math.max(0, line.days.length - most);
  return Array.from(line.days.subarray(first), (day, k) => ({
    index: k,
    day,
    value: line.values[first + k],
    average: averages.get(day) ?? Number.NaN,
  }));
}

function draw({ lines }: FigureData, spec: DrawingSpec, size: Size): string {
  const font = fontSize(size);
  const bars = barsOf(lines, MOST_BARS[size]);
  const height = HEIGHTS[size];
  const highest = Math.max(...bars.map((bar) => bar.value));
  const { low, high, values } = niceDomain(0, highest);
  const margins = { marginTop: 48, marginBottom: 44, marginLeft: 32, marginRight: 4 };
  const bandWidth = (SIZES[size] - margins.marginLeft - margins.marginRight) / bars.length;
  const marked = bars.filter((bar) => bar.day === spec.mark?.day);
  return render(
    {
      height,
      ...margins,
      x: { type: 'band', domain: bars.map((bar) => bar.index), padding: size === 'S' ? 0.2 : 0.25 },
      y: { domain: [low, high] },
      marks: [
        ...valueAxis({ values, baseline: 0, label: axisLabel(lines[0].unit, values), fontSize: font, marginLeft: margins.marginLeft }),
        Plot.barY(bars, { x: 'index', y: 'value', fill: (bar: Bar) => (marked.includes(bar) ? heroColour() : ink.muted) }),
        Plot.ruleY([0], { stroke: ink.text, insetLeft: -margins.marginLeft }),
        // The line stands on a halo, so that it reads over the bars.
        Plot.line(bars, { x: 'index', y: 'average', stroke: ink.ground, strokeWidth: 5, strokeLinejoin: 'round' }),
        Plot.line(bars, { x: 'index', y: 'average', stroke: ink.text, strokeWidth: 2, strokeLinejoin: 'round' }),
        sessionAxis(
          bars.map((bar) => bar.day),
          bandWidth,
          font,
        ),
        averageLabel(bars, spec.average ?? 0, font, bandWidth, high),
        ...marked.flatMap((bar) => markLabel(bar, bars, markText(bar, lines[0], spec), font, bandWidth)),
      ],
    },
    spec,
    size,
    {
      from: bars[0].day,
      to: bars[bars.length - 1].day,
      readings: readingsOf(lines, (line) => ({ label: line === lines[0] ? VOLUME : averageOf(spec), colour: undefined })),
    },
  );
}

const markText = ({ day, value }: Bar, { unit }: Line, { mark }: Annotations): string =>
  inTwoLines(`${dayLabel(day)}: ${formatValue(value, unit)} ${mark?.label ?? ''}`.trim());

/** Over all the bars that it reaches across, with a leader down to its own. */
function markLabel(bar: Bar, bars: readonly Bar[], text: string, font: number, bandWidth: number): Plot.Markish[] {
  const reach = Math.ceil(Math.max(...text.split('\n').map((part) => textWidth(part, font, 600))) / bandWidth);
  const under = bars.slice(Math.max(0, bar.index - reach), bar.index + 1);
  const foot = Math.max(...under.map((other) => other.value));
  return [
    Plot.ruleX([bar], { x: 'index', y1: 'value', y2: () => foot, stroke: heroColour(), strokeWidth: 1, insetTop: -5 }),
    Plot.text([bar], {
      x: 'index',
      y: () => foot,
      text: () => text,
      dx: bandWidth / 2,
      dy: -9,
      textAnchor: 'end',
      lineAnchor: 'bottom',
      lineHeight: 1.2,
      fontSize: font,
      fontWeight: 600,
      fill: heroColour(),
      ...halo,
    }),
  ];
}

/** Over the stretch where the bars are lowest, with a leader down to the line. */
function averageLabel(bars: readonly Bar[], sessions: number, font: number, bandWidth: number, high: number): Plot.Markish {
  const text = `${sessions}-session\naverage`;
  const reach = Math.ceil((textWidth(`${sessions}-session`, font, 600) + 16) / bandWidth);
  const tallest = (start: number): number => Math.max(...bars.slice(start, start + reach).map((bar) => bar.value));
  const starts = Array.from({ length: Math.max(1, Math.floor(bars.length * 0.7) - reach) }, (_unused, start) => start);
  const start = starts.reduce((a, b) => (tallest(b) < tallest(a) ? b : a), 0);
  const bar = bars[Math.min(bars.length - 1, start + Math.floor(reach / 2))];
  const foot = tallest(start) + high * 0.06;
  return Plot.marks(
    Plot.ruleX([bar], { x: 'index', y1: 'average', y2: () => foot, stroke: ink.text, strokeWidth: 1 }),
    Plot.text([bar], {
      x: 'index',
      y: () => foot,
      text: () => text,
      dy: -4,
      lineAnchor: 'bottom',
      lineHeight: 1.2,
      fontSize: font,
      fontWeight: 600,
      fill: ink.text,
      ...halo,
    }),
  );
}

function describe({ lines: [line, average], from, to }: FigureData, { mark, average: sessions }: Annotations): string {
  const highest = line.values.indexOf(highestOf(line));
  const at = mark ? line.days.indexOf(mark.day) : -1;
  const value = (i: number): string => formatValue(line.values[i], line.unit);
  const marked = at < 0 ? '' : ` ${formatDay(line.days[at], 'long')} is in colour: ${value(at)}.`;
  return [
    `Bar chart of ${line.title}, ${line.values.length} sessions from ${formatDay(from, 'long')} to ${formatDay(to, 'long')}, a bar each, counted from zero.`,
    `A line shows the average of the last ${sessions} sessions: it goes from ${formatValue(firstOf(average), line.unit)} to ${formatValue(lastOf(average), line.unit)}.`,
    `The tallest bar is that of ${formatDay(line.days[highest], 'long')}, ${value(highest)}.${marked} The last one is ${value(line.values.length - 1)}.`,
  ].join(' ');
}

function table(data: FigureData, annotations: Annotations): DataTable {
  const [line] = data.lines;
  const bars = barsOf(data.lines, 20);
  return {
    caption: `${line.title}, the last ${bars.length} sessions`,
    columns: ['Session', VOLUME, averageOf(annotations)],
    rows: bars
      .map((bar) => [formatDay(bar.day, 'short'), formatShort(bar.value, line.unit), formatShort(bar.average, line.unit)])
      .reverse(),
  };
}

export const kind: SeriesKind = {
  of: 'series',
  name: 'average-bars',
  title: 'Average bars',
  purpose: 'A volume a session as bars from zero, its trailing average as a line, and one day pointed at.',
  wants: 'One series that counts from zero, such as a volume; some months of sessions.',
  reading:
    "Each bar is one session, and its height is that session's volume, counted from zero. The line is the average of the sessions up to and including each one, so it lags a sudden rise. Compare a bar with the line beside it, and the bar in colour with the tallest ones.",
  limits: ['A series with values below zero is no volume: take relative bars.', 'The average lags by half its length.'],
  options: {
    series: { what: 'The volume', example: 'etp_calls', needed: true },
    from: { what: 'The first session', example: '2023-11-01', needed: true },
    average: { what: 'Over how many sessions the line averages', example: '20', needed: true },
    mark: MARK,
    names: NAMES,
    to: TO,
  },
  example: `<Figure
  kind="average-bars"
  series="etp_calls"
  from="2023-11-01"
  average="20"
  mark="2024-07-12: calls"
  title="Call volume rose with the move"
  subtitle="Calls on all exchange-traded products on Cboe’s exchanges, contracts a session"
  wide
/>`,
  lines: [1, 1],
  expressions: ([series], _from, { average }) => [series, `average(${series}, ${average})`],
  draw,
  describe,
  table,
};
