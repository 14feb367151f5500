/**
 * A ClickHouse server or cluster, through its own client over HTTP. Who asks stands in the environment only. The query can't write, is
 * limited in time and rows, and no setting of the server's may leave out rows in silence.
 */
import { type ClickHouseClient, ClickHouseLogLevel, type ClickHouseSettings, createClient } from '@clickhouse/client';
import { parseAnswer } from './answer.ts';
import { clickhouseFault } from './clickhouse-fault.ts';
import { literal, parameterType, parameterValue } from './clickhouse-values.ts';
import { tooManyRows } from './limit-faults.ts';
import { replacePlaceholders } from './placeholders.ts';
import type { SqlEngine, SqlLimits, SqlQuestion } from './question.ts';
import { sqlFault } from './sql-finding.ts';

/** So long after the server should have stopped by itself, in milliseconds. */
const GRACE = 5000;

/** With these values, what is too much is an error. With others, the rows so far would be the answer. */
const WHOLE: Readonly<Record<string, string>> = {
  read_overflow_mode: 'throw',
  group_by_overflow_mode: 'throw',
  sort_overflow_mode: 'throw',
  distinct_overflow_mode: 'throw',
  join_overflow_mode: 'throw',
  set_overflow_mode: 'throw',
  result_overflow_mode: 'throw',
  timeout_overflow_mode: 'throw',
  skip_unavailable_shards: '0',
};

export const engine: SqlEngine = {
  async ask(question, signal) {
    const { MTM_CLICKHOUSE_USER: username = 'default', MTM_CLICKHOUSE_PASSWORD: password = '' } = process.env;
    const client = createClient({
      url: question.address,
      username,
      password,
      application: 'marked-to-market',
      request_timeout: question.limits.seconds * 1000 + GRACE,
      keep_alive: { enabled: false },
      log: { level: ClickHouseLogLevel.OFF },
    });
    try {
      return await answer(client, question, username, signal);
    } catch (failure) {
      signal?.throwIfAborted();
      throw clickhouseFault(failure, question, username);
    } finally {
      await client.close();
    }
  },
};

async function answer(client: ClickHouseClient, question: SqlQuestion, username: string, signal?: AbortSignal): Promise<string> {
  const server = await serverOf(client, signal);
  const settings = settingsFor(question, server, username);
  const query = question.query.replace(/;\s*$/, '');
  const values = [...question.values];
  const ask = (text: string): Promise<string> =>
    textOf(client, signal, {
      query: replacePlaceholders(text, (name) => {
        const value = question.values.get(name);
        if (!value) return `$${name}`;
        return server.takesParameters ? `{${name}:${parameterType(value)}}` : literal(value);
      }),
      query_params: server.takesParameters ? Object.fromEntries(values.map(([name, value]) => [name, parameterValue(value)])) : undefined,
      clickhouse_settings: settings,
    });
  const described = parseAnswer(await ask(`DESCRIBE TABLE (${query}\n)`));
  question.check(described.rows.map(([name, type]) => ({ name: name ?? '', type: type ?? '' })));
  const text = await ask(`${query}\n`);
  const rows = text.split('\n').length - 3;
  if (rows <= question.limits.rows) return text;
  throw tooManyRows(question);
}

async function textOf(
  client: ClickHouseClient,
  abort_signal: AbortSignal | undefined,
  asked: { query: string; query_params?: Record<string, unknown>; clickhouse_settings?: ClickHouseSettings },
): Promise<string> {
  const result = await client.query({ ...asked, format: 'TabSeparatedWithNamesAndTypes', abort_signal });
  return result.text();
}

interface Server {
  /** The settings that it knows, with the values they have for this user. */
  settings: ReadonlyMap<string, string>;
  /** False before `{name:Type}` was there: values are then written into the query. */
  takesParameters: boolean;
}

async function serverOf(client: ClickHouseClient, signal?: AbortSignal): Promise<Server> {
  const query = "SELECT name, value FROM system.settings UNION ALL SELECT 'version' AS name, version() AS value";
  const { rows } = parseAnswer(await textOf(client, signal, { query }));
  const settings = new Map(rows.map(([name, value]) => [name ?? '', value ?? '']));
  return { settings, takesParameters: Number.parseInt(settings.get('version') ?? '', 10) >= 20 };
}

/**
 * What the request sets, of what the server knows. A user whose profile is `readonly = 2` may not set `readonly`, one whose profile is
 * `readonly = 1` may set nothing: then the profile itself must not leave out rows.
 * @throws Fault where it does
 */
function settingsFor(question: SqlQuestion, { settings }: Server, username: string): ClickHouseSettings {
  const profile = settings.get('readonly') ?? '0';
  if (profile === '1') {
    const partial = Object.entries(WHOLE).filter(([name, value]) => (settings.get(name) ?? value) !== value);
    if (partial.length === 0) return { wait_end_of_query: 1 };
    const told = partial.map(([name]) => `${name} is ${settings.get(name)}`).join(', ');
    throw sqlFault(
      'read-only',
      question,
      `the profile of the user '${username}' may leave out rows without a word: ${told}`,
      `Have it set to ${partial.map(([name, value]) => `${name} = ${value}`).join(', ')}, or the profile to readonly = 2.`,
    );
  }
  const wanted: Record<string, string | number | undefined> = {
    ...WHOLE,
    ...(profile === '0' ? { readonly: 1 } : {}),
    ...limitSettings(question.limits),
    cancel_http_readonly_queries_on_client_close: 1,
  };
  const known = Object.entries(wanted).filter(([name, value]) => value !== undefined && settings.has(name));
  // The whole answer is computed before its first byte is sent, so that an error never follows half of it.
  return { ...Object.fromEntries(known), wait_end_of_query: 1 };
}

function limitSettings({ seconds, rows, memory, threads }: SqlLimits): Record<string, string | number | undefined> {
  return {
    max_execution_time: seconds,
    max_result_rows: String(rows),
    max_memory_usage: memory === undefined ? undefined : String(memory * 1_000_000),
    max_threads: threads,
  };
}
