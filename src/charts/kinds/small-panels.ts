/** One panel a line, all on one scale, the other lines in grey behind it. For comparing shapes that would tangle in one panel. */
import * as Plot from '@observablehq/plot';
import { formatDay, printedDecimal } from '../../metrics/format.ts';
import { dateOf, niceDomain, timeAxis, valueAxis } from '../axes.ts';
import type { FigureData } from '../figure-data.ts';
import { inWords } from '../in-words.ts';
import { changeOf, extremesOf, indexReadings, indexTable, rateRefused, rebased, START } from '../indexed.ts';
import type { DrawingSpec, SeriesKind } from '../kind.ts';
import { highestOf, lastOf, linePath, lowestOf, scaleOf, visibleAt } from '../lines.ts';
import { NAMES, TO } from '../options.ts';
import { type Options, renderPanels } from '../render.ts';
import { fontSize, halo, ink, lineStyle, SIZES, type Size } from '../theme.ts';

const GAP = 24;
const PANEL_HEIGHT: Readonly<Record<Size, number>> = { S: 190, H: 190, M: 240, L: 270 };

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
    const visible = visibleAt(scaleOf({ width, height, ...margins }, { from, to, low, high }));
    const options: Options = {
      width,
      height,
      ...margins,
      x: { type: 'utc', domain: [dateOf(from), dateOf(to)] },
      y: { domain: [low, high] },
      marks: [
        ...valueAxis({ values, baseline: START, label: String, fontSize: font, marginLeft: margins.marginLeft }),
        timeAxis(from, to, inside, font),
        ...lines.filter((other) => other !== line).map((other) => linePath(other, visible, { colour: ink.faint, weight: 1 })),
        linePath(line, visible, { colour, weight }),
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

export const kind: SeriesKind = {
  of: 'series',
  name: 'small-panels',
  title: 'Small panels',
  purpose:
    'The same measure for two to four series, a panel each, all on one scale, with the other lines in grey behind. Across on a desk, stacked on a phone.',
  wants: 'Two to four series of prices or levels, each with a close on the first day.',
  reading:
    'Each panel shows one series in colour, with the others in grey behind it, and all panels share one scale. So heights can be compared from panel to panel. All lines start at 100 on the first day.',
  limits: ['A fifth panel has no room.', 'Levels are lost: only changes since the first day can be compared.'],
  options: {
    series: { what: 'What is drawn, a panel each', example: 'iwo, iwm, iwn', needed: true },
    from: { what: 'The first session, on which every line is 100', example: '2023-12-29', needed: true },
    names: NAMES,
    to: TO,
  },
  example: `<Figure
  kind="small-panels"
  series="iwo, iwm, iwn"
  names="Growth, All, Value"
  from="2023-12-29"
  title="Growth leads value inside small caps"
  subtitle="Prices of the iShares Russell 2000 funds, December 29, 2023 = 100"
  wide
/>`,
  lines: [2, 4],
  refuse: rateRefused,
  expressions: rebased,
  draw,
  describe,
  table: indexTable,
};
