/**
 * A figure of the return of one series over every window that begins in one stretch and ends in another, against a return that
 * somebody gave. A line of the figure holds the windows that begin at one close: `return(rut, since 2023-11-01)` on each day
 * of the second stretch, which is `return(rut, from 2023-11-01 to …)` for each of them.
 */
import type { Attribute, Element } from '../assertions/element.ts';
import { drawnLine, gathered } from '../charts/figure-data.ts';
import type { Level } from '../charts/kind.ts';
import { type Day, dayOf, isIsoDate, isoOf } from '../data/day.ts';
import type { Context } from '../metrics/evaluate.ts';
import { type Report, readDay, splitSeries } from './figure-attributes.ts';
import type { Drawn } from './figure-of-series.ts';
import { type ReportedFigures, readSaid, reportedAt } from './reported-figures.ts';

/** More rows than the sessions of a month are no figure. */
const MOST = 23;

/**
 * Null (and a finding) where it can't be drawn.
 * @throws ExpressionError
 */
export function figureOfWindows({ attributes }: Element, reported: ReportedFigures, context: Context, report: Report): Drawn | null {
  const written = (name: string): Attribute => attributes.get(name) ?? { value: '', offset: 0 };
  const [series, ...others] = splitSeries(written('series').value);
  if (others.length > 0) return report('figure', written('series').offset, `windows are those of one series: write '${series}' alone.`);
  const from = readStretch(written('from'), context, report);
  const to = readStretch(written('to'), context, report);
  const level = readLevel(written('level'), reported, report);
  if (from === null || to === null || level === null) return null;
  if (to.first <= from.last)
    return report('figure', written('to').offset, `windows end after they have begun: 'to' must lie after ${isoOf(from.last)}.`);

  const { days } = drawnLine(series, from.first, to.last, context).line;
  const starts = [...days].filter((day) => day <= from.last);
  const empty = starts.length === 0 ? 'from' : days[days.length - 1] < to.first ? 'to' : null;
  if (empty) return report('figure-empty', written(empty).offset, `${series} has no session in ${written(empty).value}.`);
  if (starts.length > MOST)
    return report('figure', written('from').offset, `a figure of windows has a row a session: ${starts.length} are more than ${MOST}.`);
  const lines = starts.map((start) => drawnLine(`return(${series}, since ${isoOf(start)})`, to.first, to.last, context));
  return { data: gathered(lines), annotations: { starts, level } };
}

interface Stretch {
  first: Day;
  last: Day;
}

function readStretch({ value, offset }: Attribute, context: Context, report: Report): Stretch | null {
  const [, first = '', last = ''] = /^(\S+) to (\S+)$/.exec(value.trim()) ?? [];
  if (!isIsoDate(first) || !isIsoDate(last) || first > last)
    return report('figure', offset, `'${value}' is not a stretch of days. Write two dates, the earlier first: '2023-11-01 to 2023-11-10'.`);
  const end = readDay({ value: last, offset: offset + value.lastIndexOf(last) }, context, report);
  return end === null ? null : { first: dayOf(first), last: end };
}

function readLevel({ value, offset }: Attribute, reported: ReportedFigures, report: Report): Level | null {
  const [, id, label = ''] = /^([^:\s]+)(?::\s+(.+))?$/.exec(value.trim()) ?? [];
  if (!id)
    return report('figure', offset, `'${value}' is not a level. Write the id of a Reported, and words for its label: 'r1: as reported'.`);
  const found = reportedAt(id, offset, reported, report);
  const said = found && readSaid(id, found, offset, report);
  return said && { ...said, label };
}
