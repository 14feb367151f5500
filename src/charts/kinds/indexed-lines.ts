/** Lines that all start at 100, each named at its end. For who led whom since a day. */
import { countWord } from '../../metrics/count-word.ts';
import { formatDay, formatShort, printedDecimal } from '../../metrics/format.ts';
import { band, bandLabel } from '../annotations.ts';
import { dateOf, niceDomain, timeAxis, valueAxis } from '../axes.ts';
import type { FigureData, Line } from '../figure-data.ts';
import { changeOf, extremesOf, indexReadings, indexTable, rateRefused, rebased, START } from '../indexed.ts';
import type { Annotations, DrawingSpec, Highlight, SeriesKind } from '../kind.ts';
import { areaOf, endLabels, endLabelsWidth, highestOf, lastOf, linePath, lowestOf, scaleOf, visibleAt } from '../lines.ts';
import { HIGHLIGHT, NAMES, TO } from '../options.ts';
import { render } from '../render.ts';
import { fontSize, lineStyle, SIZES, type Size } from '../theme.ts';

const HEIGHTS: Readonly<Record<Size, number>> = { S: 340, H: 340, M: 400, L: 440 };

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
  const { low, high, values } = niceDomain(Math.min(START, ...lines.map(lowestOf)), Math.max(START, ...lines.map(highestOf)));
  const visible = visibleAt(scaleOf({ width: SIZES[size], height, ...margins }, { from, to, low, high }));
  const { top, bottom, width, toPixel } = areaOf(size, height, margins, { low, high });
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
        ...[...lines].sort(byWeight).map((line) => linePath(line, visible)),
        ...endLabels(labels, font, toPixel, top, bottom),
        ...bandLabel(spec.highlight, low, font),
      ],
    },
    spec,
    size,
    { from, to, readings: indexReadings(lines) },
  );
}

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

/** What became of the lines in the shaded days. */
function overHighlight(lines: readonly Line[], { from, to, label }: Highlight): string {
  const changes = lines.flatMap(({ title, days, values }) => {
    const [start, end] = [days.indexOf(from), days.indexOf(to)];
    return start < 0 || end < 0 ? [] : [`${title} ${formatShort(values[end] / values[start] - 1, 'ratio')}`];
  });
  const told = changes.length > 0 ? `. In these days: ${changes.join(', ')}` : '';
  return `The days from ${formatDay(from, 'long')} to ${formatDay(to, 'long')} are shaded and named “${label}”${told}.`;
}

export const kind: SeriesKind = {
  of: 'series',
  name: 'indexed-lines',
  title: 'Indexed lines',
  purpose: 'Who led whom since a day. Each series is rebased to 100 on that session, and named at its end with what 100 has become.',
  wants: 'One to five series of prices or levels, each with a close on the first day; any stretch of days.',
  reading:
    'All lines start at 100 on the first day. A line at 112 has gained 12 percent since then, one at 95 has lost 5 percent. Only changes since that day can be compared, not levels, and another first day would give another picture.',
  limits: [
    'Six lines or more can’t be told apart.',
    'Levels are lost: only changes since the first day can be compared.',
    'A rate is not indexed: yields are levels, for lines.',
    'A series that was zero or below on the first day can’t be indexed.',
  ],
  options: {
    series: {
      what: 'What is drawn, with commas between. An expression that is an index already is drawn as it is',
      example: 'rut, spx, ixic, m7',
      needed: true,
    },
    from: { what: 'The first session, on which every line is 100', example: '2023-12-29', needed: true },
    highlight: HIGHLIGHT,
    names: NAMES,
    to: TO,
  },
  example: `<Figure
  kind="indexed-lines"
  series="rut, spx, ixic, m7"
  from="2023-12-29"
  highlight="2024-07-09 to 2024-07-16: Last five sessions"
  title="Giants led the rally until the last five sessions"
  subtitle="Price index, December 29, 2023 = 100, daily closes"
  wide
/>`,
  lines: [1, 5],
  refuse: rateRefused,
  expressions: rebased,
  draw,
  describe,
  table: indexTable,
};
