/** The figure of a call: its metric from the day it was made to that on which it was scored, with the condition. */
import { figureData } from '../charts/figure-data.ts';
import type { Specification } from '../charts/plot/specification.ts';
import { dayOf } from '../data/day.ts';
import { sha256 } from '../data/hash.ts';
import type { Snapshot } from '../data/snapshot.ts';
import { evaluateColumn } from '../metrics/evaluate.ts';
import { formatDay } from '../metrics/format.ts';
import { UNIT_WORDS } from '../metrics/unit-words.ts';
import { parseCondition, thresholdIn } from './call-condition.ts';
import type { CallMark } from './call-mark.ts';
import { type FigureView, recordOf } from './compile-figure.ts';
import type { Library } from './library.ts';
import type { CallRecord } from './record.ts';

/** A line of fewer points shows nothing. */
const FEWEST_POINTS = 3;

/**
 * Null where there is nothing to draw.
 * @param snapshot that of the marks
 * @throws Error where its points are not those of which the marks have the hash
 */
export function figureOfCall(
  { expects, also = [] }: CallRecord,
  { path, status }: CallMark,
  snapshot: Snapshot,
  { calendar, named }: Pick<Library, 'calendar' | 'named'>,
): FigureView | null {
  const condition = expects === null ? null : parseCondition(expects);
  if (path === null || condition === null || path.sessions < FEWEST_POINTS) return null;
  const [from, to] = [dayOf(path.from), dayOf(path.to)];
  const context = { snapshot, calendar, named, asOf: to };
  const data = figureData([path.metric], from, to, context);
  if (data.digest !== path.digest) throw new Error(`the points of ${path.metric} are not those of the marks`);
  const [{ unit }] = data.lines;
  const days = also.filter((day) => day > path.from && day < path.to);
  const specification = drawn(path.metric, thresholdIn(condition, unit), days);
  const title = findingOf(path, status);
  const other = days.length === 0 ? '' : '; dotted are other days until then on which it could have been scored';
  const { words: subject } = evaluateColumn(path.metric, context);
  const spec = {
    id: 'path',
    kind: 'plot',
    title: [title],
    subtitle: [
      `${subject.replace(/\d{4}-\d{2}-\d{2}/g, (iso) => formatDay(dayOf(iso), 'short'))}, in ${UNIT_WORDS[unit]}; dashed is the condition${other}`,
    ],
    note: [],
    description: [],
    wide: false,
    annotations: { plot: { specification, hash: sha256(JSON.stringify(specification)) } },
  };
  return { spec, data, record: recordOf(spec, title, 0, data), terms: { numbers: [], windows: [], days: [] } };
}

function findingOf({ sessions, held }: NonNullable<CallMark['path']>, status: CallMark['status']): string {
  const count = held === 0 ? 'none' : held === sessions ? 'all' : held;
  const on = `The condition held on ${count} of the ${sessions} sessions`;
  if (status === 'open') return `${on} so far`;
  if (status === 'void') return `${on} until the data ended`;
  const isLast = status === 'right';
  const joint = held === 0 || held === sessions ? 'and' : isLast ? 'and' : 'but';
  return `${on} after the call was made, ${joint} ${isLast ? 'on the day it was due' : 'not on the day it was due'}`;
}

function drawn(metric: string, threshold: number, days: readonly string[]): Specification {
  return {
    marks: [
      ...days.map((day) => ({ mark: 'ruleX' as const, x: day, stroke: 'axis', strokeDasharray: '2,3' })),
      { mark: 'ruleY', y: threshold, stroke: 'ink-2', strokeDasharray: '5,4' },
      { mark: 'lineY', data: 'sessions', x: 'date', y: metric, strokeWidth: 2 },
      { mark: 'dot', data: 'last', x: 'date', y: 'value', r: 3.5 },
      { mark: 'text', data: 'last', x: 'date', y: 'value', text: 'value', bold: true },
    ],
    small: { height: 280 },
  };
}
