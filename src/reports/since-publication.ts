/**
 * What the pair of series that a report names has done since: at a few horizons and now, from the close of the report's `asOf`, the last
 * that the report knew. Every number is that of a metric as anybody could write it, evaluated on the newest snapshot.
 */
import { z } from 'zod';
import { type FigureData, figureData } from '../charts/figure-data.ts';
import type { Mark } from '../charts/kind.ts';
import { kindNamed } from '../charts/kinds/index.ts';
import { addMonths, type Day, isoOf } from '../data/day.ts';
import { commonDays } from '../metrics/column.ts';
import { type Context, evaluateAt, evaluateColumn } from '../metrics/evaluate.ts';
import { formatExact, formatShort } from '../metrics/format.ts';
import { hasReturns, UNITS, type Unit } from '../metrics/units.ts';

const moveSchema = z.strictObject({
  metric: z.string(),
  /** At full precision. */
  value: z.number(),
  unit: z.enum(UNITS),
  display: z.string(),
  exact: z.string(),
  working: z.string(),
});

const horizonSchema = z.strictObject({
  horizon: z.enum(['1 week', '1 month', '3 months', '6 months', '12 months', 'latest']),
  /** The day it ends; null for the latest, which ends with the data. */
  due: z.string().nullable(),
  /** The first day on or after it on which both series have a value, and their moves until then; null where the data end before. */
  reached: z
    .strictObject({
      at: z.string(),
      first: moveSchema,
      second: moveSchema,
      /** The first less the second. */
      difference: moveSchema,
    })
    .nullable(),
});

export const sinceSchema = z.strictObject({
  /** Ids: what the report speaks for, and what it is held against. */
  pair: z.tuple([z.string(), z.string()]),
  /** The close from which all is counted. */
  base: z.string(),
  horizons: z.array(horizonSchema),
  /** The figure of their paths; null where nothing has followed yet. */
  figure: z.strictObject({ series: z.array(z.string()), from: z.string(), to: z.string(), digest: z.string() }).nullable(),
});

export type Since = z.infer<typeof sinceSchema>;
export type Horizon = z.infer<typeof horizonSchema>;
export type Reached = NonNullable<Horizon['reached']>;
type Move = z.infer<typeof moveSchema>;

/** When each horizon ends, counted from the base; a month that lacks its day ends with its last. */
const ENDS: readonly { horizon: Horizon['horizon']; end(base: Day): Day }[] = [
  { horizon: '1 week', end: (base) => base + 7 },
  { horizon: '1 month', end: (base) => addMonths(base, 1) },
  { horizon: '3 months', end: (base) => addMonths(base, 3) },
  { horizon: '6 months', end: (base) => addMonths(base, 6) },
  { horizon: '12 months', end: (base) => addMonths(base, 12) },
];

/** The kind of figure that shows the paths. */
export const PATHS = kindNamed('before-after');

/** How much of the time before is drawn beside that after. */
const BEFORE = 1 / 4;

/** The metric of what a series did between two days. */
const moveOf = (id: string, unit: Unit, from: Day, to: Day): string =>
  `${hasReturns(unit) ? 'return' : 'change'}(${id}, from ${isoOf(from)} to ${isoOf(to)})`;

/**
 * @param pair two series, or metrics that the desk has named, with a value on the base
 * @param context whose asOf is the last day that may be seen
 * @throws ExpressionError where one of them is not there
 */
export function sincePublication(pair: readonly string[], base: Day, context: Context): Since {
  const [first, second] = pair;
  const columns = pair.map((id) => evaluateColumn(id, context).column);
  const { days } = commonDays(columns[0], columns[1]);
  const moved = (metric: string, at: Day): Move => {
    const { value, unit, working } = evaluateAt(metric, at, context);
    return { metric, value, unit, display: formatShort(value, unit), exact: formatExact(value, unit), working };
  };
  const reachedOn = (at: Day | undefined): Reached | null => {
    if (at === undefined || at <= base) return null;
    const [own, other] = pair.map((id, k) => moveOf(id, columns[k].unit, base, at));
    return { at: isoOf(at), first: moved(own, at), second: moved(other, at), difference: moved(`${own} - ${other}`, at) };
  };
  const horizons: Horizon[] = ENDS.map(({ horizon, end }) => {
    const due = end(base);
    return { horizon, due: isoOf(due), reached: reachedOn(days.find((day) => day >= due)) };
  });
  const last = days[days.length - 1];
  const latest: Horizon = { horizon: 'latest', due: null, reached: reachedOn(last) };
  return {
    pair: [first, second],
    base: isoOf(base),
    horizons: [...horizons, latest],
    figure: latest.reached && figureRecord(pathsSince(pair, base, last, context)),
  };
}

const figureRecord = ({ lines, from, to, digest }: FigureData): Since['figure'] => ({
  series: lines.map(({ expression }) => expression),
  from: isoOf(from),
  to: isoOf(to),
  digest,
});

/** The rule at the base, as the figure names it. */
export const publicationMark = (base: Day): Mark => ({ day: base, label: 'Published on data to' });

/**
 * The points of the figure: both paths since the base, and before it over a quarter of that time.
 * @throws ExpressionError
 */
export function pathsSince(pair: readonly string[], base: Day, last: Day, context: Context): FigureData {
  const from = base - Math.max(7, Math.round((last - base) * BEFORE));
  const mark = publicationMark(base);
  const expressions =
    PATHS.of === 'series'
      ? PATHS.expressions?.(pair, isoOf(from), { mark }, (expression, day) => evaluateAt(expression, day, context))
      : undefined;
  return figureData(expressions ?? pair, from, last, context);
}

/**
 * The metric of the lead of the first over the second since the base, day by day: drawn small beside its last value.
 * @throws ExpressionError
 */
export function leadSince(pair: readonly string[], base: Day, context: Context): string {
  return pair
    .map((id) => `${hasReturns(evaluateColumn(id, context).column.unit) ? 'return' : 'change'}(${id}, since ${isoOf(base)})`)
    .join(' - ');
}
