/**
 * A figure of what came after events: named days, or the separate cases of a condition. A path begins at the close of its event and
 * goes on for a number of sessions, or to the last that could be known. A line of the figure is one path, `return(rut, since 2020-03-25)`.
 */
import type { Attribute, Element } from '../assertions/element.ts';
import { type DrawnLine, drawnLine, gathered } from '../charts/figure-data.ts';
import type { Events, EventsKind } from '../charts/kind.ts';
import { type Day, isoOf } from '../data/day.ts';
import { indexOnOrBefore } from '../data/series.ts';
import { type Column, commonDays, indexOf } from '../metrics/column.ts';
import { countWord } from '../metrics/count-word.ts';
import { type Context, evaluateColumn } from '../metrics/evaluate.ts';
import { separateCases } from '../metrics/event-study.ts';
import { ExpressionError } from '../metrics/expression.ts';
import { formatDay } from '../metrics/format.ts';
import { headingOf } from '../metrics/heading.ts';
import { isLevel } from '../metrics/units.ts';
import { endSentence } from './compute.ts';
import { type Report, readDay, readNames, splitSeries } from './figure-attributes.ts';
import type { Drawn } from './figure-of-series.ts';

/**
 * Null (and a finding) where it can't be drawn.
 * @throws ExpressionError of its series
 */
export function figureOfEvents(element: Element, kind: EventsKind, context: Context, report: Report): Drawn | null {
  const { attributes } = element;
  const written = (name: string): Attribute => attributes.get(name) ?? { value: '', offset: element.offset };
  const series = splitSeries(written('series').value);
  const levels = readLevels(series, kind, context, (message) => report('figure', written('series').offset, message));
  const sessions = readCount(written('sessions'), report);
  const before = attributes.has('before') ? readCount(written('before'), report) : 0;
  const names = kind.isDifference ? [] : readNames(element, series.length, `${series.length} series`, report);
  if (levels === null || sessions === null || before === null || names === null) return null;
  const found = readEvents(element, levels, sessions, kind, context, report);
  if (found === null) return null;
  const highlighted = readHighlighted(attributes.get('highlight'), found.days, levels.days, sessions, report);
  if (highlighted === null) return null;

  const moves = (since: Day): string[] => {
    const of = series.map((one) => `${levels.measure}(${one}, since ${isoOf(since)})`);
    return kind.isDifference ? [of.join(' - ')] : of;
  };
  const dayAfter = (day: Day, count: number): Day => {
    const { days } = levels;
    return days[Math.max(0, Math.min(days.length - 1, indexOnOrBefore(days, day) + count))];
  };
  const nameOf = (day: Day, k: number): string | undefined => (kind.isDifference ? formatDay(day, 'short') : names[k]);
  const path = (since: Day, to: Day, event: Day): DrawnLine[] =>
    moves(since).map((expression, k) => drawnLine(expression, since, to, context, nameOf(event, k)));
  const lines = [
    ...found.days.flatMap((day) => path(day, dayAfter(day, sessions), day)),
    ...(before > 0 ? found.days.flatMap((day) => path(dayAfter(day, -before), day, day)) : []),
  ];
  const events: Events = {
    ...found,
    sessions,
    before,
    of: levels.titles.join(kind.isDifference ? ' minus ' : ' and '),
    ...(highlighted === undefined ? {} : { highlighted }),
  };
  return { data: gathered(lines), annotations: { events } };
}

interface Levels {
  /** The measure of their moves. */
  measure: 'return' | 'change';
  titles: string[];
  /** The days that all of them have. */
  days: Int32Array;
}

function readLevels(series: readonly string[], kind: EventsKind, context: Context, refuse: (message: string) => null): Levels | null {
  const [least, most] = kind.lines;
  if (series.length < least || series.length > most)
    return refuse(`'${kind.name}' draws ${countWord(least)} to ${countWord(most)} series, not ${series.length}.`);
  const found = series.map((one) => evaluateColumn(one, context));
  const stranger = found.findIndex(({ column }) => !isLevel(column.unit));
  if (stranger >= 0)
    return refuse(
      `'${series[stranger]}' is in ${found[stranger].column.unit}. Paths are those of levels: write the series, such as 'rut'.`,
    );
  const isRate = found.map(({ column }) => column.unit === 'percent');
  if (isRate.includes(true) && isRate.includes(false)) return refuse('rates and prices share no scale. Draw the one or the other.');
  return {
    measure: isRate[0] ? 'change' : 'return',
    titles: found.map(({ words }) => words),
    days: found.map(({ column }) => column.days).reduce((a, b) => commonDays({ days: a }, { days: b }).days),
  };
}

function readCount({ value, offset }: Attribute, report: Report): number | null {
  return /^[1-9]\d{0,3}$/.test(value) ? Number(value) : report('figure', offset, `'${value}' is not a number of sessions.`);
}

type Found = Pick<Events, 'days' | 'trigger'>;

function readEvents(element: Element, levels: Levels, n: number, kind: EventsKind, context: Context, report: Report): Found | null {
  const { attributes, offset } = element;
  const [trigger, named] = [attributes.get('trigger'), attributes.get('events')];
  if (trigger && named)
    return report('figure', trigger.offset, "events are named, or found by a condition: write 'events' or 'trigger', not both.");
  if (!trigger && !named)
    return report(
      'figure',
      offset,
      'a figure of events needs to know them: trigger="return(rut, 5d) >= 5%", or events="2001-01-03, 2007-09-18".',
    );
  const found = trigger ? triggered(trigger, levels, n, context, report) : namedDays(named as Attribute, levels, context, report);
  if (found === null) return null;
  const [least, most] = kind.events;
  const { length } = found.days;
  if (length >= least && length <= most) return found;
  const advice = trigger ? `Take a ${length > most ? 'stricter' : 'weaker'} condition.` : '';
  const place = (trigger ?? (named as Attribute)).offset;
  return report(
    'figure',
    place,
    `'${kind.name}' draws ${least} to ${most} events, and there ${length === 1 ? 'is' : 'are'} ${length}. ${advice}`.trim(),
  );
}

/** The separate cases of the condition on the days that the series have. */
function triggered({ value, offset }: Attribute, levels: Levels, n: number, context: Context, report: Report): Found | null {
  try {
    const { column } = evaluateColumn(value, context);
    if (column.unit !== 'flag')
      return report(
        'figure',
        offset,
        `'${value}' is no condition, it is in ${column.unit}. Write a comparison such as 'return(rut, 5d) >= 5%'.`,
      );
    const { days, flags } = on(levels.days, column);
    return { days: separateCases(flags, n).map((i) => days[i]), trigger: { text: value, words: headingOf(value, context) } };
  } catch (fault) {
    if (!(fault instanceof ExpressionError)) throw fault;
    return report(fault.rule, offset + fault.offset, endSentence(fault.message));
  }
}

function on(days: Int32Array, column: Column): { days: Int32Array; flags: Float64Array } {
  const shared = commonDays({ days }, column);
  return { days: shared.days, flags: Float64Array.from(shared.right, (i) => column.values[i]) };
}

function namedDays({ value, offset }: Attribute, levels: Levels, context: Context, report: Report): Found | null {
  const days: Day[] = [];
  for (const { 0: text, index } of value.matchAll(/[^\s,]+/g)) {
    const at = offset + index;
    const day = readDay({ value: text, offset: at }, context, report);
    if (day === null) return null;
    if (indexOf(levels, day) < 0) {
      const last = indexOnOrBefore(levels.days, day);
      return report(
        'figure',
        at,
        `${text} is no day of ${levels.titles.join(' and ')}.${last < 0 ? '' : ` The last one before it is ${isoOf(levels.days[last])}.`}`,
      );
    }
    if (days.length > 0 && day <= days[days.length - 1])
      return report('figure', at, `${text} does not come after the event before it. Put them in their order.`);
    days.push(day);
  }
  return { days };
}

/** The event of which the day is one of the sessions; undefined where none is to stand out. */
function readHighlighted(
  written: Attribute | undefined,
  events: readonly Day[],
  days: Int32Array,
  n: number,
  report: Report,
): Day | null | undefined {
  if (!written) return undefined;
  const { value, offset } = written;
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) / 86_400_000 : Number.NaN;
  if (Number.isNaN(parsed)) return report('figure', offset, `'${value}' is not a day. Write the day of an event, YYYY-MM-DD.`);
  const found = events.findLast((event) => event <= parsed && indexOnOrBefore(days, parsed) - indexOnOrBefore(days, event) < n);
  return (
    found ??
    report('figure', offset, `no event of this figure has ${value} among its sessions. They begin on ${events.map(isoOf).join(', ')}.`)
  );
}
