/** Lines of one unit on the scale of their values, each named at its end. For how levels went: yields, volatilities, a curve. */
import type * as Plot from '@observablehq/plot';
import type { Day } from '../../data/day.ts';
import { countWord } from '../../metrics/count-word.ts';
import { formatDay, formatShort } from '../../metrics/format.ts';
import type { Unit } from '../../metrics/units.ts';
import { band, bandLabel, inTwoLines, markLabel, markRule, markWords } from '../annotations.ts';
import { axisLabel, dateOf, niceDomain, timeAxis, valueAxis } from '../axes.ts';
import { readingsOf } from '../crosshair.ts';
import type { FigureData, Line } from '../figure-data.ts';
import type { Annotations, DrawingSpec, Highlight, Mark, SeriesKind } from '../kind.ts';
import {
  areaOf,
  endLabels,
  endLabelsWidth,
  endValue,
  highestOf,
  lastOf,
  linePath,
  lowestOf,
  nameAndValue,
  scaleOf,
  visibleAt,
} from '../lines.ts';
import { HIGHLIGHT, NAMES, TO } from '../options.ts';
import { rangeTable } from '../range-table.ts';
import { render } from '../render.ts';
import { textWidth } from '../text-width.ts';
import { fontSize, lineStyle, SIZES, type Size } from '../theme.ts';

const HEIGHTS: Readonly<Record<Size, number>> = { S: 320, H: 330, M: 380, L: 420 };

/** Lines of one colour are told apart by their dashes: the first is drawn through. */
const DASHES = [undefined, '7,3', '2,3', '7,3,2,3', '12,4'] as const;

const lowest = (lines: readonly Line[]): number => Math.min(...lines.map(lowestOf));
const highest = (lines: readonly Line[]): number => Math.max(...lines.map(highestOf));

/** The hero on top of the others. */
const byWeight = (a: Line, b: Line): number => lineStyle(a).weight - lineStyle(b).weight;

const byEnd = (a: Line, b: Line): number => lastOf(b) - lastOf(a);

function dashOf(line: Line, lines: readonly Line[]): string | undefined {
  const before = lines.slice(0, lines.indexOf(line)).filter((other) => lineStyle(other).colour === lineStyle(line).colour);
  return DASHES[before.length];
}

/** Labels of an axis of levels: a sign only where there are values on both sides of zero. */
function levelLabel(unit: Unit, values: readonly number[]): (value: number, isTop: boolean) => string {
  const label = axisLabel(unit, values);
  return (value, isTop) => (values[0] < 0 ? label(value, isTop) : label(value, isTop).replace(/^\+/, ''));
}

function draw({ lines, from, to }: FigureData, spec: DrawingSpec, size: Size): string {
  const font = fontSize(size);
  const labels = lines.map((line) => ({ line, text: lines.length === 1 ? endValue(line) : nameAndValue(line, endValue(line), size) }));
  const { low, high, values } = niceDomain(lowest(lines), highest(lines));
  const label = levelLabel(lines[0].unit, values);
  const axisWidth = Math.ceil(Math.max(...values.map((value, k) => textWidth(label(value, k === values.length - 1), font)))) + 8;
  const margins = { marginTop: 26, marginBottom: 44, marginLeft: Math.max(36, axisWidth), marginRight: endLabelsWidth(labels, font) };
  const height = HEIGHTS[size];
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
        ...valueAxis({ values, baseline: low <= 0 && high >= 0 ? 0 : undefined, label, fontSize: font, marginLeft: margins.marginLeft }),
        ...markRule(spec.mark, low, high),
        timeAxis(from, to, width, font),
        ...[...lines].sort(byWeight).map((line) => linePath(line, visible, { ...lineStyle(line), dash: dashOf(line, lines) })),
        ...endLabels(labels, font, toPixel, top, bottom),
        ...annotationLabels(spec, { from, to, low, width, font }),
      ],
    },
    spec,
    size,
    {
      from,
      to,
      readings: readingsOf(lines)
        .map((reading) => ({ ...reading, style: { ...reading.style, plus: undefined } }))
        .sort((a, b) => byEnd(lines[a.index], lines[b.index])),
    },
  );
}

interface Frame {
  from: Day;
  to: Day;
  low: number;
  width: number;
  font: number;
}

/** To the left of what they name where there is room, else to the right. */
function annotationLabels({ highlight, mark }: Annotations, { from, to, low, width, font }: Frame): Plot.Markish[] {
  const side = (day: Day, words: string): 'left' | 'right' => {
    const needed = Math.max(...words.split('\n').map((line) => textWidth(line, font, 500))) + 10;
    return ((day - from) / (to - from)) * width < needed ? 'right' : 'left';
  };
  return [
    ...(highlight ? bandLabel(highlight, low, font, side(highlight.from, inTwoLines(highlight.label))) : []),
    ...(mark ? [markLabel(mark, low, font, side(mark.day, markWords(mark)))] : []),
  ];
}

const plain = (value: number, { unit }: Line): string => formatShort(value, unit).replace(/^\+/, '');

function describe({ lines, from, to }: FigureData, { highlight, mark }: Annotations): string {
  const many = lines.length === 1 ? 'one series' : `${countWord(lines.length)} series on one scale`;
  const ranked = [...lines].sort(byEnd);
  const told = ranked.map(
    (line) =>
      `${line.title} goes from ${plain(line.values[0], line)} to ${endValue(line)}, between ${plain(lowestOf(line), line)} and ${plain(highestOf(line), line)}`,
  );
  const steps = lines.filter(({ holds }) => holds).map(({ title }) => title);
  return [
    `Line chart of ${many} from ${formatDay(from, 'long')} to ${formatDay(to, 'long')}.`,
    `${lines.length === 1 ? '' : 'From the highest at the end to the lowest: '}${told.join('; ')}.`,
    ...(steps.length > 0 ? [`${steps.join(' and ')}: steps, as each value holds until the next.`] : []),
    ...(highlight ? [overHighlight(ranked, highlight)] : []),
    ...(mark ? [onMark(ranked, mark)] : []),
  ].join(' ');
}

/** What became of the lines in the shaded days. */
function overHighlight(lines: readonly Line[], { from, to, label }: Highlight): string {
  const moves = lines.flatMap((line) => {
    const [start, end] = [line.days.indexOf(from), line.days.indexOf(to)];
    return start < 0 || end < 0 ? [] : [`${line.title} from ${plain(line.values[start], line)} to ${plain(line.values[end], line)}`];
  });
  const told = moves.length > 0 ? `. In these days: ${moves.join(', ')}` : '';
  return `The days from ${formatDay(from, 'long')} to ${formatDay(to, 'long')} are shaded and named “${label}”${told}.`;
}

/** What the lines did on the day that is marked. */
function onMark(lines: readonly Line[], { day, label }: Mark): string {
  const moves = lines.flatMap((line) => {
    const at = line.days.indexOf(day);
    const [before, after] = [plain(line.values[at - 1], line), plain(line.values[at], line)];
    return at < 1 ? [] : [before === after ? `${line.title} unchanged at ${after}` : `${line.title} from ${before} to ${after}`];
  });
  return `A rule marks ${formatDay(day, 'long')}: ${label}.${moves.length > 0 ? ` That day: ${moves.join(', ')}.` : ''}`;
}

/** One scale has one unit. */
function unlike(lines: readonly Line[]): string | null {
  const [first] = lines;
  const other = lines.find(({ unit }) => unit !== first.unit);
  if (other)
    return `'lines' has one scale, and ${first.expression} is in ${first.unit}, ${other.expression} in ${other.unit}. Take kind="stacked-panels", a panel each, for two or three series`;
  return first.unit === 'date' ? `${first.expression} is a day, which has no scale of values. Take another metric` : null;
}

export const kind: SeriesKind = {
  of: 'series',
  name: 'lines',
  title: 'Lines',
  purpose:
    'How levels of one unit went: yields, volatilities, ratios, a curve in basis points. Each line is named at its end with its last value, and zero is drawn where the values reach it.',
  wants: 'One to five series of one unit, whatever it is; any stretch of days.',
  reading:
    'All lines share one scale, so that their heights and the distances between them can be compared. The scale need not begin at zero: where it has a zero, that line is darker. A line in steps holds each value until the next.',
  limits: [
    'Six lines or more can’t be told apart.',
    'Unlike units share no scale.',
    'What differs much in size hides the small moves of the smaller.',
  ],
  options: {
    series: { what: 'What is drawn, with commas between, all of one unit', example: 'fed_upper, ust2y, ust10y', needed: true },
    from: { what: 'The first session; either this or sessions', example: '2023-01-03' },
    sessions: { what: 'How many sessions are drawn, up to the last; either this or from', example: '120' },
    highlight: HIGHLIGHT,
    mark: { what: 'A session that a rule marks, and its name', example: '2024-07-11: June CPI' },
    names: NAMES,
    to: TO,
  },
  example: `<Figure
  kind="lines"
  series="fed_upper, ust2y, ust10y"
  from="2023-01-03"
  mark="2024-07-11: June CPI"
  title="Yields have fallen away from a target that stays where it is"
  subtitle="Upper end of the federal funds target, two-year Treasury yield and ten-year Treasury yield, percent"
  wide
/>`,
  lines: [1, 5],
  refuseValues: unlike,
  draw,
  describe,
  table: rangeTable,
};
