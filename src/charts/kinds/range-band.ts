/** A level inside the range it kept, and its way out. For breakouts: the band is the highest and lowest close of the highlighted days. */
import * as Plot from '@observablehq/plot';
import type { Day } from '../../data/day.ts';
import { formatDay, formatShort, printedDecimal } from '../../metrics/format.ts';
import { axisLabel, dateOf, dayLabel, niceDomain, timeAxis, valueAxis } from '../axes.ts';
import { readingsOf } from '../crosshair.ts';
import type { FigureData, Line } from '../figure-data.ts';
import type { Annotations, DataTable, DrawingSpec, SeriesKind } from '../kind.ts';
import { endValueMarks, firstOf, highestOf, lastOf, linePath, lowestOf, scaleOf, visibleAt } from '../lines.ts';
import { NAMES, TO } from '../options.ts';
import { render } from '../render.ts';
import { textWidth } from '../text-width.ts';
import { fontSize, halo, ink, lineStyle, SIZES, type Size } from '../theme.ts';

const HEIGHTS: Readonly<Record<Size, number>> = { S: 320, H: 330, M: 380, L: 400 };

interface Range {
  high: { day: Day; value: number };
  low: { day: Day; value: number };
  /** Index of the first close outside, after the range; -1 if there is none. */
  breakout: number;
  /** Index of the last close of the range. */
  end: number;
}

function rangeOf({ days, values }: Line, { highlight }: Annotations): Range {
  const inside = Array.from(days.keys()).filter((i) => days[i] >= (highlight?.from ?? 0) && days[i] <= (highlight?.to ?? 0));
  const pick = (better: (a: number, b: number) => boolean): { day: Day; value: number } => {
    const best = inside.reduce((a, b) => (better(values[b], values[a]) ? b : a));
    return { day: days[best], value: values[best] };
  };
  const [high, low] = [pick((a, b) => a > b), pick((a, b) => a < b)];
  const end = inside[inside.length - 1];
  const breakout = values.findIndex((value, i) => i > end && (value > high.value || value < low.value));
  return { high, low, breakout, end };
}

function draw(data: FigureData, spec: DrawingSpec, size: Size): string {
  const [line] = data.lines;
  const font = fontSize(size);
  const { colour } = lineStyle(line);
  const { high: top, low: floor, breakout, end } = rangeOf(line, spec);
  const last = printedDecimal(lastOf(line), 1);
  const margins = { marginTop: 26, marginBottom: 44, marginLeft: 44, marginRight: Math.ceil(textWidth(last, font, 700)) + 14 };
  const height = HEIGHTS[size];
  const width = SIZES[size] - margins.marginLeft - margins.marginRight;
  // A little room under the floor for its label.
  const span = highestOf(line) - lowestOf(line);
  const { high, values } = niceDomain(lowestOf(line), highestOf(line), 4);
  const low = lowestOf(line) - span * 0.12;
  const visible = visibleAt(scaleOf({ width: SIZES[size], height, ...margins }, { from: data.from, to: data.to, low, high }));
  const inside = height - margins.marginTop - margins.marginBottom;
  const toPixel = (value: number): number => ((high - value) / (high - low)) * inside;
  const inner = { ...line, days: line.days.slice(0, end + 1), values: line.values.slice(0, end + 1) };
  const after = { ...line, days: line.days.slice(end), values: line.values.slice(end) };
  const when = (day: Day): string => formatDay(day, 'short');
  const edge = (label: string, value: number, below: boolean): Plot.Markish =>
    Plot.text([value], {
      x: () => dateOf(line.days[0]),
      y: (v: number) => v,
      text: () => label,
      dx: size === 'S' ? 4 : 40,
      dy: below ? 5 : -5,
      textAnchor: 'start',
      lineAnchor: below ? 'top' : 'bottom',
      fontSize: font,
      fill: ink.quiet,
      ...halo,
    });
  return render(
    {
      height,
      ...margins,
      x: { type: 'utc', domain: [dateOf(data.from), dateOf(data.to)] },
      y: { domain: [low, high] },
      marks: [
        Plot.rect([0], {
          x1: () => dateOf(data.from),
          x2: () => dateOf(data.to),
          y1: floor.value,
          y2: top.value,
          fill: ink.band,
          insetLeft: -margins.marginLeft,
        }),
        ...valueAxis({
          // A label that the edge of the band would run through is left out, with its line.
          values: values.filter(
            (value) => value > low && [top, floor].every((edge) => Math.abs(toPixel(value) - 9 - toPixel(edge.value)) > 13),
          ),
          label: axisLabel(line.unit, values),
          fontSize: font,
          marginLeft: margins.marginLeft,
        }),
        Plot.ruleY([top.value, floor.value], { stroke: ink.context, strokeDasharray: '4,3', insetLeft: -margins.marginLeft }),
        timeAxis(data.from, data.to, width, font),
        linePath(inner, visible, { colour: ink.context, weight: 1.5 }),
        linePath(after, visible, { colour, weight: 2.75 }),
        edge(
          size === 'S' ? `High ${printedDecimal(top.value, 1)}` : `Range high ${printedDecimal(top.value, 1)}, ${when(top.day)}`,
          top.value,
          false,
        ),
        edge(
          size === 'S' ? `Low ${printedDecimal(floor.value, 1)}` : `Range low ${printedDecimal(floor.value, 1)}, ${when(floor.day)}`,
          floor.value,
          true,
        ),
        ...(breakout < 0 ? [] : breakoutMarks(line, breakout, colour, font)),
        ...endValueMarks(line, last, colour, font),
      ],
    },
    spec,
    size,
    { from: data.from, to: data.to, readings: readingsOf([line]) },
  );
}

/** An open dot at the first close outside, and its words to the left. */
function breakoutMarks(line: Line, index: number, colour: string, font: number): Plot.Markish[] {
  const at = { x: () => dateOf(line.days[index]), y: () => line.values[index] };
  return [
    Plot.dot([0], { ...at, r: 4.5, fill: ink.ground, stroke: colour, strokeWidth: 2 }),
    Plot.text([0], {
      ...at,
      text: () => `${dayLabel(line.days[index])}: first close\noutside the range`,
      dx: -10,
      dy: -8,
      textAnchor: 'end',
      lineAnchor: 'bottom',
      lineHeight: 1.2,
      fontSize: font,
      fontWeight: 600,
      fill: colour,
      ...halo,
    }),
  ];
}

function describe({ lines: [line], from, to }: FigureData, annotations: Annotations): string {
  const { high, low, breakout } = rangeOf(line, annotations);
  const told = (value: number, day: Day): string => `${printedDecimal(value, 1)} on ${formatDay(day, 'long')}`;
  const out =
    breakout < 0
      ? 'No later close lies outside.'
      : `The first close outside is ${told(line.values[breakout], line.days[breakout])}, and has an open dot.`;
  return [
    `Line chart of ${line.title} from ${formatDay(from, 'long')} to ${formatDay(to, 'long')}, starting at ${printedDecimal(firstOf(line), 1)}.`,
    `A band runs from the lowest close of its range, ${told(low.value, low.day)}, to the highest, ${told(high.value, high.day)}.`,
    `${out} The line ends at ${printedDecimal(lastOf(line), 1)}.`,
  ].join(' ');
}

function table({ lines: [line], from, to }: FigureData, annotations: Annotations): DataTable {
  const { high, low, breakout } = rangeOf(line, annotations);
  const row = (name: string, day: Day, value: number): string[] => [name, formatDay(day, 'short'), formatShort(value, line.unit)];
  return {
    caption: `${line.title}, ${formatDay(from, 'short')} to ${formatDay(to, 'short')}`,
    columns: ['Close', 'Date', 'Level'],
    rows: [
      row('First shown', line.days[0], line.values[0]),
      row('Highest in the range', high.day, high.value),
      row('Lowest in the range', low.day, low.value),
      ...(breakout < 0 ? [] : [row('First outside', line.days[breakout], line.values[breakout])]),
      row('Last', to, lastOf(line)),
    ],
  };
}

export const kind: SeriesKind = {
  of: 'series',
  name: 'range-band',
  title: 'Range band',
  purpose:
    'A level inside the range it kept, and its way out. The band goes from the lowest to the highest close of the days that make the range, and an open dot marks the first close outside.',
  wants: 'One level, over the days that make the range and those after it.',
  reading:
    'The band runs from the lowest to the highest close of the days that make the range, which are named in the figure. Inside the band the line has been before. The open dot is the first close outside of it.',
  limits: ['One range a figure.', 'The range is that of closes: what happened within a day is not in it.'],
  options: {
    series: { what: 'The level that is drawn', example: 'rut', needed: true },
    from: { what: 'The first session that is drawn', example: '2022-01-20', needed: true },
    highlight: { what: 'The days that make the range, and its name', example: '2022-01-20 to 2024-07-10: Range', needed: true },
    names: NAMES,
    to: TO,
  },
  example: `<Figure
  kind="range-band"
  series="rut"
  from="2022-01-20"
  highlight="2022-01-20 to 2024-07-10: Range"
  title="The Russell 2000 has left the range of two and a half years"
  subtitle="Russell 2000, daily closes; the band is the range from January 20, 2022 to July 10, 2024"
  wide
/>`,
  lines: [1, 1],
  draw,
  describe,
  table,
};
