/** Lines that all start at 100, each named at its end. For who led whom since a day. */
import { countWord } from '../metrics/count-word.ts';
import { formatDay, formatShort, printedDecimal, shortStyle } from '../metrics/format.ts';
import { band, bandLabel } from './annotations.ts';
import { dateOf, niceDomain, timeAxis, valueAxis } from './axes.ts';
import { type Reading, readingsOf } from './crosshair.ts';
import type { FigureData, Line } from './figure-data.ts';
import type { Annotations, DataTable, DrawingSpec, Highlight, SeriesKind } from './kind.ts';
import { endLabels, endLabelsWidth, highestOf, lastOf, linePath, lowestOf } from './lines.ts';
import { render } from './render.ts';
import { fontSize, lineStyle, SIZES, type Size } from './theme.ts';

const HEIGHTS: Readonly<Record<Size, number>> = { S: 340, H: 340, M: 400, L: 440 };
const START = 100;

/** '+11.7%': what 100 has become. */
const changeOf = (line: Line): string => formatShort(lastOf(line) / START - 1, 'ratio');

/** The hero on top of the others. */
const byWeight = (a: Line, b: Line): number => lineStyle(a).weight - lineStyle(b).weight;

function draw({ lines, from, to }: FigureData, spec: DrawingSpec, size: Size): string {
  const font = fontSize(size);
  const isNarrow = size === 'S' || size === 'H';
  const labels = lines.map((line) => ({
    line,
    text: isNarrow ? `${line.shortTitle}\n${changeOf(line)}` : `${line.title} ${changeOf(line)}`,
  }));
  const margins = { marginTop: 24, marginBottom: 44, marginLeft: 36, marginRight: endLabelsWidth(labels, font) };
  const height = HEIGHTS[size];
  const [top, bottom] = [margins.marginTop, height - margins.marginBottom];
  const width = SIZES[size] - margins.marginLeft - margins.marginRight;
  const { low, high, values } = niceDomain(Math.min(START, ...lines.map(lowestOf)), Math.max(START, ...lines.map(highestOf)));
  const toPixel = (value: number): number => top + ((high - value) / (high - low)) * (bottom - top);
  return render(
    {
      height,
      ...margins,
      x: { type: 'utc', domain: [dateOf(from), dateOf(to)] },
      y: { domain: [low, high] },
      marks: [
        ...band(spec.highlight, low, high),
        ...valueAxis({ values, baseline: START, label: String, fontSize: font, marginLeft: margins.marginLeft }),
        timeAxis(from, to, width, font),
        ...[...lines].sort(byWeight).map((line) => linePath(line, width)),
        ...endLabels(labels, font, toPixel, top, bottom),
        ...bandLabel(spec.highlight, low, font),
      ],
    },
    spec,
    size,
    { from, to, readings: indexReadings(lines) },
  );
}

/** Levels of an index, in the order of their ends. */
export const indexReadings = (lines: readonly Line[]): Reading[] =>
  readingsOf(lines, () => ({ style: shortStyle('index') })).sort((a, b) => lastOf(lines[b.index]) - lastOf(lines[a.index]));

function describe({ lines, from, to }: FigureData, { highlight }: Annotations): string {
  const ranked = [...lines].sort((a, b) => lastOf(b) - lastOf(a));
  const ends = ranked.map((line) => `${line.title} at ${printedDecimal(lastOf(line), 1)} (${changeOf(line)})`);
  const many = lines.length === 1 ? 'one series' : `${countWord(lines.length)} series`;
  return [
    `Line chart of ${many} from ${formatDay(from, 'long')} to ${formatDay(to, 'long')}, ${lines.length === 1 ? 'starting' : 'each starting'} at 100.`,
    `At the end, from highest to lowest: ${ends.join(', ')}.`,
    extremesOf(lines),
    ...(highlight ? [overHighlight(ranked, highlight)] : []),
  ].join(' ');
}

/** The highest and the lowest point of all lines. */
export function extremesOf(lines: readonly Line[]): string {
  const top = lines.reduce((a, b) => (highestOf(b) > highestOf(a) ? b : a));
  const floor = lines.reduce((a, b) => (lowestOf(b) < lowestOf(a) ? b : a));
  const told = (line: Line, value: number): string =>
    `${line.title} at ${printedDecimal(value, 1)} on ${formatDay(line.days[line.values.indexOf(value)], 'long')}`;
  return `The highest point is ${told(top, highestOf(top))}, the lowest ${told(floor, lowestOf(floor))}.`;
}

/** What became of the lines in the shaded days. */
function overHighlight(lines: readonly Line[], { from, to, label }: Highlight): string {
  const changes = lines.flatMap(({ title, days, values }) => {
    const [start, end] = [days.indexOf(from), days.indexOf(to)];
    return start < 0 || end < 0 ? [] : [`${title} ${formatShort(values[end] / values[start] - 1, 'ratio')}`];
  });
  const told = changes.length > 0 ? `. In these days: ${changes.join(', ')}` : '';
  return `The days from ${formatDay(from, 'long')} to ${formatDay(to, 'long')} are shaded and named “${label}”${told}.`;
}

function table({ lines, from, to }: FigureData): DataTable {
  return {
    caption: `Index, ${formatDay(from, 'short')} = 100, at ${formatDay(to, 'short')}`,
    columns: ['Series', 'Last', 'Change', 'Lowest', 'Highest'],
    rows: lines.map((line) => [
      line.title,
      printedDecimal(lastOf(line), 1),
      changeOf(line),
      printedDecimal(lowestOf(line), 1),
      printedDecimal(highestOf(line), 1),
    ]),
  };
}

/** An expression that is an index already is drawn as it is. */
export const rebased = (series: readonly string[], from: string): string[] =>
  series.map((one) => (/^[a-z][a-z0-9_]*$/.test(one) ? `rebase(${one}, 100, since ${from})` : one));

export const indexedLines: SeriesKind = {
  of: 'series',
  needsFrom: true,
  takes: ['highlight'],
  refuse: (series) => (series.length > 5 ? `${series.length} lines can't be told apart: draw five at most` : null),
  expressions: rebased,
  draw,
  describe,
  table,
};
