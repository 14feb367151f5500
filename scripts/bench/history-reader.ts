/** A process of its own for each snapshot of the benchmark `history`: what it takes of memory is then its alone. Prints JSON. */
import { performance } from 'node:perf_hooks';
import { isoOf } from '../../src/data/day.ts';
import { lastDayOf, readSnapshot } from '../../src/data/snapshot.ts';
import { type Context, evaluateAt, evaluateColumn } from '../../src/metrics/evaluate.ts';
import { checkDesk } from '../../src/reports/check.ts';
import { openDesk } from '../../src/reports/desk.ts';

export interface HistoryTimes {
  /** In milliseconds. */
  read: number;
  check: number;
  facts: number;
  columns: number;
  /** Peak, in megabytes: after the snapshot was read, and after all of it. */
  memoryRead: number;
  memory: number;
}

/** The metrics of a long report: of each, its value on the last day. */
const FACTS = [
  'return($, 1w)',
  'return($, 1y)',
  'rank(return($, 1d))',
  'since(return($, 1d))',
  'high($, 5y)',
  'distance($, 200)',
  'percentile($, 252d)',
  'zscore(return($, 1d), 252d)',
  'volatility($, 20)',
  'drawdown($)',
  'streak(return($, 1w))',
  'maxDrawdown($, 10y)',
];
const SERIES_IN_FACTS = 10;
/** What is drawn of every series. */
const COLUMNS = ['return($, 5d)', 'average($, 200)', 'high($, 252d)', 'rank($)'];

const [content, data, id] = process.argv.slice(2);
const folders = { content, data };
const timed = (action: () => unknown): number => {
  const start = performance.now();
  action();
  return performance.now() - start;
};
const peak = (): number => process.resourceUsage().maxRSS / 1024;

const read = timed(() => readSnapshot(data, id));
const memoryRead = peak();
const check = timed(() => {
  const { findings } = checkDesk(folders);
  if (findings.length > 0) throw new Error(`the generated desk has a fault: ${findings[0].message}`);
});
const desk = openDesk(folders);
const snapshot = desk.snapshot(id);
const asOf = lastDayOf(snapshot);
const context: Context = { snapshot, calendar: desk.calendar, asOf };
const ids = [...snapshot.series.keys()];
const facts = timed(() => {
  for (const series of ids.slice(0, SERIES_IN_FACTS))
    for (const metric of FACTS)
      if (!Number.isFinite(evaluateAt(metric.replace('$', series), asOf, context).value))
        throw new Error(`${metric} of ${series} has no value on ${isoOf(asOf)}`);
});
const columns = timed(() => {
  for (const series of ids) for (const metric of COLUMNS) evaluateColumn(metric.replace('$', series), context);
});
const times: HistoryTimes = { read, check, facts, columns, memoryRead, memory: peak() };
process.stdout.write(JSON.stringify(times));
