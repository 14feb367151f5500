/** What charts of paths after events share: an axis of sessions counted from the event, and lines on it. */
import * as Plot from '@observablehq/plot';
import { tickStep } from 'd3-array';
import type { Day } from '../data/day.ts';
import { countWord } from '../metrics/count-word.ts';
import { formatDay, formatShort, printedDecimal } from '../metrics/format.ts';
import { tickStyle } from './axes.ts';
import type { Line } from './figure-data.ts';
import type { Annotations, DataTable, Events } from './kind.ts';
import { lastOf } from './lines.ts';
import { textWidth } from './text-width.ts';

/** @throws TypeError where there are none: a defect of ours, not of the author's */
export function eventsOf({ events }: Annotations): Events {
  if (!events) throw new TypeError('paths come after events');
  return events;
}

/** Of a path: how many sessions after the event it ends. */
export const reachOf = ({ values }: Line): number => values.length - 1;

export const isOver = (line: Line, { sessions }: Events): boolean => reachOf(line) === sessions;

/** Under an axis of sessions, from the first to the last, the event's own 0 among them: as many as fit, and the unit after the last. */
export function sessionsAxis(before: number, sessions: number, width: number, font: number): Plot.Markish {
  const step = Math.max(1, tickStep(-before, sessions, Math.max(3, Math.floor(width / 60))));
  const [first, last] = [Math.ceil(-before / step), Math.floor(sessions / step)];
  const ticks = Array.from({ length: last - first + 1 }, (_unused, k) => (first + k) * step);
  const end = ticks[ticks.length - 1];
  const label = (tick: number): string => printedDecimal(tick, 0);
  const style = tickStyle(font);
  return Plot.marks(
    Plot.axisX(ticks, { tickFormat: label, ...style }),
    Plot.text([end], {
      x: end,
      frameAnchor: 'bottom',
      lineAnchor: 'top',
      textAnchor: 'start',
      text: () => 'sessions',
      dx: Math.ceil(textWidth(label(end), font) / 2) + 4,
      dy: Number(style.tickSize) + Number(style.tickPadding),
      fontSize: font,
      lineHeight: style.lineHeight,
      fill: style.fill,
    }),
  );
}

interface PathStyle {
  colour: string;
  weight: number;
  opacity?: number;
}

/** A path from its first session on, which stands at `from`. */
export function path(values: ArrayLike<number>, { colour, weight, opacity }: PathStyle, from = 0): Plot.Markish {
  return Plot.line(
    Array.from({ length: values.length }, (_unused, i) => i),
    {
      x: (i: number) => i + from,
      y: (i: number) => values[i],
      stroke: colour,
      strokeWidth: weight,
      strokeLinejoin: 'round',
      ...(opacity === undefined ? {} : { strokeOpacity: opacity }),
    },
  );
}

/** The sessions at which a table reads the paths: a quarter, a half and all of them. */
export function readings({ sessions }: Events): number[] {
  return [...new Set([sessions / 4, sessions / 2, sessions].map(Math.round))].filter((count) => count > 0);
}

/** '12 sessions so far'. */
export const sofar = (line: Line): string =>
  reachOf(line) === 0 ? 'no session has followed' : `${reachOf(line)} ${reachOf(line) === 1 ? 'session' : 'sessions'} so far`;

export const valueAt = (line: Line, session: number): string =>
  session > reachOf(line) ? '' : formatShort(line.values[session], line.unit);

/** What every path came to, a row each: at a few sessions, at its lowest and its highest. */
export function pathTable(rows: readonly { head: string; line: Line }[], events: Events, more: readonly string[][] = []): DataTable {
  const at = readings(events);
  return {
    caption: `${events.of}, ${rows[0].line.unit === 'basis points' ? 'change' : 'return'} since the close of each event`,
    columns: ['Event', ...at.map((count) => `After ${count}`), 'Lowest', 'Highest'],
    rows: [
      ...rows.map(({ head, line }) => [
        isOver(line, events) ? head : `${head} (${sofar(line)})`,
        ...at.map((count) => valueAt(line, count)),
        formatShort(Math.min(...line.values), line.unit),
        formatShort(Math.max(...line.values), line.unit),
      ]),
      ...more,
    ],
  };
}

/** A sentence for each event that is not over; empty where all are. */
export function unfinished(lines: readonly { day: Day; line: Line }[], events: Events): string {
  const open = lines.filter(({ line }) => !isOver(line, events));
  return open.map(({ day, line }) => `That of ${formatDay(day, 'long')} is drawn as far as it goes: ${sofar(line)}.`).join(' ');
}

export const endOf = (line: Line): string => formatShort(lastOf(line), line.unit);

export const manyPaths = (count: number): string => (count === 1 ? 'one path' : `${countWord(count)} paths`);
