/** Every measure with an example on a desk's own data: what `npm run measures` lists. */
import { isoOf } from '../data/day.ts';
import type { Series } from '../data/series.ts';
import { lastDayOf } from '../data/snapshot.ts';
import { type Context, evaluateColumn } from '../metrics/evaluate.ts';
import { ExpressionError } from '../metrics/expression.ts';
import { formatShown } from '../metrics/format.ts';
import { meaningOf } from '../metrics/heading.ts';
import { type Measure, type Parameter, signatureOf } from '../metrics/measure.ts';
import { measures } from '../metrics/measures/index.ts';
import type { Unit } from '../metrics/units.ts';
import type { SeriesDesk } from './series-examples.ts';

export interface ListedMeasure {
  name: string;
  signature: string;
  summary: string;
  /** Null where the desk has no series to show it with. */
  example: MeasureExample | null;
}

export interface MeasureExample {
  expression: string;
  at: string;
  value: number;
  unit: Unit;
  display: string;
  /** What the value is, in a sentence. */
  meaning: string;
}

/** In the order of the catalogue. */
export function listMeasures(desk: SeriesDesk): ListedMeasure[] {
  const context: Context = { ...desk, asOf: lastDayOf(desk.snapshot) };
  return [...measures.values()].map((measure) => ({
    name: measure.name,
    signature: signatureOf(measure),
    summary: measure.summary,
    example: exampleOf(
      measure,
      context,
      [...desk.snapshot.series.values()].filter(({ days }) => days.length > 0),
    ),
  }));
}

/** Its own example where the desk has the series, else the first of the desk's series that gives a value. */
function exampleOf(measure: Measure, context: Context, series: readonly Series[]): MeasureExample | null {
  const own = measure.example === undefined ? [] : [measure.example];
  const candidates = [...own, ...SESSIONS.flatMap((sessions) => series.map((one) => written(measure, one, series, sessions)))];
  for (const expression of candidates) {
    const found = expression && evaluated(expression, context);
    if (found) return found;
  }
  return null;
}

/** How far back an example looks: a young table has few rows. */
const SESSIONS = [20, 5];

/** Null where it has no value on any day. */
function evaluated(expression: string, context: Context): MeasureExample | null {
  try {
    const { column } = evaluateColumn(expression, context);
    const i = column.values.findLastIndex(Number.isFinite);
    if (i < 0) return null;
    const { unit } = column;
    const value = column.values[i];
    return {
      expression,
      at: isoOf(column.days[i]),
      value,
      unit,
      display: formatShown(value, unit),
      meaning: meaningOf(expression, context),
    };
  } catch (fault) {
    if (fault instanceof ExpressionError) return null;
    throw fault;
  }
}

/** What a parameter of this name wants a series to be; all others take any. */
const WANTED: Readonly<Record<string, (series: Series) => boolean>> = {
  puts: ({ title }) => /\bputs\b/i.test(title),
  calls: ({ title }) => /\bcalls\b/i.test(title),
  long: ({ unit }) => unit === 'percent',
  short: ({ unit }) => unit === 'percent',
  zq: ({ title }) => /\bfuture\b/i.test(title),
  contract: ({ title }) => /\bfuture\b/i.test(title),
};

/** A call of it on a series, with others of the same unit where it wants more. Null where the desk has none that fit. */
function written({ name, parameters }: Measure, series: Series, all: readonly Series[], sessions: number): string | null {
  const left = [series, ...all.filter((other) => other !== series && other.unit === series.unit)];
  const take = (parameter: Parameter): string | undefined => {
    const i = left.findIndex((one) => WANTED[parameter.name]?.(one) ?? true);
    return i < 0 ? undefined : left.splice(i, 1)[0].id;
  };
  const args = parameters
    .filter(({ optional }) => !optional)
    .map((parameter) => (isLeveled(parameter) ? take(parameter) : otherArgument(parameter, series, sessions)));
  return args.includes(undefined) ? null : `${name}(${args.join(', ')})`;
}

const isLeveled = ({ kind }: Parameter): boolean => kind === 'series' || kind === 'column';

function otherArgument({ kind, name }: Parameter, { id, unit, days }: Series, sessions: number): string {
  const last = days.length - 1;
  const move = (count: number): string => `${unit === 'percent' ? 'change' : 'return'}(${id}, ${count}d)`;
  switch (kind) {
    case 'daily':
      return move(sessions);
    case 'trigger':
      return `${move(1)} > 0`;
    case 'window':
      return name.startsWith('since') ? `since ${isoOf(days[Math.max(0, last - 250)])}` : `${sessions}d`;
    case 'count':
      return String(sessions);
    case 'day':
      return isoOf(days[last]);
    default:
      // 'rebase(s, 100, since D)' has its number for a name; a rate is in percent.
      return /^\d+$/.test(name) ? name : '5';
  }
}

/** The texts that a measure is found by. */
export const textsOfMeasure = ({ name, signature, summary, example }: ListedMeasure): string[] => [
  name,
  signature,
  summary,
  ...(example ? [example.unit, example.meaning] : []),
];
