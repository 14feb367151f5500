import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readPublishers } from '../../src/publishers/declaration.ts';
import { temporaryFolder } from '../support/command.ts';
import { findingsOf, publisherOf } from './resource.ts';

const fetch = {
  kind: 'csv',
  url: 'https://example.org/a.csv',
  date: { column: 'Date', format: 'YYYY-MM-DD' },
  series: { copper: 'Price' },
};

/** The findings of a declaration with this `fetch`. */
function findings(changed: Record<string, unknown>, unit?: string): Promise<string> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'publishers'));
  const publisher = publisherOf(fetch as Parameters<typeof publisherOf>[0], unit);
  const resources = [{ ...publisher.resources[0], fetch: { firstDay: '1999-01-01', ...changed } }];
  writeFileSync(join(folder, 'publishers', 'nobody.yaml'), stringify({ ...publisher, resources }));
  return findingsOf(() => readPublishers(folder));
}

const sql = {
  kind: 'sql',
  files: { trades: 'trades/*.parquet' },
  query: 'SELECT day AS date, count(*) AS n FROM trades WHERE day BETWEEN $from AND $until GROUP BY 1',
  series: { copper: 'n' },
};

describe('a fetch block', () => {
  it('stands at the resources that may be collected automatically', () => {
    const kinds = readPublishers('data').flatMap(({ resources }) => resources.map(({ name, fetch }) => [name, fetch?.kind ?? 'by hand']));
    expect(Object.fromEntries(kinds)).toEqual({
      'us-equity-indices': 'cboe-index',
      'cboe-option-volume': 'cboe-option-volume',
      volatility: 'csv',
      'fed-funds-futures': 'by hand',
      'fed-decisions': 'by hand',
      'nasdaq-composite': 'by hand',
      'magnificent-seven': 'by hand',
      'russell-2000-etfs': 'by hand',
      'treasury-yields': 'treasury-yields',
    });
  });

  it.each([
    ['an unknown kind', { ...fetch, kind: 'excel' }, /fetch\.kind' is not right: the kinds are cboe-index, .*, csv, .*, treasury-yields\./],
    ['no kind', { ...fetch, kind: undefined }, /'resources\.0\.fetch\.kind' is missing/],
    [
      'an unknown key',
      { ...fetch, delimeter: ';' },
      /unknown key 'delimeter'\. Did you mean 'delimiter'\? Known keys: kind, firstDay, url,/,
    ],
    ['an unknown key within', { ...fetch, date: { ...fetch.date, zone: 'UTC' } }, /unknown key 'zone'\. Known keys: column, format/],
    ['a key of another kind', { ...fetch, frequency: 'daily' }, /unknown key 'frequency'/],
    ['neither url nor folder', { ...fetch, url: undefined }, /write either 'url' or 'folder'/],
    ['both', { ...fetch, folder: 'x' }, /write either 'url' or 'folder'/],
    ['a format that is none', { ...fetch, date: { column: 'Date', format: 'yyyy-mm-dd' } }, /write the format with YYYY/],
    [
      'a field that is not fetched',
      { ...fetch, series: {} },
      /'resources\.0\.fetch\.series' is not right: the field 'copper' is not among its series/,
    ],
    [
      'a series that is no field',
      { ...fetch, series: { copper: 'Price', tin: 'Tin' } },
      /'resources\.0\.fetch\.series\.tin' is not right: no field has this name/,
    ],
    [
      'an address with a final slash',
      { kind: 'cboe-index', url: 'https://example.org/', series: { copper: 'HG' }, decimals: 2 },
      /write the address without the final slash/,
    ],
    [
      'a query without its span',
      { ...sql, query: 'SELECT * FROM trades -- $from $until' },
      /query' is not right: it has no \$from, .*\n.*it has no \$until/,
    ],
    [
      'a value that is not declared',
      { ...sql, query: `${sql.query} -- \n HAVING count(*) > $least` },
      /'\$least' has no value\. Declare it under 'parameters'/,
    ],
    ['a value that is not used', { ...sql, parameters: { least: 5 } }, /parameters\.least' is not right: the query has no \$least/],
    ['a value for the span', { ...sql, parameters: { from: '2024-01-01' } }, /parameters\.from' is not right: it is the span of days/],
    [
      'texts and numbers in one list',
      { ...sql, query: `${sql.query} HAVING count(*) IN $some`, parameters: { some: ['a', 1] } },
      /parameters\.some' is not right: write texts or numbers, and not both/,
    ],
    [
      'a file outside of the folder',
      { ...sql, files: { trades: '../*.parquet' } },
      /files\.trades' is not right: write a path below the folder/,
    ],
    ['a file of another form', { ...sql, files: { trades: 'trades.xlsx' } }, /ends with \.parquet, \.csv or \.csv\.gz/],
    ['no file for DuckDB', { ...sql, files: {} }, /files' is not right: name what the query reads/],
    ['a server for DuckDB', { ...sql, url: 'https://example.org' }, /url' is not right: it is of ClickHouse/],
    ['files for ClickHouse', { ...sql, engine: 'clickhouse' }, /files' is not right: it is of DuckDB/],
    [
      'a password in the address',
      { ...sql, engine: 'clickhouse', files: undefined, url: 'https://me:secret@example.org' },
      /leave out user, password and what follows a \?: who asks stands in MTM_CLICKHOUSE_USER/,
    ],
    [
      'no address of a server',
      { ...sql, engine: 'clickhouse', files: undefined, url: 'clickhouse' },
      /url' is not right: write an address/,
    ],
    ['an unknown limit', { ...sql, limits: { ram: 5 } }, /unknown key 'ram'\. Known keys: memory, temporary, threads, seconds, rows/],
    [
      "Ken French's figures in points",
      { kind: 'ken-french', url: 'https://example.org/a.zip', series: { copper: 'HG' }, frequency: 'daily' },
      /Ken French's figures are in percent, and so must every field be/,
    ],
  ])('is refused with %s', async (_what, changed, expected) => {
    expect(await findings(changed)).toMatch(expected);
  });
});
