/** Lines that all start at 100, each named at its end. For who led whom since a day. */
import * as Plot from '@observablehq/plot';
import { formatDay, formatShort, printedDecimal } from '../metrics/format.ts';
import { dateOf, niceDomain, timeAxis, timeTicks, valueAxis } from './axes.ts';
import type { FigureData, Line } from './figure-data.ts';
import { inWords } from './in-words.ts';
import type { ChartKind, DataTable, DrawingSpec } from './kind.ts';
import { spread } from './labels.ts';
import { render } from './render.ts';
import { textWidth } from './text-width.ts';
import { fontSize, halo, ink, lineStyle, type Size } from './theme.ts';

const HEIGHTS: Readonly<Record<Size, number>> = { S: 340, M: 400, L: 440 };
const MOST_TIME_TICKS: Readonly<Record<Size, number>> = { S: 4, M: 8, L: 13 };
const START = 100;

const last = (line: Line): number => line.values[line.values.length - 1];

/** '+11.7%': what 100 has become. */
const changeOf = (line: Line): string => formatShort(last(line) / START - 1, 'ratio');

/** The hero on top of the others. */
const byWeight = (a: Line, b: Line): number => lineStyle(a).weight - lineStyle(b).weight;

function draw(data: FigureData, spec: DrawingSpec, size: Size): string {
  const font = fontSize(size);
  const stacked = size === 'S';
  const labels = data.lines.map((line) => (stacked ? `${line.shortTitle}\n${changeOf(line)}` : `${line.title} ${changeOf(line)}`));
  const labelWidth = Math.max(...labels.flatMap((label) => label.split('\n')).map((text) => textWidth(text, font, 700)));
  const margins = { marginTop: 24, marginBottom: 44, marginLeft: 36, marginRight: Math.ceil(labelWidth) + 14 };
  const height = HEIGHTS[size];

  const extremes = data.lines.flatMap((line) => [Math.min(...line.values), Math.max(...line.values)]);
  const { low, high, values } = niceDomain(Math.min(START, ...extremes), Math.max(START, ...extremes));
  const toPixel = (value: number): number =>
    margins.marginTop + ((high - value) / (high - low)) * (height - margins.marginTop - margins.marginBottom);
  const centres = spread(
    data.lines.map((line) => toPixel(last(line))),
    stacked ? 34 : 20,
    margins.marginTop,
    height - margins.marginBottom,
  );
  const end = dateOf(data.to);

  return render(
    {
      height,
      ...margins,
      x: { type: 'utc', domain: [dateOf(data.from), end] },
      y: { domain: [low, high] },
      marks: [
        ...band(spec, low, high),
        ...valueAxis({ values, baseline: START, label: String, fontSize: font, marginLeft: margins.marginLeft }),
        timeAxis(timeTicks(data.from, data.to, MOST_TIME_TICKS[size]), font),
        ...[...data.lines].sort(byWeight).map(path),
        ...data.lines.map((line) => Plot.dot([line], { x: () => end, y: last, r: 3.5, fill: lineStyle(line).colour })),
        ...data.lines.map((line, index) =>
          Plot.text([line], {
            x: () => end,
            y: last,
            text: () => labels[index],
            dx: 9,
            dy: Math.round(centres[index] - toPixel(last(line))),
            textAnchor: 'start',
            lineHeight: 1.2,
            fill: lineStyle(line).colour,
            fontSize: font,
            fontWeight: lineStyle(line).hero ? 700 : 500,
            fontVariant: 'tabular-nums',
            ...halo,
          }),
        ),
        ...bandLabel(spec, low, font, size),
      ],
    },
    spec,
    size,
  );
}

function path(line: Line): Plot.Markish {
  const { colour, weight } = lineStyle(line);
  return Plot.line(line.values, {
    x: (_value, i) => dateOf(line.days[i]),
    y: (value) => value,
    stroke: colour,
    strokeWidth: weight,
    strokeLinejoin: 'round',
  });
}

function band({ highlight }: DrawingSpec, low: number, high: number): Plot.Markish[] {
  if (!highlight) return [];
  return [Plot.rect([highlight], { x1: (h) => dateOf(h.from), x2: (h) => dateOf(h.to), y1: low, y2: high, fill: ink.band })];
}

/** Two lines at the foot of the band, to its left, where the lines are not. */
function bandLabel({ highlight }: DrawingSpec, low: number, font: number, size: Size): Plot.Markish[] {
  if (!highlight) return [];
  const words = highlight.label.split(' ');
  const half = Math.ceil(words.length / 2);
  const label = size !== 'S' ? [words.slice(0, half), words.slice(half)].map((part) => part.join(' ')).join('\n') : words.join('\n');
  return [
    Plot.text([highlight], {
      x: (h) => dateOf(h.from),
      y: low,
      text: () => label,
      dx: -6,
      dy: -8,
      textAnchor: 'end',
      lineAnchor: 'bottom',
      lineHeight: 1.2,
      fontSize: font,
      fill: ink.quiet,
      ...halo,
    }),
  ];
}

function describe({ lines, from, to }: FigureData): string {
  const ranked = [...lines].sort((a, b) => last(b) - last(a));
  const ends = ranked.map((line) => `${line.title} at ${printedDecimal(last(line), 1)} (${changeOf(line)})`);
  const many = lines.length === 1 ? 'One line' : `${inWords(lines.length)} lines`;
  return `${many} from ${formatDay(from, 'long')} to ${formatDay(to, 'long')}, starting at 100. At the end, from highest to lowest: ${ends.join(', ')}.`;
}

function table({ lines, from, to }: FigureData): DataTable {
  return {
    caption: `Index, ${formatDay(from, 'short')} = 100, at ${formatDay(to, 'short')}`,
    columns: ['Series', 'Last', 'Change', 'Lowest', 'Highest'],
    rows: lines.map((line) => [
      line.title,
      printedDecimal(last(line), 1),
      changeOf(line),
      printedDecimal(Math.min(...line.values), 1),
      printedDecimal(Math.max(...line.values), 1),
    ]),
  };
}

export const indexedLines: ChartKind = {
  needsFrom: true,
  refuse: (series) => (series.length > 5 ? `${series.length} lines can't be told apart: draw five at most` : null),
  // An expression that is an index already is drawn as it is.
  expressions: (series, from) => series.map((one) => (/^[a-z][a-z0-9_]*$/.test(one) ? `rebase(${one}, 100, since ${from})` : one)),
  draw,
  describe,
  table,
};
