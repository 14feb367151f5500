/**
 * A query where the raw data lie, too many to be fetched: DuckDB in this process over Parquet and CSV files, or a ClickHouse server.
 * One row a day comes back. Engines are loaded when they are asked, and only then.
 */
import { isAbsolute, join, normalize } from 'node:path';
import { z } from 'zod';
import { dayOf, isIsoDate, isoOf } from '../../data/day.ts';
import { webAddress } from '../../web-address.ts';
import { utf8Text } from '../csv-rows.ts';
import { isDecimal, plainDecimal, withDecimals } from '../decimal-text.ts';
import { decimals, firstDay, seriesId } from '../fetch-keys.ts';
import type { Body, Fetched, PublisherKind, Span } from '../publisher-kind.ts';
import { FIRST_LINE, parseAnswer } from '../sql/answer.ts';
import { columnPlaces, type Wanted } from '../sql/columns.ts';
import { placeholdersIn } from '../sql/placeholders.ts';
import type { SqlEngine, SqlValue } from '../sql/question.ts';
import { type SqlAsked, sqlFault } from '../sql/sql-finding.ts';
import { type Row, tableOfRows } from '../table-of-rows.ts';

const name = z.string().regex(/^[a-z][a-z0-9_]*$/, 'write a name of lower-case letters, digits and _, beginning with a letter');
const whole = z.int().positive();
const value = z.union([z.string(), z.number()]);

/** The days that are wanted; both must stand in the query. */
const SPAN = ['from', 'until'] as const;

const schema = z
  .strictObject({
    kind: z.literal('sql').describe('A query where the raw data lie: DuckDB over Parquet and CSV files, or ClickHouse.'),
    firstDay,
    engine: z
      .enum(['duckdb', 'clickhouse'])
      .default('duckdb')
      .describe('`duckdb`, if left out: in this process, over files. `clickhouse`: a server or a cluster.'),
    folder: z
      .string()
      .optional()
      .describe(
        "Of DuckDB: the folder of the files. A relative one begins in the folder that the environment variable `MTM_RAW` names, or else at the project's top.",
      ),
    files: z
      .record(
        name,
        z.string().refine((path) => isBelow(path) && /\.(parquet|csv|csv\.gz)$/.test(path), {
          error: "write a path below the folder that ends with .parquet, .csv or .csv.gz; '*' and '**' stand for any names",
        }),
      )
      .default({})
      .describe('Of DuckDB: what the query may read, by the name it has there: `trades: trades/**/*.parquet`.'),
    url: webAddress
      .refine((address) => new URL(address).username === '' && new URL(address).password === '', {
        error: 'leave user and password out: they stand in MTM_CLICKHOUSE_USER and MTM_CLICKHOUSE_PASSWORD',
      })
      .optional()
      .describe('Of ClickHouse: the address of its HTTP interface. Left out, that in the environment variable `MTM_CLICKHOUSE_URL`.'),
    query: z
      .string()
      .describe(
        'One SELECT that gives a row a day. `$from` and `$until` stand for the first and the last day wanted, `$name` for a parameter.',
      ),
    parameters: z
      .record(name, z.union([value, z.array(value).min(1)]))
      .default({})
      .describe('Values for the query, each a text, a number or a list of them: `underlying: RUT`.'),
    date: z.string().default('date').describe('Name of the column with the days.'),
    series: z.record(seriesId, z.string()).describe('Name of a column a series: `rut_calls: calls`.'),
    decimals: decimals.optional(),
    nulls: z
      .enum(['refused', 'missing'])
      .default('refused')
      .describe('What a NULL is: an error, if left out, or `missing`, an empty cell.'),
    lookBack: z
      .int()
      .min(0)
      .optional()
      .describe(
        'How many days before the first missing one are asked for again, where older ones never change. Left out, the whole history is, every time.',
      ),
    limits: z
      .strictObject({
        memory: whole.optional().describe('Memory in MB. Left out, 512 for DuckDB, and what the server allows for ClickHouse.'),
        temporary: whole.optional().describe('Of DuckDB: what it may write to the disk while it works, in MB; 8192 if left out.'),
        threads: whole.optional().describe('Threads; one a core, if left out.'),
        seconds: whole.default(600).describe('Seconds until the whole answer must be there.'),
        rows: whole.default(40_000).describe('Rows of the answer.'),
      })
      .default({ seconds: 600, rows: 40_000 })
      .describe('What the query may use at most.'),
  })
  .superRefine(({ engine, folder, files, url, query, parameters }, context) => {
    const fault = (path: string[], message: string): void => context.addIssue({ code: 'custom', path, message });
    const used = new Set(placeholdersIn(query).map(({ name }) => name));
    const declared = Object.keys(parameters);
    for (const name of SPAN.filter((name) => !used.has(name)))
      fault(['query'], `it has no $${name}, so that days that are not wanted would be read. Write '… BETWEEN $from AND $until'`);
    for (const name of [...used].filter((name) => !declared.includes(name) && !isSpan(name)))
      fault(['query'], `'$${name}' has no value. Declare it under 'parameters'`);
    for (const name of declared) {
      if (isSpan(name)) fault(['parameters', name], 'it is the span of days, and has its value from the refresh');
      else if (!used.has(name)) fault(['parameters', name], `the query has no $${name}`);
      else if (sqlValueOf(parameters[name]) === null) fault(['parameters', name], 'write texts or numbers, and not both in one list');
    }
    if (engine === 'duckdb' && Object.keys(files).length === 0)
      fault(['files'], "name what the query reads: 'trades: trades/**/*.parquet'");
    if (engine === 'duckdb' && url !== undefined) fault(['url'], 'it is of ClickHouse. DuckDB reads files');
    if (engine === 'clickhouse' && (folder !== undefined || Object.keys(files).length > 0))
      fault([folder === undefined ? 'files' : 'folder'], 'it is of DuckDB. ClickHouse knows its tables');
  });

type Sql = z.infer<typeof schema>;

export const kind: PublisherKind<Sql> = {
  schema,
  docs: {
    asked: 'one query, over the whole history or over its end',
    knows:
      'files too large for memory (DuckDB) and clusters (ClickHouse); only reads; limits of memory, disk, time and rows; floating point, NULL and times of day are refused until they are declared or cast',
    options: '[raw-data.md](raw-data.md)',
  },
  asksFrom: (missingFrom, { lookBack }) => (lookBack === undefined ? null : missingFrom - lookBack),

  requests(resource, span) {
    const { fetch } = resource;
    const asked = { resource: resource.name, address: addressOf(resource) };
    const ask = async (signal?: AbortSignal): Promise<Uint8Array> => {
      const engine = await engineNamed(fetch.engine, asked);
      const { query, files, limits } = fetch;
      const check: Parameters<SqlEngine['ask']>[0]['check'] = (columns) => void columnPlaces(columns, wantedOf(resource), asked);
      return Buffer.from(await engine.ask({ ...asked, query, files, limits, values: valuesFor(fetch, span), check }, signal));
    };
    return [{ address: asked.address, form: 'tsv', key: 'query', ask }];
  },

  parse(bodies, resource) {
    const columns = resource.fields.map(({ name }) => name);
    return tableOfRows(
      columns,
      bodies.flatMap((body) => rowsOf(body, resource)),
    );
  },
};

const isSpan = (name: string): boolean => (SPAN as readonly string[]).includes(name);

function isBelow(path: string): boolean {
  return !isAbsolute(path) && !normalize(path).split(/[/\\]/).includes('..');
}

/** null where texts and numbers are mixed, or a number has no exact form. */
function sqlValueOf(written: Sql['parameters'][string]): SqlValue | null {
  const isList = Array.isArray(written);
  const values = isList ? written : [written];
  const texts = values.filter((value) => typeof value === 'string');
  if (texts.length === values.length) return { type: 'text', isList, values: texts };
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length !== values.length) return null;
  return { type: numbers.every(Number.isSafeInteger) ? 'whole' : 'fraction', isList, values: numbers };
}

function valuesFor({ parameters }: Sql, { from, until }: Span): Map<string, SqlValue> {
  const day = (value: number): SqlValue => ({ type: 'day', isList: false, values: [isoOf(value)] });
  const declared = Object.entries(parameters).flatMap(([name, written]): [string, SqlValue][] => {
    const value = sqlValueOf(written);
    return value ? [[name, value]] : [];
  });
  return new Map([['from', day(from)], ['until', day(until)], ...declared]);
}

/** The folder or the server, from the declaration or from the environment. @throws Fault where neither has it */
function addressOf({ name, fetch: { engine, folder, url } }: Fetched<Sql>): string {
  const { MTM_RAW, MTM_CLICKHOUSE_URL } = process.env;
  const missing = (key: string, variable: string): Error =>
    sqlFault(
      'environment',
      { resource: name, address: variable },
      `neither '${key}' in the declaration nor the environment variable ${variable} says where the data are`,
      'Set one of them.',
    );
  if (engine === 'duckdb') {
    if (folder === undefined && !MTM_RAW) throw missing('folder', 'MTM_RAW');
    return isAbsolute(folder ?? '') ? String(folder) : join(MTM_RAW ?? '', folder ?? '');
  }
  const address = url ?? MTM_CLICKHOUSE_URL;
  if (!address) throw missing('url', 'MTM_CLICKHOUSE_URL');
  const checked = schema.shape.url.safeParse(address);
  if (checked.success) return address;
  const [{ message }] = checked.error.issues;
  throw sqlFault(
    'environment',
    { resource: name, address: 'MTM_CLICKHOUSE_URL' },
    `it is no address of a server: ${message}`,
    'Correct it.',
  );
}

/** @throws Fault where the machine can't run it */
async function engineNamed(name: Sql['engine'], asked: SqlAsked): Promise<SqlEngine> {
  try {
    const { engine } = await (name === 'duckdb' ? import('../sql/duckdb.ts') : import('../sql/clickhouse.ts'));
    return engine;
  } catch (failure) {
    const said = failure instanceof Error ? failure.message.split('\n')[0] : String(failure);
    throw sqlFault(
      'environment',
      asked,
      `the library of ${name} can't be loaded on this machine: ${said}`,
      "Run 'npm ci' on a machine it supports.",
    );
  }
}

function wantedOf({ fields, fetch: { date, series, decimals } }: Fetched<Sql>): Wanted {
  return { date, values: fields.map(({ name }) => series[name]), isRounded: decimals !== undefined };
}

function rowsOf(body: Body, resource: Fetched<Sql>): Row[] {
  const { columns, rows } = parseAnswer(utf8Text(body));
  const asked = { resource: resource.name, address: body.address };
  const wanted = wantedOf(resource);
  const places = columnPlaces(columns, wanted, asked);
  const days = new Set<string | null>();
  return rows.map((cells, index) => {
    const line = index + FIRST_LINE;
    const date = cells[places.date];
    if (date === null || !isIsoDate(date)) {
      throw sqlFault(
        'date',
        asked,
        `'${wanted.date}' is ${date ?? 'NULL'}, not a day`,
        'Leave such rows out in the query, or cast to a date.',
        line,
      );
    }
    // A query without its GROUP BY gives thousands of them: the first is told.
    if (days.size === days.add(date).size) {
      throw sqlFault('date', asked, `${date} stands twice among the ${rows.length} rows`, 'Group the rows by day in the query.', line);
    }
    const values = places.values.map((place, series) => valueText(cells[place], wanted.values[series], date, resource, asked, line));
    return { day: dayOf(date), cells: values, place: { path: body.address, line } };
  });
}

function valueText(cell: string | null, column: string, date: string, { fetch }: Fetched<Sql>, asked: SqlAsked, line: number): string {
  if (cell === null) {
    if (fetch.nulls === 'missing') return '';
    const advice = "Give it a value in the query, or declare 'nulls: missing' if it stands for a missing one.";
    throw sqlFault('value', asked, `'${column}' is NULL on ${date}`, advice, line);
  }
  const text = plainDecimal(cell);
  if (!isDecimal(text))
    throw sqlFault('value', asked, `'${column}' is ${cell} on ${date}, not a number`, 'Leave it out in the query.', line);
  return fetch.decimals === undefined ? text : withDecimals(text, fetch.decimals);
}
