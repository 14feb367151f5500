/** What one series, or one minus another, did after each of many events: every path, the one in the middle, and one that stands out. */
import * as Plot from '@observablehq/plot';
import { median } from 'd3-array';
import { formatDay, formatShort } from '../../metrics/format.ts';
import { axisLabel, niceDomain, valueAxis } from '../axes.ts';
import type { FigureData, Line } from '../figure-data.ts';
import type { Annotations, DataTable, DrawingSpec, Events, EventsKind } from '../kind.ts';
import { spread } from '../labels.ts';
import { areaOf, highestOf, lastOf, lowestOf } from '../lines.ts';
import { render } from '../render.ts';
import {
  endOf,
  eventsOf,
  isOver,
  manyPaths,
  path,
  pathTable,
  reachOf,
  readings,
  sessionsAxis,
  sofar,
  unfinished,
} from '../sessions-after.ts';
import { textWidth } from '../text-width.ts';
import { fontSize, halo, ink, lineStyle, type Size } from '../theme.ts';

const HEIGHTS: Readonly<Record<Size, number>> = { S: 340, H: 360, M: 400, L: 440 };
/** So many paths are all named at their ends; of more only those at the edges, the one in the middle and the one that stands out. */
const ALL_NAMED = 6;
/** Fewer have no middle worth a line. */
const FEWEST_FOR_MEDIAN = 5;

/** Session by session the median of the paths that are over. Null of fewer than five, and of events that somebody has named: these are shown, not counted. */
export function medianPath(lines: readonly Line[], events: Events): number[] | null {
  const over = lines.filter((line) => isOver(line, events));
  if (!events.trigger || over.length < FEWEST_FOR_MEDIAN) return null;
  return Array.from({ length: events.sessions + 1 }, (_unused, k) => median(over, ({ values }) => values[k]) ?? Number.NaN);
}

interface Label {
  text: string;
  x: number;
  value: number;
  colour: string;
  weight: 500 | 600 | 700;
}

function labelsOf(lines: readonly Line[], middle: number[] | null, events: Events, isNarrow: boolean): Label[] {
  const named = ({ shortTitle }: Line, text: string): string => `${shortTitle}${isNarrow ? '\n' : ' '}${text}`;
  const hero = heroOf(lines, events);
  const over = lines.filter((line) => isOver(line, events));
  const edges = over.length === 0 ? [] : [extreme(over, 1), extreme(over, -1)];
  const shown = new Set(lines.length <= ALL_NAMED ? lines : [...edges, ...lines.filter((line) => !isOver(line, events))]);
  if (hero) shown.add(hero);
  const ofPaths = [...shown].map((line): Label => {
    const isHero = line === hero;
    const text = isOver(line, events) ? endOf(line) : `${endOf(line)}${isNarrow ? '\n' : ', '}${sofar(line)}`;
    return {
      text: named(line, text),
      x: reachOf(line),
      value: lastOf(line),
      colour: isHero ? lineStyle(line).colour : ink.quiet,
      weight: isHero ? 700 : 500,
    };
  });
  if (middle === null) return ofPaths;
  const end = middle[middle.length - 1];
  const text = `Median${isNarrow ? '\n' : ' '}${formatShort(end, lines[0].unit)}`;
  return [...ofPaths, { text, x: events.sessions, value: end, colour: ink.text, weight: 600 }];
}

const heroOf = (lines: readonly Line[], { days, highlighted }: Events): Line | undefined =>
  highlighted === undefined ? undefined : lines[days.indexOf(highlighted)];

const extreme = (lines: readonly Line[], sign: 1 | -1): Line => lines.reduce((a, b) => ((lastOf(b) - lastOf(a)) * sign > 0 ? b : a));

function draw({ lines }: FigureData, spec: DrawingSpec, size: Size): string {
  const events = eventsOf(spec);
  const font = fontSize(size);
  const isNarrow = size === 'S' || size === 'H';
  const middle = medianPath(lines, events);
  const labels = labelsOf(lines, middle, events, isNarrow);
  const widthOf = ({ text, weight }: Label): number => Math.max(...text.split('\n').map((part) => textWidth(part, font, weight)));
  const atEnd = labels.filter(({ x }) => x === events.sessions);
  const { values: ticks, low } = niceDomain(Math.min(0, ...lines.map(lowestOf)), Math.max(0, ...lines.map(highestOf)));
  const high = Math.max(ticks[ticks.length - 1], ...lines.map(highestOf));
  const marginRight = Math.ceil(Math.max(40, ...atEnd.map(widthOf))) + 14;
  const margins = { marginTop: 24, marginBottom: 34, marginLeft: 40, marginRight };
  const height = HEIGHTS[size];
  const { top, bottom, width, toPixel } = areaOf(size, height, margins, { low, high });
  const rows = Math.max(1, ...atEnd.map(({ text }) => text.split('\n').length));
  const wanted = labels.map(({ value }) => toPixel(value));
  const placed = spread(
    atEnd.map(({ value }) => toPixel(value)),
    rows > 1 ? 16 * rows + 2 : 20,
    top,
    bottom,
  );
  const hero = heroOf(lines, events);
  return render(
    {
      height,
      ...margins,
      x: { domain: [0, events.sessions] },
      y: { domain: [low, high] },
      marks: [
        ...valueAxis({
          values: ticks,
          baseline: 0,
          label: axisLabel(lines[0].unit, ticks),
          fontSize: font,
          marginLeft: margins.marginLeft,
        }),
        sessionsAxis(0, events.sessions, width, font),
        ...lines.filter((line) => line !== hero).map((line) => path(line.values, { colour: ink.context, weight: 1 })),
        ...(middle ? [path(middle, { colour: ink.text, weight: 2.25 })] : []),
        ...(hero ? [path(hero.values, { colour: lineStyle(hero).colour, weight: 2.75 })] : []),
        ...labels.flatMap((label, k) => {
          const isAtEnd = label.x === events.sessions;
          // A path that is not over ends among the others: its name stands over its end, and to its left where there is no room.
          const overhangs = !isAtEnd && (label.x / events.sessions) * width + widthOf(label) + 9 > width + marginRight;
          const dy = isAtEnd ? Math.round(placed[atEnd.indexOf(label)] - wanted[k]) : 0;
          return [
            Plot.dot([label], { x: 'x', y: 'value', r: label.weight === 500 ? 2.5 : 3.5, fill: label.colour }),
            Plot.text([label], {
              x: 'x',
              y: 'value',
              text: 'text',
              dx: overhangs ? -9 : 9,
              dy,
              textAnchor: overhangs ? 'end' : 'start',
              lineHeight: 1.2,
              fontSize: font,
              fontWeight: label.weight,
              fontVariant: 'tabular-nums',
              fill: label.colour,
              ...halo,
            }),
          ];
        }),
      ],
    },
    spec,
    size,
  );
}

function describe({ lines }: FigureData, annotations: Annotations): string {
  const events = eventsOf(annotations);
  const middle = medianPath(lines, events);
  const over = lines.filter((line) => isOver(line, events));
  const hero = heroOf(lines, events);
  const told = (line: Line): string => `${endOf(line)} after ${formatDay(events.days[lines.indexOf(line)], 'long')}`;
  const paths = manyPaths(lines.length);
  const since = events.trigger
    ? `from each separate day with ${events.trigger.words}`
    : 'from the close of each of the days that are named';
  return [
    `Line chart of ${paths} of ${events.of}, ${since}, over ${events.sessions} sessions. All start at zero.`,
    ...(over.length > 1
      ? [
          `At the end they lie between ${told(extreme(over, -1))} and ${told(extreme(over, 1))}; ${over.filter((line) => lastOf(line) > 0).length} of ${over.length} are above zero.`,
        ]
      : []),
    ...(middle ? [`The median path ends at ${formatShort(middle[middle.length - 1], lines[0].unit)}.`] : []),
    ...(hero
      ? [
          `The path after ${formatDay(events.highlighted ?? 0, 'long')} stands out: ${isOver(hero, events) ? `it ends at ${endOf(hero)}` : `it is at ${endOf(hero)}`}.`,
        ]
      : []),
    unfinished(
      lines.map((line, k) => ({ line, day: events.days[k] })),
      events,
    ),
  ]
    .filter(Boolean)
    .join(' ');
}

function table({ lines }: FigureData, annotations: Annotations): DataTable {
  const events = eventsOf(annotations);
  const middle = medianPath(lines, events);
  const told = (value: number): string => formatShort(value, lines[0].unit);
  return pathTable(
    lines.map((line) => ({ head: line.title, line })),
    events,
    middle
      ? [['Median', ...readings(events).map((count) => told(middle[count])), told(Math.min(...middle)), told(Math.max(...middle))]]
      : [],
  );
}

export const kind: EventsKind = {
  of: 'events',
  name: 'event-paths',
  title: 'Paths after events',
  purpose:
    'What followed events: every path from the close of the event, over so many sessions, and one that stands out. Events are found by a condition, with the median path, or named.',
  wants: 'One series, or two of which the first minus the second is drawn, and one to sixty events.',
  reading:
    'Every line begins at zero at the close of its event and shows what has become of it since, session by session. The strong dark line is the median of the cases that are over, the coloured one the case that stands out. How far the grey lines lie apart says how little one of them tells of the next.',
  limits: [
    'Days are sessions after the event: what else happened on a date can’t be seen.',
    'Cases that are not over are drawn as far as they go, and are left out of the median.',
    'Events that a condition finds are at least as many sessions apart as are drawn, so one episode counts once.',
    'Under five cases, and of events that are named, there is no median.',
  ],
  options: {
    series: { what: 'One series, or two: the return of the first minus that of the second', example: 'rut, spx', needed: true },
    trigger: { what: 'The condition that makes a day an event', example: 'return(rut, 5d) - return(spx, 5d) >= 5%' },
    events: { what: 'The days of the events instead, with commas between', example: '2001-01-03, 2007-09-18, 2019-07-31' },
    sessions: { what: 'How many sessions after each event are drawn', example: '20', needed: true },
    highlight: { what: 'The day of the event that stands out, or one of its sessions', example: '2020-03-25' },
  },
  example: `<Figure
  kind="event-paths"
  series="rut, spx"
  trigger="return(rut, 5d) - return(spx, 5d) >= 5%"
  sessions="20"
  highlight="2024-07-16"
  title="Wide gaps were followed by gains and by losses alike"
  subtitle="Russell 2000 minus S&P 500 over the 20 sessions after it was ahead by 5 percentage points over five sessions"
/>`,
  lines: [1, 2],
  events: [1, 60],
  isDifference: true,
  draw,
  describe,
  table,
};
