/**
 * How fast the measures compute whole columns, beside the same columns by loops over typed arrays, by d3-array as it is commonly written,
 * and by window functions of DuckDB. All give the same values, which is looked at first; all take their turns in one run.
 */
import { performance } from 'node:perf_hooks';
import { bisectLeft, max, mean } from 'd3-array';
import { nyseCalendar } from '../../src/data/calendar.ts';
import { isoOf } from '../../src/data/day.ts';
import type { Resource } from '../../src/data/manifest.ts';
import type { Series } from '../../src/data/series.ts';
import { boundCall, type Context, evaluateColumn } from '../../src/metrics/evaluate.ts';
import { parseExpression } from '../../src/metrics/expression.ts';
import { windowQueries } from './duckdb-windows.ts';
import { generatedCloses, generatedResource, generatedSessions } from './generated-series.ts';
import { type BenchLine, type Subject, spread } from './result.ts';
import { averageLoop, highLoop, rankLoop, returnLoop } from './typed-loops.ts';

const SERIES = 2000;
const DAYS = 5000;
/** d3-array is so much slower that it is given one series in so many; its time is multiplied. */
const D3_SHARE = 40;
const GOAL = 2;

interface Compared {
  id: string;
  what: string;
  metric(series: string): string;
  loop(values: Float64Array): Float64Array;
  d3(values: Float64Array): ArrayLike<number>;
  sql: string;
}

const OVER = 'OVER (PARTITION BY series ORDER BY day';
const days = generatedSessions(DAYS);

const COMPARED: readonly Compared[] = [
  {
    id: 'return',
    what: 'return over 5 sessions',
    metric: (series) => `return(${series}, 5d)`,
    loop: (values) => returnLoop(values, 5),
    d3: (values) => Array.from(values, (value, i) => (i < 5 ? Number.NaN : value / values[i - 5] - 1)),
    sql: `value / lag(value, 5) ${OVER}) - 1`,
  },
  {
    id: 'average',
    what: 'average of 200 sessions',
    metric: (series) => `average(${series}, 200)`,
    loop: (values) => averageLoop(values, 200),
    d3: (values) => Array.from(values, (_value, i) => (i < 199 ? Number.NaN : Number(mean(values.slice(i - 199, i + 1))))),
    sql: `CASE WHEN row_number() ${OVER}) >= 200 THEN avg(value) ${OVER} ROWS 199 PRECEDING) END`,
  },
  {
    id: 'high',
    what: 'high of 252 sessions',
    metric: (series) => `high(${series}, 252d)`,
    loop: (values) => highLoop(values, 252),
    d3: (values) => Array.from(values, (_value, i) => (i < 251 ? Number.NaN : Number(max(values.slice(i - 251, i + 1))))),
    sql: `CASE WHEN row_number() ${OVER}) >= 252 THEN max(value) ${OVER} ROWS 251 PRECEDING) END`,
  },
  {
    id: 'rank',
    what: 'rank since the start',
    metric: (series) => `rank(${series}, since ${isoOf(days[0])})`,
    loop: rankLoop,
    d3(values) {
      const fallen: number[] = [];
      return Array.from(values, (value) => {
        const greater = bisectLeft(fallen, -value);
        fallen.splice(greater, 0, -value);
        return 1 + greater;
      });
    },
    sql: `rank(ORDER BY value DESC) ${OVER} ROWS UNBOUNDED PRECEDING)`,
  },
];

export const metrics: Subject = {
  name: 'metrics',
  description: `columns of ${SERIES.toLocaleString('en-US')} series of ${DAYS.toLocaleString('en-US')} days, beside typed arrays, d3-array and DuckDB`,
  async run({ runs }) {
    const resource = generatedResource();
    const list = Array.from({ length: SERIES }, (_unused, k) => generatedSeries(k, resource));
    const context: Context = {
      snapshot: { series: new Map(list.map((series) => [series.id, series])) },
      calendar: nyseCalendar([]),
      asOf: days[DAYS - 1],
    };
    const queries = await windowQueries(list.map(({ values }) => values));
    try {
      const lines: BenchLine[] = [];
      for (const compared of COMPARED) lines.push(...(await timed(compared, list, context, queries, runs)));
      return lines;
    } finally {
      queries.close();
    }
  },
};

function generatedSeries(k: number, resource: Resource): Series {
  const id = `s${k}`;
  return { id, title: id, shortTitle: id, unit: 'points', resource, days, values: generatedCloses(k + 1, DAYS) };
}

type Way = 'measure' | 'expression' | 'loop' | 'd3' | 'duckdb';

const NAMES: Record<Way, string> = {
  loop: 'hand-written loop over typed arrays',
  measure: 'the measure',
  expression: 'the metric, its text read and its arguments checked',
  d3: 'd3-array',
  duckdb: 'DuckDB',
};

async function timed(
  { id, what, metric, loop, d3, sql }: Compared,
  list: readonly Series[],
  context: Context,
  queries: Awaited<ReturnType<typeof windowQueries>>,
  runs: number,
): Promise<BenchLine[]> {
  const calls = list.map((series) => {
    const call = parseExpression(metric(series.id));
    if (call.kind !== 'call') throw new TypeError(`${metric(series.id)} is not one measure`);
    return boundCall(call, context);
  });
  const sample = list.filter((_series, k) => k % D3_SHARE === 0);
  const ways: Record<Way, () => Promise<unknown> | unknown> = {
    loop: () => list.forEach(({ values }) => void loop(values)),
    measure: () => calls.forEach(({ measure, args }) => void measure.evaluate(args)),
    expression: () => list.forEach((series) => void evaluateColumn(metric(series.id), context)),
    d3: () => sample.forEach(({ values }) => void d3(values)),
    duckdb: () => queries.total(sql),
  };
  await haveSameValues();
  const times: Record<Way, number[]> = { loop: [], measure: [], expression: [], d3: [], duckdb: [] };
  for (let run = 0; run < runs; run++)
    for (const way of Object.keys(times) as Way[]) {
      const start = performance.now();
      await ways[way]();
      times[way].push((performance.now() - start) * (way === 'd3' ? D3_SHARE : 1));
    }
  const base = spread(times.loop);
  const lines: BenchLine[] = [{ id: `metrics-${id}-loop`, what: `${what}: ${NAMES.loop}`, unit: 'ms', ...base }];
  for (const way of ['measure', 'expression', 'd3', 'duckdb'] as const) {
    const line: BenchLine = {
      id: `metrics-${id}-${way}`,
      what: `${what}: ${NAMES[way]}, to the loop`,
      unit: 'times',
      value: spread(times[way]).value / base.value,
    };
    lines.push(way === 'measure' || way === 'expression' ? { ...line, goal: { bound: 'at most', value: GOAL } } : line);
  }
  return lines;

  /** Every value of the measure is the loop's; d3's on its sample; DuckDB's in sum, and on one series each. */
  async function haveSameValues(): Promise<void> {
    const total = { sum: 0, count: 0 };
    for (const [k, { values }] of list.entries()) {
      const expected = loop(values);
      requireSame(calls[k].measure.evaluate(calls[k].args).values, expected, `${what}: ${NAMES.measure}`);
      if (k % D3_SHARE === 0) requireSame(d3(values), expected, `${what}: ${NAMES.d3}`);
      for (const value of expected) {
        if (Number.isNaN(value)) continue;
        total.sum += value;
        total.count++;
      }
    }
    requireSame(await queries.column(sql, 0), loop(list[0].values), `${what}: ${NAMES.duckdb}`);
    const { sum, count } = await queries.total(sql);
    requireSame([sum, count], [total.sum, total.count], `${what}: ${NAMES.duckdb}, in sum`);
  }
}

/** @throws Error where two columns are not the same up to rounding */
function requireSame(found: ArrayLike<number>, expected: ArrayLike<number>, of: string): void {
  if (found.length !== expected.length) throw new Error(`${of} has ${found.length} values, not ${expected.length}`);
  for (let i = 0; i < expected.length; i++) {
    const isSame = Number.isNaN(expected[i])
      ? Number.isNaN(found[i])
      : Math.abs(found[i] - expected[i]) <= 1e-9 * Math.max(1, Math.abs(expected[i]));
    if (!isSame) throw new Error(`${of} is ${found[i]} at ${i}, not ${expected[i]}`);
  }
}
