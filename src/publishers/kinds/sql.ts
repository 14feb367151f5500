/**
 * A query where the raw data lie, too many to be fetched: DuckDB in this process over Parquet and CSV files, or a ClickHouse server.
 * One row a day comes back. Engines are loaded when they are asked, and only then.
 */
import type { PublisherKind } from '../publisher-kind.ts';
import { addressOf } from '../sql/address.ts';
import { columnPlaces } from '../sql/columns.ts';
import { type SqlFetch, sqlSchema } from '../sql/fetch-block.ts';
import type { SqlEngine, SqlQuestion } from '../sql/question.ts';
import { rowsOf, wantedOf } from '../sql/rows.ts';
import { type SqlAsked, sqlFault } from '../sql/sql-finding.ts';
import { valuesFor } from '../sql/values.ts';
import { tableOfRows } from '../table-of-rows.ts';

export const kind: PublisherKind<SqlFetch> = {
  schema: sqlSchema,
  docs: {
    asked: 'one query, over the whole history or over its end',
    knows:
      'files too large for memory (DuckDB) and clusters (ClickHouse); only reads; limits of memory, disk, time and rows; floating point, NULL and times of day are refused until they are declared or cast',
    options: '[raw-data.md](raw-data.md)',
  },
  asksFrom: (missingFrom, { lookBack }) => (lookBack === undefined ? null : missingFrom - lookBack),

  requests(resource, span) {
    const { name, fetch } = resource;
    const { engine, query, files, limits, parameters } = fetch;
    const asked = { resource: name, address: addressOf(resource) };
    const check: SqlQuestion['check'] = (columns) => void columnPlaces(columns, wantedOf(resource), asked);
    const question = { ...asked, query, files, limits, values: valuesFor(parameters, span), check };
    const ask = async (signal?: AbortSignal): Promise<Uint8Array> =>
      Buffer.from(await (await engineNamed(engine, asked)).ask(question, signal));
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

/** @throws Fault where the machine can't run it */
async function engineNamed(name: SqlFetch['engine'], asked: SqlAsked): Promise<SqlEngine> {
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
