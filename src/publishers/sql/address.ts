import { isAbsolute, join } from 'node:path';
import type { Fetched } from '../publisher-kind.ts';
import { clickhouseAddress, type SqlFetch } from './fetch-block.ts';
import { sqlFault } from './sql-finding.ts';

/** The folder or the server, from the declaration or from the environment. @throws Fault where neither has it */
export function addressOf({ name, fetch: { engine, folder, url } }: Fetched<SqlFetch>): string {
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
  const checked = clickhouseAddress.safeParse(address);
  if (checked.success) return address;
  const [{ message }] = checked.error.issues;
  throw sqlFault(
    'environment',
    { resource: name, address: 'MTM_CLICKHOUSE_URL' },
    `it is no address of a server: ${message}`,
    'Correct it.',
  );
}
