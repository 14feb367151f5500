/**
 * A tape of option trades that never happened: the same on every machine, of any size. Each trade is made of a hash of its number, and
 * so are the daily sums here, which read no file: what a query finds on the tape can be held against them.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { type Day, isoOf } from '../../src/data/day.ts';

export interface Tape {
  sessions: readonly Day[];
  /** Trades of an average session. */
  trades: number;
}

/** Contracts traded on an underlying in a session. */
export interface DailySum {
  day: Day;
  calls: number;
  puts: number;
}

/** More than any session has trades, so that no two sessions share a number. */
const SESSION = 2 ** 20;

/** Out of a hundred trades, those on each underlying: from the number before it to its own. */
const UNDERLYINGS = [
  ['SPX', 30],
  ['SPY', 55],
  ['QQQ', 70],
  ['IWM', 85],
  ['RUT', 90],
  ['NVDA', 100],
] as const;

export type Underlying = (typeof UNDERLYINGS)[number][0];

/** How many trades a session has: between four fifths and six fifths of the average. */
export function tradesIn(session: number, { trades }: Tape): number {
  return Math.floor((trades * (80 + (hash(session) % 41))) / 100);
}

/** All trades of a tape. */
export function tradesOn(tape: Tape): number {
  return tape.sessions.reduce((sum, _, session) => sum + tradesIn(session, tape), 0);
}

/** The volume of each session, computed trade by trade. Cancelled trades are left out, every root is counted. */
export function dailySums(tape: Tape, underlying: Underlying): DailySum[] {
  return tape.sessions.map((day, session) => {
    const sums = { day, calls: 0, puts: 0 };
    for (let trade = 0; trade < tradesIn(session, tape); trade++) {
      const h = hash(session * SESSION + trade);
      const isCancelled = (h >>> 5) % 250 === 0;
      if (isCancelled || UNDERLYINGS.find(([, below]) => h % 100 < below)?.[0] !== underlying) continue;
      sums[(h >>> 10) % 100 < 48 ? 'calls' : 'puts'] += sizeOf(h);
    }
    return sums;
  });
}

const sizeOf = (h: number): number => 1 + ((h >>> 17) % 12) * ((h >>> 22) % 8);

/** 32 bits of a number, well mixed. The query below does the same. */
function hash(number: number): number {
  const a = Math.imul(number, 2_654_435_761) >>> 0;
  const b = Math.imul(a ^ (a >>> 15), 2_246_822_519) >>> 0;
  return (b ^ (b >>> 13)) >>> 0;
}

/**
 * Writes a file a session, `<folder>/trades/<day>.<form>`. `ts` is New York time: the session's first trades are of the evening before,
 * so that `day`, the day they count for, is not the day of `ts`. Some trades were cancelled, some are on adjusted or weekly roots.
 */
export async function writeTape(tape: Tape, folder: string, form: 'parquet' | 'csv' = 'parquet'): Promise<void> {
  mkdirSync(join(folder, 'trades'), { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB' });
  const connection = await instance.connect();
  try {
    for (const [session, day] of tape.sessions.entries()) {
      const file = join(folder, 'trades', `${isoOf(day)}.${form}`);
      const options = form === 'csv' ? 'FORMAT csv, HEADER' : 'FORMAT parquet';
      await connection.run(
        `COPY (${tradesQuery(session, isoOf(day), tradesIn(session, tape))}) TO '${file.replaceAll("'", "''")}' (${options})`,
      );
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const micros = (day: string): number => Date.parse(day) * 1000;

function tradesQuery(session: number, day: string, count: number): string {
  /** Of the evening before, from 20:15 on. */
  const early = Math.floor(count / 50);
  const underlying = UNDERLYINGS.map(([name, below]) => `WHEN h % 100 < ${below} THEN '${name}'`).join(' ');
  return `
    SELECT
      make_timestamp(CASE WHEN trade < ${early}
        THEN ${micros(day)} - 13500000000 + trade * ${Math.floor(13_000_000_000 / (early + 1))}
        ELSE ${micros(day)} + 34200000000 + trade * ${Math.floor(23_400_000_000 / count)} END) AS ts,
      DATE '${day}' AS day,
      underlying,
      CASE
        WHEN underlying IN ('SPX', 'RUT') AND h // 128 % 10 < 6 THEN underlying || 'W'
        WHEN underlying IN ('IWM', 'NVDA') AND h // 128 % 50 = 0 THEN underlying || '1'
        ELSE underlying END AS root,
      DATE '${day}' + [1, 2, 7, 14, 30, 60, 90, 180][(1 + g % 8)::INTEGER] AS expiry,
      (5 * (20 + g // 8 % 400))::DECIMAL(9, 2) AS strike,
      CASE WHEN h // 1024 % 100 < 48 THEN 'C' ELSE 'P' END AS put_call,
      ((1 + g // 512 % 5000)::INTEGER * 0.01)::DECIMAL(9, 2) AS price,
      (1 + (h // 131072 % 12) * (h // 4194304 % 8))::INTEGER AS size,
      chr((65 + g % 17)::INTEGER) AS exchange,
      CASE WHEN h // 32 % 250 = 0 THEN 'CANC' WHEN h // 32 % 250 < 60 THEN 'AUTO' WHEN h // 32 % 250 < 100 THEN 'SLAN' ELSE 'ISOI' END AS condition
    FROM (SELECT trade, h, h * 668265263 % 4294967296 AS g, CASE ${underlying} END AS underlying
      FROM (SELECT trade, xor(b, b // 8192) AS h
        FROM (SELECT trade, xor(a, a // 32768) * 2246822519 % 4294967296 AS b
          FROM (SELECT range AS trade, ((range + ${session * SESSION}) * 2654435761 % 4294967296)::UBIGINT AS a FROM range(${count})))))`;
}
