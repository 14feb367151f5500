/**
 * Real ClickHouse servers on addresses of this machine, each with ports, folders and users of its own, ended when the tests of a file
 * are over. Where the program is not installed, `installed` is null and the tests say so.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The program, or null. */
export const installed =
  [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/bin'].map((folder) => join(folder, 'clickhouse-server')).find(existsSync) ??
  null;

export const PASSWORD = 'kept in the environment';

export interface ClickHouse {
  /** Of each server. */
  urls: string[];
  /** Has a server do something, as a user who may. */
  tell(server: number, statement: string, rows?: string): Promise<string>;
  /** Ends one server, or all. */
  end(server?: number): Promise<void>;
}

const ADDRESSES = ['127.0.0.1', '127.0.0.2'];

/** Two servers that are the two shards of the cluster `shards`. */
export async function startShards(): Promise<ClickHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'mtm-clickhouse-'));
  const shards = await Promise.all(ADDRESSES.map(async (host) => ({ host, http: await freePort(host), tcp: await freePort(host) })));
  writeFileSync(join(folder, 'users.xml'), USERS);
  const servers = shards.map(({ host, http, tcp }, index) => {
    const own = join(folder, String(index));
    for (const name of ['data', 'tmp', 'files', 'formats']) mkdirSync(join(own, name), { recursive: true });
    const cluster = shards.map((shard) => `<shard><replica><host>${shard.host}</host><port>${shard.tcp}</port></replica></shard>`);
    writeFileSync(
      join(own, 'config.xml'),
      `<yandex>
  <logger><level>warning</level><log>${own}/log</log><errorlog>${own}/errors</errorlog></logger>
  <listen_host>${host}</listen_host><http_port>${http}</http_port><tcp_port>${tcp}</tcp_port>
  <path>${own}/data/</path><tmp_path>${own}/tmp/</tmp_path><user_files_path>${own}/files/</user_files_path>
  <format_schema_path>${own}/formats/</format_schema_path>
  <users_config>${folder}/users.xml</users_config><default_profile>default</default_profile><default_database>default</default_database>
  <mark_cache_size>16777216</mark_cache_size><timezone>UTC</timezone>
  <remote_servers><shards>${cluster.join('')}</shards></remote_servers>
</yandex>`,
    );
    return spawn(String(installed), [`--config-file=${own}/config.xml`], { stdio: 'ignore' });
  });
  const urls = shards.map(({ host, http }) => `http://${host}:${http}`);
  const end = async (server?: number): Promise<void> => {
    await Promise.all((server === undefined ? servers : [servers[server]]).map(ended));
    if (server === undefined) rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all(urls.map((url, index) => answering(url, servers[index], join(folder, String(index), 'errors'))));
  } catch (failure) {
    await end();
    throw failure;
  }
  return { urls, end, tell: (server, statement, rows) => tell(urls[server], statement, rows) };
}

async function tell(url: string, statement: string, rows?: string): Promise<string> {
  const response = await fetch(`${url}/?query=${encodeURIComponent(statement)}`, { method: 'POST', body: rows ?? '' });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

async function answering(url: string, server: ChildProcess, errors: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) break;
    const isThere = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`clickhouse-server does not answer: ${existsSync(errors) ? readFileSync(errors, 'utf8') : 'no errors were written'}`);
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill('SIGKILL');
  await gone;
}

async function freePort(host: string): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** `default` sets the tables up; the others are those a desk may ask as. */
const USERS = `<yandex>
  <profiles>
    <default><max_memory_usage>400000000</max_memory_usage></default>
    <limited><readonly>2</readonly></limited>
    <reader><readonly>1</readonly></reader>
    <partial><readonly>1</readonly><skip_unavailable_shards>1</skip_unavailable_shards></partial>
  </profiles>
  <users>
    <default><password></password><networks><ip>127.0.0.0/8</ip></networks><profile>default</profile><quota>default</quota></default>
    ${['desk', 'limited', 'reader', 'partial']
      .map(
        (name) =>
          `<${name}><password>${PASSWORD}</password><networks><ip>127.0.0.0/8</ip></networks><profile>${name === 'desk' ? 'default' : name}</profile><quota>default</quota></${name}>`,
      )
      .join('\n    ')}
  </users>
  <quotas><default></default></quotas>
</yandex>`;
