import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { parse } from 'yaml';
import { isoOf } from '../../../src/data/day.ts';
import { literal } from '../../../src/publishers/sql/clickhouse-values.ts';
import { type ClickHouse, installed, PASSWORD, startShards } from '../../support/clickhouse.ts';
import { findingsOf, publisherOf } from '../resource.ts';
import { fetchedCsv, shown, tableOf, tape, tapeFolder, tapePublisher, WANTED } from './tape.ts';

const NOT_INSTALLED = "ClickHouse is not tested: 'clickhouse-server' is not installed (apt-get install clickhouse-server)";
if (!installed) console.warn(NOT_INSTALLED);

beforeEach(() => {
  vi.stubEnv('MTM_CLICKHOUSE_USER', 'desk');
  vi.stubEnv('MTM_CLICKHOUSE_PASSWORD', PASSWORD);
});
afterEach(() => void vi.unstubAllEnvs());

const of = (changed: Record<string, unknown>) => tapePublisher({ engine: 'clickhouse', ...changed });
const list = (what: string): string => `SELECT day AS date, ${what} FROM trades WHERE ${WANTED}`;

describe.skipIf(!installed)(installed ? 'a Distributed table over two shards of ClickHouse' : NOT_INSTALLED, () => {
  const folder = tapeFolder('csv');
  let shards: ClickHouse;
  let url: string;
  beforeAll(async () => {
    shards = await startShards();
    url = shards.urls[0];
    const columns = `ts String, day Date, underlying String, root String, expiry Date, strike Decimal(9, 2), put_call String,
      price Decimal(9, 2), size Int32, exchange String, condition String`;
    const trades = tape.sessions.flatMap((day) =>
      readFileSync(join(folder, 'trades', `${isoOf(day)}.csv`), 'utf8')
        .trimEnd()
        .split('\n')
        .slice(1),
    );
    for (const shard of [0, 1]) {
      await shards.tell(shard, `CREATE TABLE trades_here (${columns}) ENGINE = MergeTree PARTITION BY day ORDER BY underlying`);
      await shards.tell(shard, `CREATE TABLE trades (${columns}) ENGINE = Distributed(shards, default, trades_here)`);
      // Each has every second trade, so that no sum is right without both.
      await shards.tell(shard, 'INSERT INTO trades_here FORMAT CSV', trades.filter((_, index) => index % 2 === shard).join('\n'));
    }
  });
  afterAll(() => shards?.end());

  it('gives the table that every trade gives, and that docs/raw-data.md shows', async () => {
    expect(await fetchedCsv(of({ url }))).toBe(tableOf('RUT'));
    const { fetch } = parse(shown('yaml')[1]);
    expect(await fetchedCsv(publisherOf({ ...fetch, url }, 'contracts'))).toBe(shown('csv')[0]);
  });

  it.each(['desk', 'limited', 'reader'])('may be asked by the user %s, at the address in the environment', async (user) => {
    vi.stubEnv('MTM_CLICKHOUSE_USER', user);
    vi.stubEnv('MTM_CLICKHOUSE_URL', url);
    const parameters = { underlying: 'IWM', roots: ['IWM', 'IWM1'] };
    const query = `${list("sum(size * (put_call = 'C')) AS calls, sum(size * (put_call = 'P')) AS puts")}
      AND condition <> 'CANC' AND has($roots, root) GROUP BY day`;
    expect(await fetchedCsv(of({ query, parameters }))).toBe(tableOf('IWM'));
    const limits = { rows: 100 };
    expect(await findingsOf(() => fetchedCsv(of({ query: list('1 AS calls, 2 AS puts'), limits })))).toContain(
      'error sql-limit  figures: the answer has more than 100 rows.',
    );
  });

  it('takes any text as a value, and nothing of it as a query', async () => {
    const texts = fc.sample(fc.string({ unit: 'binary' }), { numRuns: 200, seed: 1 }).map((text) => text.toWellFormed());
    const tried = [...texts, "'; DROP TABLE trades --", "\\'", '\\', '\\\\', "''", '$from', '{x:String}', '\n\t\0'];
    const written = tried.map((text) => `hex(${literal({ type: 'text', isList: false, values: [text] })})`);
    const expected = tried.map((text) => Buffer.from(text).toString('hex').toUpperCase());
    expect((await shards.tell(0, `SELECT arrayJoin([${written.join()}])`)).trimEnd().split('\n')).toEqual(expected);
  });

  it('has exact numbers', async () => {
    const query = `${list('toUInt64(18446744073709551615) AS calls, CAST(sum(price * size) AS Decimal(18, 2)) AS puts')} GROUP BY day LIMIT 1`;
    expect(await fetchedCsv(of({ url, query }))).toMatch(/^date,calls,puts\n2024-07-1\d,18446744073709551615,\d+\.\d\d\n$/);
    const rounded = `${list('1e-7 AS calls, 2 / 3 AS puts')} GROUP BY day ORDER BY day LIMIT 1`;
    expect(await fetchedCsv(of({ url, query: rounded, decimals: 2 }))).toBe('date,calls,puts\n2024-07-15,0.00,0.67\n');
    const empty = `${list('NULL AS calls, 2 AS puts')} GROUP BY day ORDER BY day LIMIT 1`;
    expect(await fetchedCsv(of({ url, query: empty, nulls: 'missing' }))).toBe('date,calls,puts\n2024-07-15,,2\n');
  });

  it('is not waited for when the refresh is interrupted', async () => {
    const query = "SELECT today() AS date, sum(number) AS calls, 2 AS puts FROM system.numbers WHERE $from < $until AND '' <> $underlying";
    const asked = fetchedCsv(of({ url, query }), { signal: AbortSignal.timeout(200) });
    await expect(asked).rejects.toThrow('aborted due to timeout');
  });

  it.each<[string, Record<string, unknown>, string]>([
    [
      'no server',
      { url: 'http://127.0.0.1:9' },
      "http://127.0.0.1:9  error sql-connection  figures: there is no ClickHouse that answers (connect ECONNREFUSED 127.0.0.1:9). Check 'url' in the declaration or MTM_CLICKHOUSE_URL, and whether the server runs.",
    ],
    ['a wrong form', { query: list('1 AS calls, 2 AS AS puts') }, 'error sql-query  figures: ClickHouse refuses the query: Syntax error'],
    [
      'an unknown column',
      { query: list('prize AS calls, 2 AS puts') },
      "error sql-query  figures: ClickHouse refuses the query: Unknown identifier: prize. Correct 'query' in the declaration.",
    ],
    [
      'an unknown table',
      { query: `SELECT day AS date FROM quotes WHERE ${WANTED}` },
      "ClickHouse refuses the query: Table default.quotes doesn't exist.",
    ],
    [
      'types that don’t go together',
      { query: list('underlying + 1 AS calls, 2 AS puts') },
      'Illegal types String and UInt8 of arguments of function plus',
    ],
    [
      'no column with the days',
      { query: `SELECT day, 1 AS calls, 2 AS puts FROM trades WHERE ${WANTED}` },
      "error sql-columns  figures: the query gives no column 'date' with the days. Did you mean 'day'?",
    ],
    [
      'a time of day for a day',
      { query: `SELECT now() AS date, 1 AS calls, 2 AS puts FROM trades WHERE ${WANTED}` },
      "the column 'date' is DateTime, which has a time of day.",
    ],
    ['a text for a number', { query: list('root AS calls, 2 AS puts') }, "the column 'calls' is String, not a number."],
    [
      'floating point',
      { query: `${list('avg(size) AS calls, 2 AS puts')} GROUP BY day` },
      "the column 'calls' is Float64, whose last digits depend on the order",
    ],
    [
      'a text that is no date',
      { query: `SELECT concat(toString(day), '?') AS date, 1 AS calls, 2 AS puts FROM trades WHERE ${WANTED} LIMIT 1` },
      /:3 {2}error sql-date {2}figures: 'date' is 2024-07-\d\d\?, not a day\./.source,
    ],
    [
      'NULL for a value',
      { query: `${list('nullIf(sum(size), sum(size)) AS calls, 2 AS puts')} GROUP BY day LIMIT 1` },
      "error sql-value  figures: 'calls' is NULL on 2024-07-1",
    ],
    [
      'no number',
      { query: `${list('0 / 0 AS calls, 2 AS puts')} GROUP BY day LIMIT 1`, decimals: 2 },
      "error sql-value  figures: 'calls' is nan on 2024-07-1",
    ],
    [
      'a day that stands twice',
      { query: `${list('1 AS calls, 2 AS puts')} AND day = '2024-07-16' LIMIT 2` },
      'error sql-date  figures: 2024-07-16 stands twice among the 2 rows.',
    ],
    [
      'too long a time',
      {
        query:
          "SELECT today() AS date, sum(sipHash64(number)) AS calls, 2 AS puts FROM system.numbers WHERE $from < $until AND '' <> $underlying",
        limits: { seconds: 1 },
      },
      'error sql-limit  figures: there was no whole answer within 1 second.',
    ],
    [
      'too much memory',
      {
        query:
          "SELECT today() AS date, length(groupArray(number)) AS calls, 2 AS puts FROM (SELECT number FROM system.numbers LIMIT 20000000) WHERE $from < $until AND '' <> $underlying",
        limits: { memory: 50 },
      },
      'error sql-limit  figures: the query needs more memory than it may have: Memory limit (for query) exceeded',
    ],
    [
      'two statements',
      { query: `${list('1 AS calls, 2 AS puts')}; DROP TABLE trades` },
      'error sql-query  figures: ClickHouse refuses the query: Syntax error',
    ],
    [
      'one that closes the bracket it is asked in',
      { query: `${list('1 AS calls, 2 AS puts')}) FORMAT TSV; DROP TABLE trades --` },
      'error sql-query  figures: ClickHouse refuses the query: Syntax error',
    ],
    [
      'one that inserts',
      { query: `INSERT INTO trades_here SELECT * FROM trades WHERE ${WANTED}` },
      'error sql-query  figures: ClickHouse refuses the query: Syntax error',
    ],
    [
      'one that drops a table',
      { query: 'DROP TABLE trades -- $from $until\n /* */ $from $until $underlying' },
      'error sql-query  figures: ClickHouse refuses the query: Syntax error',
    ],
    [
      'one that reads another server',
      { query: list('1 AS calls, 2 AS puts').replace('trades', "remote('127.0.0.2', default, trades)") },
      'error sql-read-only  figures: the query does more than read: Table functions are forbidden in readonly mode.',
    ],
  ])('refuses %s', async (_what, changed, expected) => {
    const findings = await findingsOf(() => fetchedCsv(of({ url, ...changed })));
    if (expected.includes('{2}')) expect(findings).toMatch(new RegExp(expected));
    else expect(findings).toContain(expected);
    expect(findings).not.toContain(PASSWORD);
    expect(await shards.tell(0, 'SELECT count() FROM trades')).toBe('103800\n');
  });

  it.each([
    [
      'an unknown user',
      'nobody',
      PASSWORD,
      "error sql-refused  figures: the server refuses the user 'nobody': Unknown user nobody. Set MTM_CLICKHOUSE_USER",
    ],
    [
      'a wrong password',
      'desk',
      'guessed',
      "error sql-refused  figures: the server refuses the user 'desk': Wrong password for user desk.",
    ],
    [
      'a profile that leaves out rows',
      'partial',
      PASSWORD,
      "error sql-read-only  figures: the profile of the user 'partial' may leave out rows without a word: skip_unavailable_shards is 1.",
    ],
  ])('refuses %s', async (_what, user, password, expected) => {
    vi.stubEnv('MTM_CLICKHOUSE_USER', user);
    vi.stubEnv('MTM_CLICKHOUSE_PASSWORD', password);
    expect(await findingsOf(() => fetchedCsv(of({ url })))).toContain(expected);
  });

  it('is never half of itself: without the other shard there is no table', async () => {
    await shards.end(1);
    expect(await findingsOf(() => fetchedCsv(of({ url })))).toContain(
      'error sql-connection  figures: a shard of the cluster does not answer: ',
    );
  });
});

/** What a server of today would be asked, and how it says what is wrong: Debian's is from 2018. */
describe('a newer ClickHouse', () => {
  const answers = { settings: 'name\tvalue\nString\tString\nreadonly\t0\nmax_execution_time\t0\nversion\t25.8.1.1\n' };
  const server = async (described: { status?: number; body: string }, answer = ''): Promise<{ url: string; asked: URLSearchParams[] }> => {
    const asked: URLSearchParams[] = [];
    const own = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      const parameters = new URL(request.url ?? '', 'http://127.0.0.1').searchParams;
      parameters.set('body', body);
      asked.push(parameters);
      const reply = body.includes('system.settings')
        ? { body: answers.settings }
        : body.startsWith('DESCRIBE')
          ? described
          : { body: answer };
      response.writeHead('status' in reply ? (reply.status ?? 200) : 200).end(reply.body);
    });
    await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void own.close());
    return { url: `http://127.0.0.1:${(own.address() as AddressInfo).port}`, asked };
  };

  it('has its values beside the query, and the limits it knows', async () => {
    const columns = 'name\ttype\nString\tString\ndate\tDate\ncalls\tUInt64\nputs\tNullable(UInt64)\n';
    const { url, asked } = await server({ body: columns }, 'date\tcalls\tputs\nDate\tUInt64\tNullable(UInt64)\n2024-07-15\t1\t2\n');
    const query = `${list('1 AS calls, 2 AS puts')} AND has($roots, root) AND size > $size`;
    const parameters = { underlying: "R'T", roots: ['a', "b'"], size: 5 };
    expect(await fetchedCsv(of({ url, query, parameters, limits: { seconds: 60 } }))).toBe('date,calls,puts\n2024-07-15,1,2\n');
    const last = Object.fromEntries(asked[2]);
    expect(last.body).toContain('BETWEEN {from:Date} AND {until:Date} AND underlying = {underlying:String}');
    expect(last.body).toContain('has({roots:Array(String)}, root) AND size > {size:Int64}');
    expect(last).toMatchObject({
      param_from: '2024-07-15',
      param_until: '2024-07-19',
      param_underlying: "R\\'T",
      param_roots: "['a','b\\'']",
      param_size: '5',
      readonly: '1',
      max_execution_time: '60',
      wait_end_of_query: '1',
    });
    expect(last).not.toHaveProperty('max_result_rows');
  });

  it.each([
    [
      516,
      'Code: 516. DB::Exception: desk: Authentication failed: password is incorrect, or there is no user with such name. (AUTHENTICATION_FAILED) (version 25.8.1.1)',
      "error sql-refused  figures: the server refuses the user 'desk': desk: Authentication failed",
    ],
    [
      47,
      'Code: 47. DB::Exception: Unknown expression identifier `prize` in scope SELECT prize. (UNKNOWN_IDENTIFIER) (version 25.8.1.1)',
      'error sql-query  figures: ClickHouse refuses the query: Unknown expression identifier `prize`',
    ],
    [
      452,
      "Code: 452. DB::Exception: Setting max_execution_time shouldn't be greater than 30. (SETTING_CONSTRAINT_VIOLATION) (version 25.8.1.1)",
      "error sql-limit  figures: the server allows less than 'limits' asks for: Setting max_execution_time shouldn't be greater than 30. Lower it in the declaration.",
    ],
    [0, '<html>Bad Gateway</html>', 'error sql-connection  figures: there is no ClickHouse that answers (<html>Bad Gateway</html>)'],
  ])('says what is wrong: %i', async (_code, body, expected) => {
    const { url } = await server({ status: 500, body });
    expect(await findingsOf(() => fetchedCsv(of({ url })))).toContain(expected);
  });
});
