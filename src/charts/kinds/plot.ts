/** A figure that no other kind covers: series drawn by a Plot specification in a file beside the report. */
import { countWord } from '../../metrics/count-word.ts';
import { formatDay, formatShort } from '../../metrics/format.ts';
import type { FigureData } from '../figure-data.ts';
import type { DrawingSpec, PlotKind } from '../kind.ts';
import { highestOf, lastOf, lowestOf } from '../lines.ts';
import { NAMES, TO } from '../options.ts';
import { drawPlot } from '../plot/draw.ts';
import { rangeTable } from '../range-table.ts';
import type { Size } from '../theme.ts';

function draw(data: FigureData, spec: DrawingSpec, size: Size): string {
  if (!spec.plot) throw new Error('a plot without its specification');
  return drawPlot(spec.plot.specification, data, spec, size);
}

/** What is drawn and between which values: what it shows, only the author can say. */
function describe({ lines, from, to }: FigureData): string {
  const told = lines.map(
    (line) =>
      `${line.title} between ${formatShort(lowestOf(line), line.unit)} and ${formatShort(highestOf(line), line.unit)}, at last ${formatShort(lastOf(line), line.unit)}`,
  );
  return `Plot of ${lines.length === 1 ? 'one series' : `${countWord(lines.length)} series`} from ${formatDay(from, 'long')} to ${formatDay(to, 'long')}: ${told.join('; ')}.`;
}

export const kind: PlotKind = {
  of: 'plot',
  name: 'plot',
  title: 'Plot',
  purpose:
    'For what no other kind covers: scatter plots, histograms in facets, heat maps. Marks, transforms and scales stand in a file beside the report.',
  wants: 'One to twelve series of any units; the file names them as its columns.',
  reading:
    'This chart was made for its report alone. Its subtitle says what is drawn and in which unit, and its description what can be seen. Where marks have colours that are not named beside them, their names stand above.',
  limits: [
    'The specification is data: it computes nothing that its transforms don’t, and draws the series of its figure and nothing else.',
    'Colours are tokens or those of series; letters have the site’s font and size.',
    'A drawing has 150 kB at most: gather values in bins where there are thousands.',
    'Labels are not moved apart: place them with dx and dy, and look at each size.',
  ],
  options: {
    series: {
      what: 'What may be drawn: expressions with commas between, which are the columns',
      example: 'change(ust2y, 1d), change(ust10y, 1d)',
      needed: true,
    },
    from: { what: 'The first session; or say how many with sessions', example: '2024-01-02' },
    sessions: { what: 'How many sessions up to the last', example: '250' },
    plot: { what: 'The file with the specification, beside the report', example: 'yield-changes.yaml', needed: true },
    description: {
      what: 'What can be seen, for those who don’t see it',
      example: 'Scatter plot of daily changes of two yields, most of them near a rising line.',
      needed: true,
    },
    names: NAMES,
    to: TO,
  },
  example: `<Figure
  kind="plot"
  plot="yield-changes.yaml"
  series="change(ust2y, 1d), change(ust10y, 1d)"
  names="Two-year yield, Ten-year yield"
  from="2024-01-02"
  title="The two yields mostly move together"
  subtitle="Daily changes of Treasury yields, basis points, a dot a session"
  description="Scatter plot: the change of the two-year yield across, that of the ten-year yield upwards, a dot a session. The dots lie along a rising line."
/>`,
  files: {
    'yield-changes.yaml': `# A dot a session, and the line that fits them best.
marks:
  - { mark: ruleX, x: 0, stroke: rule-2 }
  - mark: linearRegressionY
    data: sessions
    x: Two-year yield
    y: Ten-year yield
    stroke: ink-3
    ci: 0
  - mark: dot
    data: sessions
    x: Two-year yield
    y: Ten-year yield
    stroke: ust2y
    r: 3
x: { label: Two-year yield, inset: 6 }
y: { label: Ten-year yield }
small: { height: 320 }
`,
  },
  lines: [1, 12],
  draw,
  describe,
  table: rangeTable,
};
