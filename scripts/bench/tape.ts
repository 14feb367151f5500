/** From a tape of option trades, far more than fit into memory, to the daily calls and puts on one underlying. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { stringify } from 'yaml';
import { readCalendar } from '../../src/data/calendar.ts';
import { dayOf, isoOf } from '../../src/data/day.ts';
import { dailySums, type Tape, tradesOn, writeTape } from './generated-tape.ts';
import type { OneFetch } from './one-fetch.ts';
import { type BenchLine, type Subject, spread } from './result.ts';

/** The sessions of a year, and so many trades on each that the year has more than fifty million. */
const [FROM, UNTIL] = ['2023-01-03', '2023-12-29'];
const TRADES = 205_000;
const UNDERLYING = 'RUT';
/** In MB, for DuckDB: the rest of the gigabyte is the program's. */
const MEMORY = 512;

export const tape: Subject = {
  name: 'tape',
  description: 'a query of kind sql over more than 50 million generated option trades, in one gigabyte of memory',
  async run({ runs }) {
    const folder = mkdtempSync(join(tmpdir(), 'mtm-tape-'));
    try {
      const year: Tape = { sessions: readCalendar('data').sessions(dayOf(FROM), dayOf(UNTIL)), trades: TRADES };
      const start = performance.now();
      await writeTape(year, folder);
      const generated = (performance.now() - start) / 1000;
      const bytes = readdirSync(join(folder, 'trades')).reduce((sum, name) => sum + statSync(join(folder, 'trades', name)).size, 0);
      const trades = tradesOn(year);

      const all = Array.from({ length: runs }, () => fetchBeside(folder, declared(folder)));
      const [{ table }] = all;
      assertSums(table, year);
      // The last session is new, and ten days before it are asked for again.
      const before = join(folder, 'before.csv');
      writeFileSync(before, table.replace(/[^\n]+\n$/, ''));
      const last = Array.from({ length: runs }, () => fetchBeside(folder, { ...declared(folder), lookBack: 10 }, before));
      for (const fetched of last) if (fetched.table !== table) throw new Error('the last days asked for again are another table');

      const took = spread(all.map(({ seconds }) => seconds));
      return [
        {
          id: 'tape-trades',
          what: `trades, in ${year.sessions.length} Parquet files`,
          unit: 'rows',
          value: trades,
          goal: { bound: 'at least', value: 50_000_000 },
        },
        { id: 'tape-bytes', what: 'their size on disk', unit: 'MB', value: bytes / 1e6 },
        { id: 'tape-generated', what: 'generating them', unit: 's', value: generated },
        { id: 'tape-fetch', what: `the daily calls and puts on one underlying, of all trades`, unit: 's', ...took },
        { id: 'tape-rate', what: 'trades a second', unit: 'rows', value: trades / took.value },
        {
          id: 'tape-memory',
          what: `the most memory of the whole process, of which DuckDB may use ${MEMORY} MB`,
          unit: 'MB',
          ...spread(all.map(({ memory }) => memory)),
          goal: { bound: 'at most', value: 1024 },
        },
        {
          id: 'tape-last-days',
          what: 'the same for one new session, ten days before it asked for again',
          unit: 's',
          ...spread(last.map(({ seconds }) => seconds)),
        },
      ] satisfies BenchLine[];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function declared(folder: string): Record<string, unknown> {
  return {
    kind: 'sql',
    firstDay: FROM,
    folder,
    files: { trades: 'trades/*.parquet' },
    query: `SELECT day AS date,
      sum(CASE WHEN put_call = 'C' THEN size ELSE 0 END) AS calls,
      sum(CASE WHEN put_call = 'P' THEN size ELSE 0 END) AS puts
    FROM trades
    WHERE underlying = $underlying AND condition <> 'CANC' AND day BETWEEN $from AND $until
    GROUP BY day`,
    parameters: { underlying: UNDERLYING },
    series: { calls: 'calls', puts: 'puts' },
    limits: { memory: MEMORY },
  };
}

function fetchBeside(folder: string, fetch: Record<string, unknown>, previous?: string): OneFetch {
  const file = join(folder, 'tape.yaml');
  const url = 'https://example.org/';
  const field = (name: string): object => ({ name, title: name, shortTitle: name, unit: 'contracts', type: 'integer', minimum: 0 });
  const resource = {
    name: 'tape',
    title: 'Tape',
    description: 'Contracts traded a day.',
    url,
    attribution: 'Nobody',
    termsUrl: url,
    redistribution: 'private',
    basis: 'volume',
    timezone: 'America/New_York',
    calendar: 'nyse',
    fields: [field('calls'), field('puts')],
    fetch,
  };
  writeFileSync(file, stringify({ id: 'tape', name: 'Tape', url, licence: { name: 'x', title: 'x', path: url }, resources: [resource] }));
  const program = join(import.meta.dirname, 'one-fetch.ts');
  return JSON.parse(execFileSync(process.execPath, [program, file, UNTIL, ...(previous ? [previous] : [])], { encoding: 'utf8' }));
}

/** @throws Error where the table is not what the trades add up to, computed one by one without their files */
function assertSums(table: string, year: Tape): void {
  const rows = dailySums(year, UNDERLYING).map(({ day, calls, puts }) => `${isoOf(day)},${calls},${puts}\n`);
  if (table !== `date,calls,puts\n${rows.join('')}`) throw new Error('the table of the query is not the sum of the trades');
}
