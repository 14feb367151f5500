/** One panel a line, all on one scale, the other lines in grey behind it. For comparing shapes that would tangle in one panel. */
import * as Plot from '@observablehq/plot';
import { formatDay, formatShort, printedDecimal } from '../metrics/format.ts';
import { dateOf, niceDomain, timeAxis, valueAxis } from './axes.ts';
import type { FigureData, Line } from './figure-data.ts';
import { inWords } from './in-words.ts';
import { extremesOf, indexedLines, indexReadings, rebased } from './indexed-lines.ts';
import type { DrawingSpec, SeriesKind } from './kind.ts';
import { highestOf, lastOf, linePath, lowestOf } from './lines.ts';
import { type Options, renderPanels } from './render.ts';
import { fontSize, halo, ink, lineStyle, SIZES, type Size } from './theme.ts';

const START = 100;
const GAP = 24;
const PANEL_HEIGHT: Readonly<Record<Size, number>> = { S: 190, H: 190, M: 240, L: 270 };

const changeOf = (line: Line): string => formatShort(lastOf(line) / START - 1, 'ratio');

function draw({ lines, from, to }: FigureData, spec: DrawingSpec, size: Size): string {
  const font = fontSize(size);
  const isStacked = size === 'S';
  const width = isStacked ? SIZES[size] : Math.floor((SIZES[size] - GAP * (lines.length - 1)) / lines.length);
  const height = PANEL_HEIGHT[size];
  const { low, high, values } = niceDomain(Math.min(START, ...lines.map(lowestOf)), Math.max(START, ...lines.map(highestOf)), 4);
  const panels = lines.map((line, k) => {
    const { colour, weight } = lineStyle(line);
    const margins = { marginTop: 34, marginBottom: 40, marginLeft: 32, marginRight: 8 };
    const inside = width - margins.marginLeft - margins.marginRight;
    const options: Options = {
      width,
      height,
      ...margins,
      x: { type: 'utc', domain: [dateOf(from), dateOf(to)] },
      y: { domain: [low, high] },
      marks: [
        ...valueAxis({ values, baseline: START, label: String, fontSize: font, marginLeft: margins.marginLeft }),
        timeAxis(from, to, inside, font),
        ...lines.filter((other) => other !== line).map((other) => linePath(other, inside, { colour: ink.faint, weight: 1 })),
        linePath(line, inside, { colour, weight }),
        Plot.dot([line], { x: () => dateOf(to), y: lastOf, r: 3.5, fill: colour }),
        Plot.text([line], {
          frameAnchor: 'top-left',
          text: () => `${line.shortTitle} ${changeOf(line)}`,
          textAnchor: 'start',
          dx: -margins.marginLeft,
          dy: -30,
          fontSize: font + 1,
          fontWeight: 600,
          fill: colour,
          ...halo,
        }),
      ],
    };
    return { x: isStacked ? 0 : k * (width + GAP), y: isStacked ? k * height : 0, options };
  });
  return renderPanels(panels, isStacked ? height * lines.length : height, spec, size, { from, to, readings: indexReadings(lines) });
}

function describe({ lines, from, to }: FigureData): string {
  const ends = lines.map((line) => `${line.shortTitle} at ${printedDecimal(lastOf(line), 1)} (${changeOf(line)})`);
  return `${inWords(lines.length)} line charts on one scale from ${formatDay(from, 'long')} to ${formatDay(to, 'long')}, a panel each, every line starting at 100. At the end: ${ends.join(', ')}. ${extremesOf(lines)}`;
}

export const smallPanels: SeriesKind = {
  of: 'series',
  needsFrom: true,
  takes: [],
  refuse: (series) => (series.length < 2 || series.length > 4 ? 'small panels compare two to four series' : null),
  expressions: rebased,
  draw,
  describe,
  table: indexedLines.table,
};
