/**
 * DuckDB in this process, over files where they lie. The database is in memory and sees one folder, for reading; what the query may
 * use is limited before anything of it is run. This file is imported where a query is asked, so that nothing else loads the library.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  BIGINT,
  DATE,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBInstance,
  type DuckDBPreparedStatement,
  type DuckDBResult,
  type DuckDBType,
  type DuckDBValue,
  LIST,
  listValue,
  StatementType,
  VARCHAR,
} from '@duckdb/node-api';
import { dayOf } from '../../data/day.ts';
import { formatAnswer } from './answer.ts';
import type { SqlColumn } from './columns.ts';
import { duckdbFault } from './duckdb-fault.ts';
import { tooManyRows } from './limit-faults.ts';
import type { SqlEngine, SqlQuestion, SqlValue } from './question.ts';
import { sqlFault } from './sql-finding.ts';

/** In MB: with the program's own, a refresh stays well below one gigabyte. */
const MEMORY = 512;
const TEMPORARY = 8192;

export const engine: SqlEngine = {
  async ask(question, signal) {
    const folder = folderOf(question);
    const temporary = mkdtempSync(join(tmpdir(), 'mtm-sql-'));
    const { memory = MEMORY, temporary: spill = TEMPORARY, threads, seconds } = question.limits;
    const instance = await DuckDBInstance.create(':memory:', {
      memory_limit: `${memory}MB`,
      temp_directory: temporary,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      preserve_insertion_order: 'false',
      ...(threads === undefined ? {} : { threads: String(threads) }),
    });
    const connection = await instance.connect();
    const deadline = AbortSignal.timeout(seconds * 1000);
    const stopped = signal ? AbortSignal.any([deadline, signal]) : deadline;
    const stop = (): void => connection.interrupt();
    stopped.addEventListener('abort', stop);
    try {
      // Given with the others above, this one is taken and not kept to.
      await connection.run(`SET max_temp_directory_size = '${spill}MB'`);
      await lockDown(connection, folder, question.files);
      stopped.throwIfAborted();
      return await answer(connection, question, stopped);
    } catch (failure) {
      signal?.throwIfAborted();
      throw duckdbFault(failure, question, deadline.aborted);
    } finally {
      stopped.removeEventListener('abort', stop);
      connection.closeSync();
      instance.closeSync();
      rmSync(temporary, { recursive: true, force: true });
    }
  },
};

/** @throws Fault where there is no such folder */
function folderOf(question: SqlQuestion): string {
  const folder = resolve(question.address);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw sqlFault(
    'files',
    question,
    'there is no such folder',
    "Put the files there, or change 'folder' in the declaration or the environment variable MTM_RAW.",
  );
}

/** Files become tables; then the folder is all that can be read, and no setting can be changed any more. */
async function lockDown(connection: DuckDBConnection, folder: string, files: SqlQuestion['files']): Promise<void> {
  // A moment's day must not depend on where the machine is.
  await connection.run("SET TimeZone = 'UTC'");
  await connection.run(`SET allowed_directories = [${quoted(join(folder, '/'))}]`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
  for (const [name, path] of Object.entries(files)) {
    const reader = path.endsWith('.parquet') ? 'read_parquet' : 'read_csv';
    await connection.run(`CREATE TEMP VIEW "${name}" AS SELECT * FROM ${reader}(${quoted(join(folder, path))})`);
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

async function answer(connection: DuckDBConnection, question: SqlQuestion, stopped: AbortSignal): Promise<string> {
  const { query, check, limits } = question;
  const statements = await connection.extractStatements(query);
  const statement = statements.count === 1 ? await statements.prepare(0) : null;
  if (statement?.statementType !== StatementType.SELECT) {
    throw sqlFault('read-only', question, 'the query is not one SELECT', 'Write one statement that reads, and nothing else.');
  }
  bind(statement, question.values);
  // The same query without a row: its columns are known before any data are read.
  const empty = await connection.prepare(`SELECT * FROM (${query.replace(/;\s*$/, '')}\n) LIMIT 0`);
  bind(empty, question.values);
  check(columnsOf(await empty.run()));
  const result = await statement.stream();
  const rows: (string | null)[][] = [];
  for (;;) {
    stopped.throwIfAborted();
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return formatAnswer({ columns: columnsOf(result), rows });
    for (const row of chunk.getRows()) rows.push(row.map(textOf));
    if (rows.length > limits.rows) throw tooManyRows(question);
  }
}

function columnsOf(result: DuckDBResult): SqlColumn[] {
  const types = result.columnTypes().map(String);
  return result.columnNames().map((name, index) => ({ name, type: types[index] }));
}

function bind(statement: DuckDBPreparedStatement, values: SqlQuestion['values']): void {
  const bound = Array.from({ length: statement.parameterCount }, (_, index) => statement.parameterName(index + 1)).flatMap((name) => {
    const value = values.get(name);
    return value ? [[name, boundValue(value), boundType(value)] as const] : [];
  });
  statement.bind(
    Object.fromEntries(bound.map(([name, value]) => [name, value])),
    Object.fromEntries(bound.map(([name, , type]) => [name, type])),
  );
}

const TYPES = { day: DATE, text: VARCHAR, whole: BIGINT, fraction: DOUBLE } as const;

const boundType = ({ type, isList }: SqlValue): DuckDBType => (isList ? LIST(TYPES[type]) : TYPES[type]);

function boundValue({ type, isList, values }: SqlValue): DuckDBValue {
  const own = values.map((value): DuckDBValue => {
    if (type === 'day') return new DuckDBDateValue(dayOf(String(value)));
    return type === 'whole' ? BigInt(value) : value;
  });
  return isList ? listValue(own) : own[0];
}

/** Whole numbers, decimals and days are exact as text. */
function textOf(value: DuckDBValue): string | null {
  return value === null ? null : String(value);
}
