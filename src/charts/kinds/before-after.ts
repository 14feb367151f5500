/** Lines before and after a day on which they all are 100: what came before is faded. For what followed something. */
import * as Plot from '@observablehq/plot';
import type { Day } from '../../data/day.ts';
import { countWord } from '../../metrics/count-word.ts';
import { formatDay, formatShort, printedDecimal } from '../../metrics/format.ts';
import { hasReturns, type Unit } from '../../metrics/units.ts';
import { inTwoLines } from '../annotations.ts';
import { axisLabel, dateOf, dayLabel, niceDomain, timeAxis, valueAxis } from '../axes.ts';
import { type Reading, readingsOf } from '../crosshair.ts';
import type { FigureData, Line } from '../figure-data.ts';
import { changeOf, indexReadings, START } from '../indexed.ts';
import type { Annotations, DataTable, DrawingSpec, Mark, SeriesKind } from '../kind.ts';
import { areaOf, endLabels, endLabelsWidth, endValue, highestOf, lastOf, linePath, lowestOf, nameAndValue } from '../lines.ts';
import { MARK, NAMES, TO } from '../options.ts';
import { render } from '../render.ts';
import { textWidth } from '../text-width.ts';
import { fontSize, halo, ink, lineStyle, type Size } from '../theme.ts';
import { sampled } from '../thin.ts';

const HEIGHTS: Readonly<Record<Size, number>> = { S: 280, H: 300, M: 320, L: 380 };

/** How strongly the path before the day is drawn. */
const BEFORE = 0.45;

/** Pixels that share a point of a line: two years stand in some hundred points, their lowest and highest among them. */
const COARSE = 3;

/** @throws TypeError where there is none: a defect of ours, not of the author's */
function markOf({ mark }: Annotations): Mark {
  if (!mark) throw new TypeError('before-after has a day');
  return mark;
}

const byWeight = (a: Line, b: Line): number => lineStyle(a).weight - lineStyle(b).weight;
const byEnd = (a: Line, b: Line): number => lastOf(b) - lastOf(a);

/** The days of a line from one to another, both of them with it. */
function between(line: Line, from: Day, to: Day): Line {
  const first = line.days.findIndex((day) => day >= from);
  const end = line.days.findLastIndex((day) => day <= to) + 1;
  return { ...line, days: line.days.subarray(first, end), values: line.values.subarray(first, end) };
}

const valueAt = (line: Line, day: Day): number => line.values[line.days.indexOf(day)];

/** '+11.7%' where lines are indexed, else '4.43%'. */
const endOf = (line: Line): string => (hasReturns(line.unit) ? changeOf(line) : endValue(line));

function axisOf(lines: readonly Line[]): { low: number; high: number; values: number[]; label(value: number, isTop: boolean): string } {
  const lowest = Math.min(...lines.map(lowestOf));
  const highest = Math.max(...lines.map(highestOf));
  const domain = niceDomain(lowest, highest);
  return { ...domain, label: hasReturns(lines[0].unit) ? String : axisLabel(lines[0].unit, domain.values) };
}

function draw({ lines, from, to }: FigureData, spec: DrawingSpec, size: Size): string {
  const mark = markOf(spec);
  const font = fontSize(size);
  const labels = lines.map((line) => ({ line, text: nameAndValue(line, endOf(line), size) }));
  const { low, high, values, label } = axisOf(lines);
  const axisWidth = Math.ceil(Math.max(...values.map((value, k) => textWidth(label(value, k === values.length - 1), font)))) + 8;
  const margins = { marginTop: 24, marginBottom: 44, marginLeft: Math.max(36, axisWidth), marginRight: endLabelsWidth(labels, font) };
  const height = HEIGHTS[size];
  const { top, bottom, width, toPixel } = areaOf(size, height, margins, { low, high });
  const columns = Math.ceil(width / COARSE);
  const coarse = (share: number) => (line: Line) => sampled(line.days, line.values, Math.ceil(columns * share));
  const share = (mark.day - from) / Math.max(1, to - from);
  const drawn = [...lines].sort(byWeight);
  const baseline = hasReturns(lines[0].unit) ? START : low <= 0 && high >= 0 ? 0 : undefined;
  return render(
    {
      height,
      ...margins,
      x: { type: 'utc', domain: [dateOf(from), dateOf(to)] },
      y: { domain: [low, high] },
      marks: [
        ...valueAxis({ values, baseline, label, fontSize: font, marginLeft: margins.marginLeft }),
        timeAxis(from, to, width, font),
        ...drawn.map((line) => linePath(between(line, from, mark.day), coarse(share), { ...lineStyle(line), opacity: BEFORE })),
        Plot.ruleX([dateOf(mark.day)], { y1: low, y2: high, stroke: ink.axis }),
        ...drawn.map((line) => linePath(between(line, mark.day, to), coarse(1 - share))),
        ...endLabels(labels, font, toPixel, top, bottom),
        markLabel(mark, lines, { from, to, width, top, bottom, toPixel, font }),
      ],
    },
    spec,
    size,
    { from, to, readings: readingsIn(lines) },
  );
}

function readingsIn(lines: readonly Line[]): Reading[] {
  if (hasReturns(lines[0].unit)) return indexReadings(lines);
  return readingsOf(lines)
    .map((reading) => ({ ...reading, style: { ...reading.style, plus: undefined } }))
    .sort((a, b) => byEnd(lines[a.index], lines[b.index]));
}

interface Area {
  from: Day;
  to: Day;
  width: number;
  top: number;
  bottom: number;
  toPixel(value: number): number;
  font: number;
}

const LINE_HEIGHT = 1.2;
const GAP = 7;

/** Beside the rule, above or below, where the lines leave most room for it. */
function markLabel(mark: Mark, lines: readonly Line[], { from, to, width, top, bottom, toPixel, font }: Area): Plot.Markish {
  const text = inTwoLines(markName(mark));
  const rows = text.split('\n');
  const [wide, tall] = [Math.max(...rows.map((row) => textWidth(row, font, 500))) + GAP, rows.length * font * LINE_HEIGHT + 6];
  const pixel = (day: Day): number => ((day - from) / Math.max(1, to - from)) * width;
  const rule = pixel(mark.day);
  const places = (['left', 'right'] as const).flatMap((side) =>
    (['top', 'bottom'] as const).map((end) => {
      const [start, finish] = side === 'left' ? [rule - wide, rule] : [rule, rule + wide];
      const near = lines.flatMap(({ days, values }) =>
        Array.from(values).filter((_value, i) => pixel(days[i]) >= start && pixel(days[i]) <= finish),
      );
      const room =
        end === 'top' ? Math.min(...near.map((value) => toPixel(value) - top)) : Math.min(...near.map((value) => bottom - toPixel(value)));
      return { side, end, room: start < 0 || finish > width ? Number.NEGATIVE_INFINITY : room };
    }),
  );
  // The first that has room enough; else the one that has most.
  const { side, end } = places.find(({ room }) => room >= tall) ?? places.reduce((a, b) => (b.room > a.room ? b : a));
  return Plot.text([text], {
    x: dateOf(mark.day),
    frameAnchor: end,
    lineAnchor: end,
    textAnchor: side === 'left' ? 'end' : 'start',
    dx: side === 'left' ? -GAP : GAP,
    dy: end === 'top' ? 1 : -5,
    lineHeight: LINE_HEIGHT,
    fontSize: font,
    fill: ink.quiet,
    ...halo,
  });
}

/** 'June CPI Jul 11'. */
const markName = ({ label, day }: Mark): string => `${label} ${dayLabel(day)}`;

function describe({ lines, from, to }: FigureData, annotations: Annotations): string {
  const mark = markOf(annotations);
  const long = (day: Day): string => formatDay(day, 'long');
  const ranked = [...lines].sort(byEnd);
  const many = lines.length === 1 ? 'one series' : `${countWord(lines.length)} series`;
  const indexed = hasReturns(lines[0].unit);
  const plain = (value: number, { unit }: Line): string =>
    indexed ? printedDecimal(value, 1) : formatShort(value, unit).replace(/^\+/, '');
  const told = ranked.map((line) => {
    const after = between(line, mark.day, to);
    const end = indexed ? `${plain(lastOf(line), line)} (${changeOf(line)})` : plain(lastOf(line), line);
    return `${line.title} from ${plain(line.values[0], line)} to ${plain(valueAt(line, mark.day), line)} on that day and ${end} at the end, since then between ${plain(lowestOf(after), line)} and ${plain(highestOf(after), line)}`;
  });
  return [
    `Line chart of ${many} from ${long(from)} to ${long(to)}${indexed ? `, ${lines.length === 1 ? '' : 'each '}put at 100 on ${long(mark.day)}` : ''}.`,
    `A rule with the words “${markName(mark)}” marks that day; the path before it is faded.`,
    `${told.join('; ')}.`,
  ].join(' ');
}

/** A line a row: where it came from, and what became of it. */
function table({ lines, from, to }: FigureData, annotations: Annotations): DataTable {
  const { day } = markOf(annotations);
  const indexed = hasReturns(lines[0].unit);
  const shown = (value: number, { unit }: Line): string => (indexed ? printedDecimal(value, 1) : formatShort(value, unit));
  const short = (at: Day): string => formatDay(at, 'short');
  return {
    caption: indexed ? `Index, ${short(day)} = 100` : `Levels before and after ${short(day)}`,
    columns: ['Series', short(from), short(day), 'Lowest since', 'Highest since', short(to), ...(indexed ? ['Change'] : [])],
    rows: lines.map((line) => {
      const after = between(line, day, to);
      const values = [line.values[0], valueAt(line, day), lowestOf(after), highestOf(after), lastOf(line)];
      return [line.title, ...values.map((value) => shown(value, line)), ...(indexed ? [changeOf(line)] : [])];
    }),
  };
}

/** All are indexed, or all are levels of one unit. */
function refuse(series: readonly string[], unitOf: (expression: string) => Unit): string | null {
  const [first, ...others] = series.map((one) => ({ one, unit: unitOf(one) }));
  if (first.unit === 'date') return `${first.one} is a day, which has no scale of values. Take another metric`;
  const unlike = others.find(({ unit }) => (hasReturns(first.unit) ? !hasReturns(unit) : unit !== first.unit));
  return unlike
    ? `${first.one} is in ${first.unit} and ${unlike.one} in ${unlike.unit}: one scale can't hold both. Take kind="stacked-panels", a panel each`
    : null;
}

export const kind: SeriesKind = {
  of: 'series',
  name: 'before-after',
  title: 'Before and after',
  purpose:
    'What followed something, and what had come before it. Prices and other levels are put at 100 on that day; rates keep their own values. The path before it is faded, and each line is named at its end.',
  wants: 'One to four series of prices, or of rates of one unit, each with a value on the day; any stretch of days around it.',
  reading:
    'The rule stands at the day, and the lines before it are faded. Where the axis has 100, all lines are 100 on that day: one at 112 has gained 12 percent since, one at 95 has lost 5 percent. Rates are not indexed: they are shown as they are.',
  limits: [
    'That something followed does not say that it was caused.',
    'Five lines or more can’t be told apart.',
    'Prices and rates share no scale.',
  ],
  options: {
    series: { what: 'What is drawn, with commas between', example: 'rut, spx', needed: true },
    from: { what: 'The first day that is drawn; either this or sessions', example: '2024-05-01' },
    sessions: { what: 'How many sessions are drawn, up to the last; either this or from', example: '120' },
    mark: { ...MARK, needed: true },
    names: NAMES,
    to: TO,
  },
  example: `<Figure
  kind="before-after"
  series="rut, spx"
  from="2024-05-01"
  mark="2024-06-12: Fed meeting"
  title="A month after the Fed met, small caps overtook large caps"
  subtitle="Price index, June 12, 2024 = 100, daily closes"
/>`,
  lines: [1, 4],
  refuse,
  expressions: (series, _from, annotations, valueOn) =>
    series.map((one) => {
      const { value, unit } = valueOn(one, markOf(annotations).day);
      return hasReturns(unit) ? `${START} * ${/^\w+$/.test(one) ? one : `(${one})`} / ${value}` : one;
    }),
  draw,
  describe,
  table,
};
