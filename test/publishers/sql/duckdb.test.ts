import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeTape } from '../../../scripts/bench/generated-tape.ts';
import { dayOf } from '../../../src/data/day.ts';
import { parseTable } from '../../../src/data/table.ts';
import { temporaryFolder } from '../../support/command.ts';
import { findingsOf } from '../resource.ts';
import { fetchedCsv, tableOf, tape, tapeFolder, tapePublisher, WANTED } from './tape.ts';

const folder = tapeFolder();
const ofTape = (changed: Record<string, unknown> = {}) => tapePublisher({ folder, files: { trades: 'trades/*.parquet' }, ...changed });
afterEach(() => void vi.unstubAllEnvs());

/** A query of one row, with the values that every query must have. */
const one = (values: string, from = ''): string => `SELECT $from AS date, ${values} ${from} WHERE $until >= $from AND $underlying <> ''`;

describe('the table of a query of DuckDB', () => {
  it.each(['RUT', 'IWM', 'SPX'] as const)('has the daily sums of every trade on %s', async (underlying) => {
    expect(await fetchedCsv(ofTape({ parameters: { underlying } }))).toBe(tableOf(underlying));
  });

  it('comes of CSV as it does of Parquet', async () => {
    const folder = temporaryFolder();
    await writeTape(tape, folder, 'csv');
    vi.stubEnv('MTM_RAW', folder);
    expect(await fetchedCsv(tapePublisher({ files: { trades: 'trades/*.csv' } }))).toBe(tableOf('RUT'));
  });

  it('is of the days wanted: no later trade has a part in it', async () => {
    const until = dayOf('2024-07-17');
    const expected = tableOf('RUT', { ...tape, sessions: tape.sessions.filter((day) => day <= until) });
    expect(await fetchedCsv(ofTape(), { until })).toBe(expected);
  });

  it('keeps what is older than its look back, and asks again for the rest', async () => {
    const previous = parseTable('date,calls,puts\n2024-07-15,1,1\n2024-07-16,2,2\n2024-07-17,3,3\n', 'x.csv');
    const [header, , , ...rest] = tableOf('RUT').split('\n');
    const kept = [header, '2024-07-15,1,1', '2024-07-16,2,2', ...rest].join('\n');
    expect(await fetchedCsv(ofTape({ lookBack: 1 }), { previous })).toBe(kept);
    expect(await fetchedCsv(ofTape(), { previous })).toBe(tableOf('RUT'));
  });

  it('takes values of every type, whatever stands in them', async () => {
    const text = 'it\'s \\ "quoted" -- $from; DROP';
    const query = one(
      "CASE WHEN $text = chr(105) || 't''s \\ \"quoted\" -- $from; DROP' AND 'b' IN $texts AND 7 IN $numbers AND $half = 0.5 THEN 1 ELSE 0 END AS calls, $big AS puts",
    );
    const parameters = { underlying: 'RUT', text, texts: ['a', 'b'], numbers: [7, 8], half: 0.5, big: Number.MAX_SAFE_INTEGER };
    expect(await fetchedCsv(ofTape({ query, parameters }))).toBe('date,calls,puts\n2024-07-15,1,9007199254740991\n');
  });

  it('has exact numbers: beyond 53 bits, decimals as they are, floating point to its decimals', async () => {
    const exact = one('170141183460469231731687303715884105727::HUGEINT AS calls, 12.340::DECIMAL(9, 3) AS puts');
    expect(await fetchedCsv(ofTape({ query: exact }))).toBe('date,calls,puts\n2024-07-15,170141183460469231731687303715884105727,12.340\n');
    const rounded = one('1e-7::DOUBLE AS calls, 2.0::DOUBLE / 3 AS puts');
    expect(await fetchedCsv(ofTape({ query: rounded, decimals: 2 }))).toBe('date,calls,puts\n2024-07-15,0.00,0.67\n');
  });

  it('has the day of a moment in UTC, wherever the machine is, and in another zone where the query says so', async () => {
    const query = one(
      "TIMESTAMPTZ '2024-07-16 01:30:00Z'::DATE - DATE '2024-07-01' AS calls, (TIMESTAMPTZ '2024-07-16 01:30:00Z' AT TIME ZONE 'America/New_York')::DATE - DATE '2024-07-01' AS puts",
    );
    expect(await fetchedCsv(ofTape({ query }))).toBe('date,calls,puts\n2024-07-15,15,14\n');
  });

  it('has an empty cell for NULL where that is declared', async () => {
    expect(await fetchedCsv(ofTape({ query: one('NULL AS calls, 2 AS puts'), nulls: 'missing' }))).toBe('date,calls,puts\n2024-07-15,,2\n');
  });

  it('may need more than its memory: the rest goes to the disk, and is gone afterwards', async () => {
    const temporary = temporaryFolder();
    vi.stubEnv('TMPDIR', temporary);
    const query = one('count(*) AS calls, 2 AS puts', 'FROM (SELECT DISTINCT hash(range), hash(range + 1) FROM range(3000000))');
    expect(await fetchedCsv(ofTape({ query, limits: { memory: 50 } }))).toBe('date,calls,puts\n2024-07-15,3000000,2\n');
    const message = await findingsOf(() => fetchedCsv(ofTape({ query, limits: { memory: 50, temporary: 1 } })));
    expect(message).toContain('error sql-limit  figures: the query writes more to the disk than it may');
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('is not waited for when the refresh is interrupted', async () => {
    const query = one('sum(a.range * b.range) AS calls, 2 AS puts', 'FROM range(1000000) a, range(1000000) b');
    const started = performance.now();
    await expect(fetchedCsv(ofTape({ query }), { signal: AbortSignal.timeout(100) })).rejects.toThrow('aborted due to timeout');
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('a query of DuckDB is refused', () => {
  const list = (what: string): string => `SELECT day AS date, ${what} FROM trades WHERE ${WANTED}`;
  it.each<[string, Record<string, unknown>, string]>([
    ['a folder that is not there', { folder: join(folder, 'x') }, 'error sql-files  figures: there is no such folder. Put the files there'],
    [
      'a pattern that finds nothing',
      { files: { trades: 'x/*.parquet' } },
      "error sql-files  figures: a pattern under 'files' finds nothing",
    ],
    [
      'a wrong form',
      { query: list('1 AS calls, AS puts') },
      'error sql-query  figures: DuckDB refuses line 1 of the query: Parser Error: syntax error at or near "AS". Correct \'query\'',
    ],
    [
      'an unknown column',
      { query: list('\nprize AS calls, 2 AS puts') },
      'error sql-query  figures: DuckDB refuses line 2 of the query: Binder Error: Referenced column "prize" not found',
    ],
    ['an unknown table', { query: `SELECT * FROM quotes WHERE ${WANTED}` }, 'Catalog Error: Table with name quotes does not exist!'],
    [
      'types that don’t go together',
      { query: list('underlying + 1 AS calls, 2 AS puts') },
      "No function matches the given name and argument types '+(VARCHAR, INTEGER_LITERAL)'. You might need to add explicit type casts. Correct",
    ],
    [
      'a conversion that fails',
      { query: list('underlying::INTEGER AS calls, 2 AS puts') },
      "Conversion Error: Could not convert string 'RUT' to INT32",
    ],
    [
      'two statements',
      { query: `${list('1 AS calls, 2 AS puts')}; DROP VIEW trades` },
      'error sql-read-only  figures: the query is not one SELECT. Write one statement that reads, and nothing else.',
    ],
    [
      'a statement that writes a file',
      { query: `COPY (${list('1 AS calls')}) TO '${folder}/copy.csv'` },
      'error sql-read-only  figures: the query is not one SELECT',
    ],
    [
      'a file elsewhere',
      { query: one('1 AS calls, 2 AS puts', "FROM read_csv('/etc/hostname')") },
      'error sql-read-only  figures: the query leaves its folder',
    ],
    [
      'a way out of the folder',
      { query: one('1 AS calls, 2 AS puts', `FROM read_text('${folder}/../../etc/hostname')`) },
      'error sql-read-only  figures: the query leaves its folder',
    ],
    [
      'a file of the network',
      { query: one('1 AS calls, 2 AS puts', "FROM read_csv('http://127.0.0.1:9/x.csv')") },
      'error sql-read-only  figures: the query leaves its folder',
    ],
    [
      'no column with the days',
      { query: `SELECT day, 1 AS calls, 2 AS puts FROM trades WHERE ${WANTED}` },
      "error sql-columns  figures: the query gives no column 'date' with the days. Did you mean 'day'? It gives day, calls, puts. Write 'AS date' behind the day, or name its column under 'date'.",
    ],
    [
      'a series without a column',
      { query: list('1 AS calls, 2 AS put') },
      "error sql-columns  figures: the query gives no column 'puts'. Did you mean 'put'? It gives date, calls, put. Write 'AS puts' behind it.",
    ],
    [
      'a column that stands twice',
      { query: list('1 AS calls, 2 AS puts, 3 AS puts') },
      "the query gives two columns 'puts'. Give one of them another name.",
    ],
    [
      'a time of day for a day',
      { query: `SELECT ts AS date, 1 AS calls, 2 AS puts FROM trades WHERE ${WANTED}` },
      "the column 'date' is TIMESTAMP, which has a time of day. Cast it to a date in the query, in the time zone of the exchange.",
    ],
    [
      'a number for a day',
      { query: one('1 AS calls, 2 AS puts').replace('$from AS', '20240715 AS') },
      "the column 'date' is INTEGER, not a date.",
    ],
    ['a text for a number', { query: list('root AS calls, 2 AS puts') }, "the column 'calls' is VARCHAR, not a number."],
    [
      'floating point',
      { query: list('avg(size) OVER () AS calls, 2 AS puts') },
      "the column 'calls' is DOUBLE, whose last digits depend on the order in which the rows were added up. Cast it to a decimal in the query, or declare 'decimals'.",
    ],
    [
      'a text that is no date',
      { query: one('1 AS calls, 2 AS puts').replace('$from AS', "strftime($from, '%d.%m.%Y') AS") },
      ":3  error sql-date  figures: 'date' is 15.07.2024, not a day.",
    ],
    [
      'NULL for a day',
      { query: one('1 AS calls, 2 AS puts').replace('$from AS', 'NULL::DATE AS') },
      ":3  error sql-date  figures: 'date' is NULL, not a day.",
    ],
    [
      'NULL for a value',
      { query: one('NULL AS calls, 2 AS puts') },
      ":3  error sql-value  figures: 'calls' is NULL on 2024-07-15. Give it a value in the query, or declare 'nulls: missing'",
    ],
    [
      'no number',
      { query: one("'nan'::DOUBLE AS calls, 2 AS puts"), decimals: 2 },
      ":3  error sql-value  figures: 'calls' is NaN on 2024-07-15, not a number.",
    ],
    [
      'a day that stands twice',
      { query: `${list('1 AS calls, size AS puts')} AND day = '2024-07-16' LIMIT 2` },
      ':4  error sql-date  figures: 2024-07-16 stands twice among the 2 rows. Group the rows by day in the query.',
    ],
    [
      'too many rows',
      { query: list('1 AS calls, 2 AS puts'), limits: { rows: 100 } },
      "error sql-limit  figures: the answer has more than 100 rows. Group the rows by day in the query, or raise 'rows' under 'limits'.",
    ],
    [
      'too long a time',
      { query: one('sum(a.range * b.range) AS calls, 2 AS puts', 'FROM range(1000000) a, range(1000000) b'), limits: { seconds: 1 } },
      "error sql-limit  figures: there was no whole answer within 1 second. Ask for less, or raise 'seconds' under 'limits'.",
    ],
    [
      'too much memory',
      { query: one('len(list(range)) AS calls, 2 AS puts', 'FROM range(9000000)'), limits: { memory: 50, threads: 1 } },
      'error sql-limit  figures: the query needs more memory than it may have: Out of Memory Error',
    ],
  ])('with %s', async (_what, changed, expected) => {
    const findings = await findingsOf(() => fetchedCsv(ofTape(changed)));
    expect(findings).toContain(expected);
    expect(findings).not.toContain('\n    at ');
  });

  it.each<[string, string, (whole: Buffer) => Buffer]>([
    ['cut off', 'parquet', (whole) => whole.subarray(0, whole.length - 100)],
    ['cut in the middle', 'parquet', (whole) => Buffer.concat([whole.subarray(0, 9000), whole.subarray(20_000)])],
    ['no table', 'parquet', () => Buffer.from('<html>')],
    ['with a row too long', 'csv', (whole) => Buffer.concat([whole, Buffer.from('1,2,3,4,5,6,7,8,9,10,11,12,13,14\n')])],
    ['with a word for a size', 'csv', (whole) => Buffer.from(whole.toString().replace(/,\d+,([A-Q],[A-Z]+\n)$/, ',many,$1'))],
  ])('with a file that is %s (%s)', async (_what, form, change) => {
    const broken = temporaryFolder();
    const [day] = tape.sessions;
    await writeTape({ sessions: [day], trades: 30_000 }, broken, form as 'parquet' | 'csv');
    const file = join(broken, 'trades', `2024-07-15.${form}`);
    writeFileSync(file, change(readFileSync(file)));
    const findings = await findingsOf(() => fetchedCsv(ofTape({ folder: broken, files: { trades: `trades/*.${form}` } })));
    expect(findings).toMatch(/^\S+ {2}error sql-files {2}figures: DuckDB can't read a file: /);
    expect(findings).toContain(form === 'csv' ? `${file}:` : file);
  });

  it('where nothing says in which folder its files are', async () => {
    vi.stubEnv('MTM_RAW', '');
    expect(await findingsOf(() => fetchedCsv(ofTape({ folder: undefined })))).toBe(
      "MTM_RAW  error sql-environment  figures: neither 'folder' in the declaration nor the environment variable MTM_RAW says where the data are. Set one of them.",
    );
  });
});
