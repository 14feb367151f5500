/** A panel an event, each with the paths of a few series from its close, all on one scale. For events that are few and have names. */
import * as Plot from '@observablehq/plot';
import type { Day } from '../../data/day.ts';
import { formatDay } from '../../metrics/format.ts';
import { axisLabel, niceDomain, valueAxis } from '../axes.ts';
import type { FigureData, Line } from '../figure-data.ts';
import { inWords } from '../in-words.ts';
import type { Annotations, DataTable, DrawingSpec, Events, EventsKind } from '../kind.ts';
import { spread } from '../labels.ts';
import { lastOf } from '../lines.ts';
import { NAMES } from '../options.ts';
import { type Options, renderPanels } from '../render.ts';
import { endOf, eventsOf, isOver, path, pathTable, sessionsAxis, sofar, unfinished } from '../sessions-after.ts';
import { textWidth } from '../text-width.ts';
import { fontSize, halo, ink, lineStyle, SIZES, type Size } from '../theme.ts';

const GAP = 24;
const PANEL_HEIGHT: Readonly<Record<Size, number>> = { S: 208, H: 208, M: 232, L: 256 };
/** Between two labels of two lines, from middle to middle. */
const APART = 34;
/** Lines of a year in a narrow panel: thinner than where there is room. */
const panelStyle = (line: Line): ReturnType<typeof lineStyle> => {
  const style = lineStyle(line);
  return { ...style, weight: style.weight * 0.75 };
};

/** How strong the path before an event is beside the one after it. */
const BEFORE = 0.5;

interface Panel {
  day: Day;
  after: Line[];
  /** The way to the event, put so that it ends at zero. */
  before: { line: Line; values: number[] }[];
}

function panelsOf({ lines }: FigureData, { days, before }: Events): Panel[] {
  const count = lines.length / (before > 0 ? 2 : 1) / days.length;
  return days.map((day, k) => {
    const of = (from: number): Line[] => lines.slice(from + k * count, from + (k + 1) * count);
    const earlier = before > 0 ? of(days.length * count) : [];
    return { day, after: of(0), before: earlier.map((line) => ({ line, values: endingAtZero(line) })) };
  });
}

/** Returns since the first day as returns to the last: what is not a return is a change. */
function endingAtZero(line: Line): number[] {
  const end = lastOf(line);
  return Array.from(line.values, (value) => (line.unit === 'ratio' ? (1 + value) / (1 + end) - 1 : value - end));
}

function columnsFor(count: number, size: Size): number {
  if (size === 'S') return 1;
  return size === 'L' && count !== 2 && count !== 4 ? 3 : 2;
}

function draw(data: FigureData, spec: DrawingSpec, size: Size): string {
  const events = eventsOf(spec);
  const font = fontSize(size);
  const panels = panelsOf(data, events);
  const columns = columnsFor(panels.length, size);
  const width = Math.floor((SIZES[size] - GAP * (columns - 1)) / columns);
  const height = PANEL_HEIGHT[size];
  const shown = panels.flatMap(({ after, before }) => [...after.map(({ values }) => values), ...before.map(({ values }) => values)]);
  const lowest = Math.min(0, ...shown.map((values) => Math.min(...values)));
  const highest = Math.max(0, ...shown.map((values) => Math.max(...values)));
  const { low, high, values: ticks } = niceDomain(lowest, highest, 3);
  const textOf = (line: Line): string => `${line.shortTitle}\n${endOf(line)}`;
  const marginRight =
    Math.ceil(
      Math.max(
        ...data.lines.flatMap((line) =>
          textOf(line)
            .split('\n')
            .map((part) => textWidth(part, font, 700)),
        ),
      ),
    ) + 14;
  const margins = { marginTop: 40, marginBottom: 34, marginLeft: 36, marginRight };
  const inside = width - margins.marginLeft - margins.marginRight;
  const [top, bottom] = [margins.marginTop, height - margins.marginBottom];
  const toPixel = (value: number): number => top + ((high - value) / (high - low)) * (bottom - top);
  const drawn = panels.map(({ day, after, before }, k) => {
    const centres = spread(
      after.map((line) => toPixel(lastOf(line))),
      APART,
      top,
      bottom,
    );
    const open = after.find((line) => !isOver(line, events));
    const options: Options = {
      width,
      height,
      ...margins,
      x: { domain: [-events.before, events.sessions] },
      y: { domain: [low, high] },
      marks: [
        ...valueAxis({
          values: ticks,
          baseline: 0,
          label: axisLabel(after[0].unit, ticks),
          fontSize: font,
          marginLeft: margins.marginLeft,
        }),
        sessionsAxis(events.before, events.sessions, inside, font),
        ...(events.before > 0 ? [Plot.ruleX([0], { stroke: ink.context, strokeDasharray: '2,3' })] : []),
        ...before.map(({ line, values }) => path(values, { ...panelStyle(line), opacity: BEFORE }, 1 - values.length)),
        ...[...after].sort((a, b) => lineStyle(a).weight - lineStyle(b).weight).map((line) => path(line.values, panelStyle(line))),
        ...after.flatMap((line, j) => {
          const { colour, hero } = lineStyle(line);
          const end = { x: () => line.values.length - 1, y: lastOf };
          return [
            Plot.dot([line], { ...end, r: 3.5, fill: colour }),
            Plot.text([line], {
              ...end,
              text: textOf,
              dx: 9,
              dy: Math.round(centres[j] - toPixel(lastOf(line))),
              textAnchor: 'start',
              lineHeight: 1.2,
              fontSize: font,
              fontWeight: hero ? 700 : 500,
              fontVariant: 'tabular-nums',
              fill: colour,
              ...halo,
            }),
          ];
        }),
        Plot.text([`${formatDay(day, 'short')}${open ? `, ${sofar(open)}` : ''}`], {
          frameAnchor: 'top-left',
          textAnchor: 'start',
          dx: -margins.marginLeft,
          dy: -36,
          fontSize: font + 1,
          fontWeight: 600,
          fill: ink.text,
          ...halo,
        }),
      ],
    };
    return { x: (k % columns) * (width + GAP), y: Math.floor(k / columns) * height, options };
  });
  return renderPanels(drawn, height * Math.ceil(panels.length / columns), spec, size);
}

function describe(data: FigureData, annotations: Annotations): string {
  const events = eventsOf(annotations);
  const panels = panelsOf(data, events);
  const ends = panels.map(
    ({ day, after }) => `after ${formatDay(day, 'long')} ${after.map((line) => `${line.title} ${endOf(line)}`).join(' and ')}`,
  );
  return [
    `${inWords(panels.length)} line charts on one scale, one for each of the days ${panels.map(({ day }) => formatDay(day, 'long')).join(', ')}: ${panels[0].after.map(({ title }) => title).join(' and ')} over the ${events.sessions} sessions after its close, starting at zero.`,
    ...(events.before > 0 ? [`The ${events.before} sessions before it lead up to zero, paler.`] : []),
    `At the end: ${ends.join('; ')}.`,
    unfinished(
      panels.map(({ day, after }) => ({ day, line: after[0] })),
      events,
    ),
  ]
    .filter(Boolean)
    .join(' ');
}

function table(data: FigureData, annotations: Annotations): DataTable {
  const events = eventsOf(annotations);
  const rows = panelsOf(data, events).flatMap(({ day, after }) =>
    after.map((line) => ({ head: `${formatDay(day, 'short')}, ${line.title}`, line })),
  );
  return pathTable(rows, events);
}

export const kind: EventsKind = {
  of: 'events',
  name: 'event-panels',
  title: 'Panels of events',
  purpose:
    'What one to three series did after each of a few named days: a panel an event, all on one scale. For cases that are too few to be counted, and are shown instead.',
  wants: 'One to three series of prices, or of rates, and two to six days.',
  reading:
    'Each panel is one event, named by its date. The lines begin at zero at the close of that day and show what has become of each series since, session by session. All panels share one scale, so heights can be compared; what lies left of zero came before.',
  limits: [
    'A seventh event has no room.',
    'A few cases show what happened, and not what happens.',
    'An event whose sessions have not passed is drawn as far as it goes, and says so.',
  ],
  options: {
    series: { what: 'What is drawn in every panel', example: 'rut, spx', needed: true },
    events: {
      what: 'The days of the events in their order, with commas between',
      example: '2001-01-03, 2007-09-18, 2019-07-31',
      needed: true,
    },
    sessions: { what: 'How many sessions after each event are drawn', example: '252', needed: true },
    before: { what: 'How many sessions before it are drawn, paler', example: '60' },
    names: NAMES,
  },
  example: `<Figure
  kind="event-panels"
  series="rut, spx"
  events="2001-01-03, 2007-09-18, 2019-07-31"
  sessions="126"
  before="40"
  title="Easings began in falling and in rising markets"
  subtitle="Russell 2000 and S&P 500 before and after the first cut of an easing, returns since its day, percent"
  wide
/>`,
  lines: [1, 3],
  events: [2, 6],
  isDifference: false,
  draw,
  describe,
  table,
};
