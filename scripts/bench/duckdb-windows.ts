/** The same columns by window functions of DuckDB, over a table in its memory. */
import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, DuckDBInstance, INTEGER } from '@duckdb/node-api';

/** Rows that a chunk of DuckDB holds. */
const CHUNK = 2048;

export interface WindowQueries {
  /** The sum of all values of a column, and how many there are: all are computed, none is handed over. */
  total(expression: string): Promise<{ sum: number; count: number }>;
  /** The column of one series; NaN for null. */
  column(expression: string, series: number): Promise<Float64Array>;
  close(): void;
}

/** @param list the series, one row a value: `series`, `day` and `value` */
export async function windowQueries(list: readonly Float64Array[]): Promise<WindowQueries> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run('CREATE TABLE closes (series INTEGER, day INTEGER, value DOUBLE)');
  await fill(connection, list);
  const select = (expression: string, where: string): string => `SELECT series, day, ${expression} AS x FROM closes ${where}`;
  return {
    async total(expression) {
      const reader = await connection.runAndReadAll(`SELECT sum(x)::DOUBLE, count(x)::INTEGER FROM (${select(expression, '')})`);
      const [[sum, count]] = reader.getRows();
      return { sum: Number(sum), count: Number(count) };
    },
    async column(expression, series) {
      const reader = await connection.runAndReadAll(`${select(expression, `WHERE series = ${series}`)} ORDER BY day`);
      return Float64Array.from(reader.getRows(), ([, , value]) => (value === null ? Number.NaN : Number(value)));
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function fill(connection: DuckDBConnection, list: readonly Float64Array[]): Promise<void> {
  const appender = await connection.createAppender('closes');
  for (const [series, values] of list.entries()) {
    for (let from = 0; from < values.length; from += CHUNK) {
      const part = [...values.subarray(from, from + CHUNK)];
      const chunk = DuckDBDataChunk.create([INTEGER, INTEGER, DOUBLE], part.length);
      chunk.setColumns([part.map(() => series), part.map((_value, k) => from + k), part]);
      appender.appendDataChunk(chunk);
    }
  }
  appender.flushSync();
  appender.closeSync();
}
