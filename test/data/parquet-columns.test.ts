import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsvColumns } from '../../src/data/csv-columns.ts';
import { parquetOf, readParquetColumns } from '../../src/data/parquet-columns.ts';
import { error, Fault } from '../../src/finding.ts';

const CSV = 'date,a,b\n2024-07-15,2187.02,\n2024-07-16,2263.67,-1\n2024-07-17,0.1,1000000\n';
const columns = readCsvColumns(new TextEncoder().encode(CSV), 'x.csv');

describe('a table written as Parquet', () => {
  it('comes back as it was, from the same bytes', () => {
    const column = (length: number) =>
      fc.array(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(Number.NaN)), {
        minLength: length,
        maxLength: length,
      });
    const tables = fc.nat(40).chain((length) =>
      fc.record({
        names: fc.constant(['a', 'b']),
        days: fc
          .array(fc.integer({ min: -10_000, max: 40_000 }), { minLength: length, maxLength: length })
          .map((days) => Int32Array.from(days)),
        values: fc.tuple(column(length), column(length)).map((lists) => lists.map((list) => Float64Array.from(list))),
      }),
    );
    fc.assert(
      fc.property(tables, (table) => {
        const bytes = parquetOf(table);
        expect(readParquetColumns(bytes, 'x.parquet')).toEqual(table);
        expect(parquetOf(table)).toEqual(bytes);
      }),
    );
  });

  it('that was cut or damaged is refused, never half read', () => {
    const bytes = parquetOf(columns);
    for (let length = 0; length < bytes.length; length++)
      expect(() => readParquetColumns(bytes.subarray(0, length), 'x.parquet'), String(length)).toThrow(
        /^x\.parquet {2}error parquet {2}the file can't be read as Parquet: /,
      );
  });
});

describe('Parquet that DuckDB wrote', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mtm-parquet-'));
    writeFileSync(join(folder, 'x.csv'), CSV);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function written(select: string, options = ''): Promise<Uint8Array> {
    const path = join(folder, 'x.parquet');
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(`COPY (SELECT ${select} FROM read_csv('${join(folder, 'x.csv')}')) TO '${path}' (FORMAT parquet${options})`);
    connection.closeSync();
    instance.closeSync();
    return readFileSync(path);
  }

  it.each([
    ['doubles', 'date, a, b::DOUBLE AS b', ''],
    ['whole numbers', 'date, a, b::BIGINT AS b', ', CODEC zstd'],
    ['small ones', 'date, a, b::INTEGER AS b', ', CODEC gzip'],
    ['decimals', 'date, a::DECIMAL(12, 2) AS a, b', ', CODEC brotli'],
    ['no compression, the second version', 'date, a, b', ', CODEC uncompressed, PARQUET_VERSION v2'],
  ])('%s', async (_what, select, options) => expect(readParquetColumns(await written(select, options), 'x.parquet')).toEqual(columns));

  it('of many groups of rows', async () => {
    const path = join(folder, 'x.csv');
    const days = Array.from({ length: 5000 }, (_day, k) => new Date(k * 86_400_000).toISOString().slice(0, 10));
    const text = `date,a\n${days.map((day, k) => `${day},${k % 7 === 0 ? '' : k / 4}\n`).join('')}`;
    writeFileSync(path, text);
    const bytes = await written('*', ', ROW_GROUP_SIZE 2048');
    writeFileSync(path, CSV);
    expect(readParquetColumns(bytes, 'x.parquet')).toEqual(readCsvColumns(new TextEncoder().encode(text), 'x.csv'));
  });

  it.each([
    ['a, date', 'header', "the first column must be 'date', followed by at least one series. There are: a, date."],
    ['date::TIMESTAMP AS date, a', 'parquet', /^the column date is .*\. Write days as DATE\.$/],
    ['date, a::FLOAT AS a', 'parquet', 'the column a is FLOAT. Write numbers as DOUBLE, INT32, INT64 or DECIMAL of up to 18 digits.'],
    [
      'date, a::VARCHAR AS a, [b] AS b',
      'parquet',
      'the column a is UTF8. Write numbers as DOUBLE, INT32, INT64 or DECIMAL of up to 18 digits.',
    ],
    [
      'date, a::DECIMAL(38, 2) AS a',
      'parquet',
      'the column a is DECIMAL. Write numbers as DOUBLE, INT32, INT64 or DECIMAL of up to 18 digits.',
    ],
    ["date, 'NaN'::DOUBLE AS a", 'number', 'row 1 has NaN in column a. Leave it null where a value is missing.'],
    ["NULLIF(date, '2024-07-16') AS date, a", 'date', 'row 2 has no date.'],
  ])('%s is refused', async (select, rule, message) => {
    const bytes = await written(select);
    let found: unknown;
    try {
      readParquetColumns(bytes, 'x.parquet');
    } catch (fault) {
      found = fault instanceof Fault ? fault.findings[0] : fault;
    }
    expect(found).toMatchObject({
      ...error(rule, { path: 'x.parquet' }, ''),
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    });
  });
});
