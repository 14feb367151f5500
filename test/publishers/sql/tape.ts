/** A generated tape in a folder, the publisher that adds it up, and what docs/raw-data.md shows of both. */
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { dailySums, type Tape, type Underlying, writeTape } from '../../../scripts/bench/generated-tape.ts';
import { readCalendar } from '../../../src/data/calendar.ts';
import { dayOf, isoOf } from '../../../src/data/day.ts';
import type { Publisher } from '../../../src/publishers/declaration.ts';
import { type FetchOptions, fetchTable } from '../../../src/publishers/fetch-table.ts';
import { csvOf, publisherOf } from '../resource.ts';
import { testClient } from '../server.ts';

export const calendar = readCalendar('data');

/** Five sessions and a hundred thousand trades. */
export const tape: Tape = { sessions: calendar.sessions(dayOf('2024-07-15'), dayOf('2024-07-19')), trades: 20_000 };

/** What the table of an underlying must be: trade by trade, without any file. */
export function tableOf(underlying: Underlying, of: Tape = tape): string {
  const rows = dailySums(of, underlying).map(({ day, calls, puts }) => `${isoOf(day)},${calls},${puts}\n`);
  return `date,calls,puts\n${rows.join('')}`;
}

/** The tape as files, for all tests of a file. */
export function tapeFolder(form: 'parquet' | 'csv' = 'parquet'): string {
  // Made with the tape: tests that are skipped leave nothing.
  const folder = join(tmpdir(), `mtm-tape-${randomUUID()}`);
  beforeAll(() => writeTape(tape, folder, form));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What every query must have. */
export const WANTED = 'day BETWEEN $from AND $until AND underlying = $underlying';

const declared = {
  kind: 'sql',
  firstDay: '2024-07-15',
  query: `SELECT day AS date,
    sum(CASE WHEN put_call = 'C' THEN size ELSE 0 END) AS calls,
    sum(CASE WHEN put_call = 'P' THEN size ELSE 0 END) AS puts
    FROM trades WHERE ${WANTED} AND condition <> 'CANC' GROUP BY day`,
  parameters: { underlying: 'RUT' },
  series: { calls: 'calls', puts: 'puts' },
};

export function tapePublisher(changed: Record<string, unknown>): Publisher {
  return publisherOf({ ...declared, ...changed }, 'contracts');
}

/** The table of a publisher's query, as CSV. */
export async function fetchedCsv(publisher: Publisher, options: Partial<FetchOptions> = {}): Promise<string> {
  const all = { client: testClient().client, calendar, until: dayOf('2024-07-19'), ...options };
  return csvOf((await fetchTable(publisher, publisher.resources[0], all)).table);
}

/** The blocks of one language in docs/raw-data.md. */
export function shown(language: string): string[] {
  const page = readFileSync('docs/raw-data.md', 'utf8');
  return [...page.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text);
}
