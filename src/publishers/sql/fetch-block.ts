/** The `fetch:` block of a query. */
import { isAbsolute, normalize } from 'node:path';
import { z } from 'zod';
import { webAddress } from '../../web-address.ts';
import { decimals, firstDay, seriesId } from '../fetch-keys.ts';
import { placeholdersIn } from './placeholders.ts';
import { sqlValueOf } from './values.ts';

const name = z.string().regex(/^[a-z][a-z0-9_]*$/, 'write a name of lower-case letters, digits and _, beginning with a letter');
const whole = z.int().positive();
const value = z.union([z.string(), z.number()]);

/** Without anything that says who asks, or how. */
export const clickhouseAddress = webAddress.refine(isPlain, {
  error: 'leave out user, password and what follows a ?: who asks stands in MTM_CLICKHOUSE_USER and MTM_CLICKHOUSE_PASSWORD',
});

/** The days that are wanted; both must stand in the query. */
const SPAN = ['from', 'until'] as const;

export const sqlSchema = z
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
    url: clickhouseAddress
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

export type SqlFetch = z.infer<typeof sqlSchema>;

const isSpan = (name: string): boolean => (SPAN as readonly string[]).includes(name);

function isPlain(address: string): boolean {
  if (!URL.canParse(address)) return true;
  const { username, password, search } = new URL(address);
  return username + password + search === '';
}

function isBelow(path: string): boolean {
  return !isAbsolute(path) && !normalize(path).split(/[/\\]/).includes('..');
}
