/** Panels of unlike units, one above the other on one time axis. Instead of two axes in one panel. */
import * as Plot from '@observablehq/plot';
import { formatDay, formatShort } from '../../metrics/format.ts';
import { markLabel, markRule } from '../annotations.ts';
import { axisLabel, dateOf, niceDomain, timeAxis, valueAxis } from '../axes.ts';
import { readingsOf } from '../crosshair.ts';
import type { FigureData, Line } from '../figure-data.ts';
import { inWords } from '../in-words.ts';
import type { Annotations, DrawingSpec, SeriesKind } from '../kind.ts';
import { endValue, endValueMarks, firstOf, highestOf, linePath, lowestOf, scaleOf, visibleAt } from '../lines.ts';
import { NAMES, TO } from '../options.ts';
import { rangeTable } from '../range-table.ts';
import { type Options, renderPanels } from '../render.ts';
import { textWidth } from '../text-width.ts';
import { fontSize, halo, lineStyle, SIZES, type Size } from '../theme.ts';

const PANEL_HEIGHT: Readonly<Record<Size, number>> = { S: 184, H: 184, M: 204, L: 214 };
const AXIS_HEIGHT = 40;
/** Between the foot of a panel and the title of the next one. */
const GAP = 22;
/** Under a line by itself, which may be drawn larger than it is: two lines of labels stay inside. */
const AXIS_HEIGHT_ALONE = 46;

function draw({ lines, from, to }: FigureData, spec: DrawingSpec, size: Size): string {
  const font = fontSize(size);
  // A line by itself has more room, and its name stands in the frame.
  const isAlone = lines.length === 1;
  const panelHeight = PANEL_HEIGHT[size] * (isAlone ? 1.5 : 1);
  const axisHeight = isAlone ? AXIS_HEIGHT_ALONE : AXIS_HEIGHT;
  const marginRight = Math.ceil(Math.max(...lines.map((line) => textWidth(endValue(line), font, 700)))) + 14;
  const panels = lines.map((line, k) => {
    const { colour, weight } = lineStyle(line);
    const isLast = k === lines.length - 1;
    const { low, high, values } = niceDomain(lowestOf(line), highestOf(line), 3);
    const margins = { marginTop: isAlone ? 26 : 40, marginBottom: isLast ? axisHeight : GAP, marginLeft: 40, marginRight };
    const inside = SIZES[size] - margins.marginLeft - margins.marginRight;
    const frame = { width: SIZES[size], height: panelHeight + (isLast ? axisHeight - GAP : 0), ...margins };
    const options: Options = {
      ...frame,
      x: { type: 'utc', domain: [dateOf(from), dateOf(to)] },
      y: { domain: [low, high] },
      marks: [
        ...valueAxis({ values, label: axisLabel(line.unit, values), fontSize: font, marginLeft: margins.marginLeft }),
        ...markRule(spec.mark, low, high),
        ...(isLast ? [timeAxis(from, to, inside, font)] : []),
        linePath(line, visibleAt(scaleOf(frame, { from, to, low, high })), { colour, weight: isAlone ? 1.75 : weight }),
        ...endValueMarks(line, endValue(line), colour, font),
        Plot.text(isAlone ? [] : [line], {
          frameAnchor: 'top-left',
          text: () => line.title,
          textAnchor: 'start',
          dx: -margins.marginLeft,
          dy: -36,
          fontSize: font + 1,
          fontWeight: 600,
          fill: colour,
          ...halo,
        }),
        ...(k === 0 && spec.mark ? [markLabel(spec.mark, low, font)] : []),
      ],
    };
    return { x: 0, y: k * panelHeight, options };
  });
  return renderPanels(panels, panelHeight * lines.length + axisHeight - GAP, spec, size, {
    from,
    to,
    readings: readingsOf(lines).map((reading) => ({ ...reading, style: { ...reading.style, plus: undefined } })),
  });
}

function describe({ lines, from, to }: FigureData, { mark }: Annotations): string {
  const plain = (value: number, line: Line): string => formatShort(value, line.unit).replace(/^\+/, '');
  const told = lines.map(
    (line) =>
      `${line.title} goes from ${plain(firstOf(line), line)} to ${endValue(line)}, between ${plain(lowestOf(line), line)} and ${plain(highestOf(line), line)}`,
  );
  // What the lines did on the day that is marked.
  const moves = lines.flatMap((line) => {
    const at = mark ? line.days.indexOf(mark.day) : -1;
    return at < 1 ? [] : [`${line.title} from ${plain(line.values[at - 1], line)} to ${plain(line.values[at], line)}`];
  });
  const marked = mark
    ? ` A rule marks ${formatDay(mark.day, 'long')}: ${mark.label}.${moves.length > 0 ? ` That day: ${moves.join(', ')}.` : ''}`
    : '';
  return `${inWords(lines.length)} line charts on one time axis from ${formatDay(from, 'long')} to ${formatDay(to, 'long')}, one above the other, each with a scale of its own. ${told.join('. ')}.${marked}`;
}

export const kind: SeriesKind = {
  of: 'series',
  name: 'stacked-panels',
  title: 'Stacked panels',
  purpose:
    'Two or three series of unlike units on one time axis, a panel each: never two axes in one panel. A rule through all of them marks a day.',
  wants: 'Two or three series of any units over the same days.',
  reading:
    'The panels share the time axis and nothing else: each has a unit and a scale of its own. Look down the page for what happened on the same day. That two lines move together does not say that one moves the other.',
  limits: ['A fourth panel has no room.', 'That two lines move together does not say that one moves the other.'],
  options: {
    series: { what: 'What is drawn, a panel each, from the top', example: 'cutsPriced(zqz24, 5.33), ust2y', needed: true },
    from: { what: 'The first session', example: '2024-05-01', needed: true },
    mark: { what: 'A day that a rule through all panels marks, and its name', example: '2024-07-11: June CPI' },
    names: NAMES,
    to: TO,
  },
  example: `<Figure
  kind="stacked-panels"
  series="cutsPriced(zqz24, 5.33), ust2y"
  names="Cuts priced by December, Two-year Treasury yield"
  from="2024-05-01"
  mark="2024-07-11: June CPI"
  title="Futures and the two-year yield moved together"
  subtitle="Cuts priced into the December 2024 future, basis points, and two-year Treasury yield, percent"
/>`,
  lines: [2, 3],
  draw,
  describe,
  table: rangeTable,
};
