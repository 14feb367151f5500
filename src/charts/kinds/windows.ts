/** The return over every window that begins in one stretch and ends in another: a row a beginning, a dot an end, against a level that somebody gave. */
import * as Plot from '@observablehq/plot';
import type { Day } from '../../data/day.ts';
import { formatDay, formatShort } from '../../metrics/format.ts';
import { inTwoLines } from '../annotations.ts';
import { axisLabel, dayLabel, niceDomain } from '../axes.ts';
import { type Beside, besideMark, roomFor } from '../beside.ts';
import type { FigureData, Line } from '../figure-data.ts';
import { inWords } from '../in-words.ts';
import type { Annotations, DataTable, DrawingSpec, Level, WindowsKind } from '../kind.ts';
import { highestOf, lowestOf } from '../lines.ts';
import { render } from '../render.ts';
import { ARROW, RING, reachOf, saidMark } from '../said-mark.ts';
import { textWidth } from '../text-width.ts';
import { fontSize, ink, lineStyle, SIZES, type Size } from '../theme.ts';

const ROW = 26;
const GAP = 6;
/** Room at either end of the scale. */
const EDGE = 8;
const FROM = 'From';

/** The windows that begin on one day. */
interface Row {
  start: Day;
  line: Line;
  /** The one that goes farthest the way of the level, and the day on which it ends. */
  farthest: number;
  end: Day;
}

/** 1 where a gain was said, -1 where a loss was. */
const wayOf = ({ value }: Level): 1 | -1 => (value < 0 ? -1 : 1);

function rowsOf({ lines }: FigureData, { starts = [], level }: Annotations): Row[] {
  return starts.map((start, k) => {
    const line = lines[k];
    const farthest = level && wayOf(level) < 0 ? lowestOf(line) : highestOf(line);
    return { start, line, farthest, end: line.days[line.values.indexOf(farthest)] };
  });
}

const farthestRow = (rows: readonly Row[], level: Level): Row =>
  rows.reduce((a, b) => ((b.farthest - a.farthest) * wayOf(level) > 0 ? b : a));

/** @throws TypeError where there is none: a defect of ours, not of the author's */
function levelOf({ level }: Annotations): Level {
  if (!level) throw new TypeError('windows are held against a level');
  return level;
}

const inShort = ({ text, label }: Level): string => (label ? `${text}, ${label}` : text);

/** From zero, or a round value below the lowest, to beyond the level. */
function domainOf(rows: readonly Row[], { value }: Level): [number, number] {
  const lowest = Math.min(0, value, ...rows.map(({ line }) => lowestOf(line)));
  const highest = Math.max(0, value, ...rows.map(({ line }) => highestOf(line)));
  const beyond = (highest - lowest) * 0.08;
  return [lowest < 0 ? lowest - beyond : 0, highest + beyond];
}

/** The farthest window of a row; the farthest of all says where it ends, where there is room for that. */
function labelOf({ line, farthest, end }: Row, isBest: boolean, side: 1 | -1, size: Size): Beside {
  const shown = formatShort(farthest, line.unit);
  const text = isBest && size !== 'S' ? `${shown} to ${dayLabel(end)}` : shown;
  return { text, value: farthest, side, distance: 10, width: textWidth(text, fontSize(size), isBest ? 700 : 500) };
}

function draw(data: FigureData, spec: DrawingSpec, size: Size): string {
  const rows = rowsOf(data, spec);
  const level = levelOf(spec);
  const font = fontSize(size);
  const best = farthestRow(rows, level);
  const labels = rows.map((row) => labelOf(row, row === best, wayOf(level), size));
  const [low, high] = domainOf(rows, level);
  const ticks = niceDomain(low, high, size === 'S' ? 4 : 6).values.filter((tick) => tick >= low);
  const label = axisLabel('ratio', ticks);
  const top = Math.max(...ticks);
  const names = rows.map(({ start }) => dayLabel(start));
  const namesWidth = Math.ceil(Math.max(...[FROM, ...names].map((name) => textWidth(name, font, 700)))) + 16;
  const { left, right: marginRight } = roomFor(() => labels, [low, high], SIZES[size] - namesWidth, EDGE);
  const marginLeft = namesWidth + left;
  const said = levelLabel(level, font, [low, high], SIZES[size] - marginLeft - marginRight);
  const margins = { marginTop: said.text.includes('\n') ? 48 : 40, marginBottom: 26, marginLeft, marginRight };
  const above = { frameAnchor: 'top', lineAnchor: 'middle', lineHeight: 1.2, dy: 20 - margins.marginTop, fontSize: font } as const;
  return render(
    {
      height: margins.marginTop + margins.marginBottom + rows.length * ROW,
      ...margins,
      x: { domain: [low, high] },
      y: { type: 'point', domain: rows.map(({ start }) => start), padding: 0.5 },
      marks: [
        Plot.ruleX(ticks, { stroke: (tick: number) => (tick === 0 ? ink.text : ink.grid) }),
        Plot.text(ticks, {
          x: (tick: number) => tick,
          frameAnchor: 'bottom',
          lineAnchor: 'top',
          dy: 8,
          text: (tick: number) => label(tick, tick === top),
          fontSize: font,
          fill: ink.axis,
          fontVariant: 'tabular-nums',
        }),
        Plot.ruleX([level.value], { stroke: ink.quiet, strokeWidth: 1.5, strokeDasharray: '4,3', insetTop: above.dy + RING }),
        ...saidMark(level, { dy: above.dy }),
        besideMark(said, { ...above, fontWeight: 500, fill: ink.quiet }),
        ...rows.flatMap((row, k) => rowMarks(row, row === best, names[k], labels[k], size, marginLeft)),
        Plot.text([FROM], { ...above, frameAnchor: 'top-left', textAnchor: 'start', dx: -marginLeft, fill: ink.axis }),
      ],
    },
    spec,
    size,
  );
}

/** Left of the level where the words fit, else on the wider side and in two lines. */
function levelLabel(level: Level, font: number, [low, high]: readonly [number, number], width: number): Beside {
  const whole = inShort(level);
  const pixel = ((level.value - low) / (high - low)) * width;
  const widthOf = (text: string): number => Math.max(...text.split('\n').map((line) => textWidth(line, font, 500)));
  const fits = (room: number): boolean => widthOf(whole) + ARROW + GAP < room;
  const side = fits(pixel) || (pixel > width - pixel && !fits(width - pixel)) ? -1 : 1;
  const text = fits(side === 1 ? width - pixel : pixel) ? whole : inTwoLines(whole);
  return { text, value: level.value, side, distance: reachOf(level, side) + GAP, width: widthOf(text) };
}

function rowMarks(
  { start, line, farthest }: Row,
  isBest: boolean,
  name: string,
  label: Beside,
  size: Size,
  marginLeft: number,
): Plot.Markish[] {
  const font = fontSize(size);
  const colour = isBest ? lineStyle(line).colour : ink.context;
  const y = (): Day => start;
  return [
    Plot.ruleY([line], { y, x1: lowestOf, x2: highestOf, stroke: ink.faint }),
    Plot.dot(line.values, { x: (value: number) => value, y, r: size === 'S' ? 2.5 : 3, fill: ink.context }),
    Plot.dot([farthest], { x: farthest, y, r: 5, fill: colour, stroke: ink.ground, strokeWidth: 1.5 }),
    besideMark(label, { y, fontSize: font, fontWeight: isBest ? 700 : 500, fill: isBest ? colour : ink.quiet }),
    Plot.text([name], {
      y,
      frameAnchor: 'left',
      textAnchor: 'start',
      dx: -marginLeft,
      fontSize: font,
      fontWeight: isBest ? 700 : 400,
      fill: isBest ? colour : ink.text,
    }),
  ];
}

function describe(data: FigureData, annotations: Annotations): string {
  const rows = rowsOf(data, annotations);
  const level = levelOf(annotations);
  const best = farthestRow(rows, level);
  const values = data.lines.flatMap((line) => [...line.values]);
  const long = (day: Day): string => formatDay(day, 'long');
  const reaching = values.filter((value) => (level.value < 0 ? value <= level.value : value >= level.value)).length;
  const shown = (value: number): string => formatShort(value, best.line.unit);
  const told = [
    `Dot plot of ${best.line.titles[0]}, return over ${values.length} windows.`,
    `${inWords(rows.length)} ${rows.length === 1 ? 'row' : 'rows'}, one for each session from ${long(rows[0].start)} to ${long(rows[rows.length - 1].start)} from whose close they run, and in each row a dot for every session from ${long(data.from)} to ${long(data.to)} on which they end.`,
    `They lie between ${shown(Math.min(...values))} and ${shown(Math.max(...values))}; ${shown(best.farthest)} is that from ${long(best.start)} to ${long(best.end)}.`,
    `A rule marks ${inShort(level)}: ${reaching === 0 ? 'none' : reaching} of them ${reaching > 1 ? 'reach' : 'reaches'} it.`,
  ];
  return told.join(' ');
}

function table(data: FigureData, annotations: Annotations): DataTable {
  const ends = [...new Set(data.lines.flatMap(({ days }) => [...days]))].sort((a, b) => a - b);
  const cell = ({ days, values, unit }: Line, end: Day): string => formatShort(values[days.indexOf(end)] ?? Number.NaN, unit);
  return {
    caption: `${data.lines[0].titles[0]}, return from the close of each row’s session to that of each column’s`,
    columns: ['From', ...ends.map((end) => `To ${formatDay(end, 'short')}`)],
    rows: rowsOf(data, annotations).map(({ start, line }) => [formatDay(start, 'short'), ...ends.map((end) => cell(line, end))]),
  };
}

export const kind: WindowsKind = {
  of: 'windows',
  name: 'windows',
  title: 'Windows',
  purpose:
    'The return over every window that begins in one stretch of days and ends in another, against a number that somebody gave. For a claim whose dates are vague: if no window reaches it, the dates do not matter.',
  wants: 'One price or level, two stretches of days, and a Reported whose words hold a percentage.',
  reading:
    'Each row is a first day, and each dot in it the return from the close of that day to a close some weeks later. Together the dots are all the windows that a vague date allows. The dashed line is the number that somebody gave: a dot at it, or beyond it, would bear the number out.',
  limits: ['A row a session: the first stretch has 23 at most.', 'It draws returns and nothing else.'],
  options: {
    series: { what: 'The price or level whose return is taken', example: 'rut', needed: true },
    from: { what: 'The days on which windows begin', example: '2023-11-01 to 2023-11-10', needed: true },
    to: { what: 'The days on which they end', example: '2023-12-01 to 2023-12-10', needed: true },
    level: { what: 'The id of a Reported of the same report, and its label', example: 'precedent: as reported', needed: true },
  },
  example: `FactSet is cited for a gain of <Reported id="precedent" by="factset" source="note" why="from which day to which is not said">more than 20%</Reported> from early November to
early December 2023.

<Figure
  kind="windows"
  series="rut"
  from="2023-11-01 to 2023-11-10"
  to="2023-12-01 to 2023-12-10"
  level="precedent: as reported"
  title="No window of those days comes near 20%"
  subtitle="Russell 2000, price return from each close of November 1 to November 10 to each of December 1 to December 10, 2023"
/>`,
  draw,
  describe,
  table,
};
