import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOfTable, tableOfColumns } from '../../src/data/columns.ts';
import { plainColumns, readCsvColumns } from '../../src/data/csv-columns.ts';
import { isoOf } from '../../src/data/day.ts';
import { parseTable } from '../../src/data/table.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const slowly = (text: string) => columnsOfTable(parseTable(text, 'x.csv'));

/** What comes of it, or what is said of it. */
function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (fault) {
    return (fault as Error).message;
  }
}

const number = fc.oneof(
  fc.integer().map(String),
  fc
    .tuple(fc.constantFrom('', '-'), fc.integer({ min: 0, max: 99999 }), fc.stringMatching(/^\d{1,20}$/))
    .map(([sign, a, b]) => `${sign}${a}.${b}`),
  fc.stringMatching(/^\d{14,25}$/),
  fc.constantFrom('', '-0', '0.0', '007'),
);
const date = fc.integer({ min: -719_162, max: 2_932_896 }).map(isoOf);
const row = (width: number) =>
  fc.tuple(date, fc.array(number, { minLength: width, maxLength: width })).map(([day, cells]) => [day, ...cells].join());
const table = fc
  .integer({ min: 1, max: 3 })
  .chain((width) =>
    fc
      .tuple(fc.array(row(width), { maxLength: 8 }), fc.constantFrom('\n', ''))
      .map(([rows, end]) => [`date,${['a', 'b_2', 'c'].slice(0, width).join()}`, ...rows].join('\n') + (rows.length === 0 ? '\n' : end)),
  );

describe('a CSV read in one pass', () => {
  it('gives what the reader of tables gives', () => {
    fc.assert(
      fc.property(table, (text) => {
        expect(plainColumns(bytesOf(text))).toEqual(slowly(text));
      }),
    );
  });

  it('damaged anywhere, it gives what that gives, or says what that says', () => {
    const damage = fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom('', ',', '"', '\n', '\r', '\r\n', '.', '-', 'x', ' ', '9', '1e3', 'é'));
    fc.assert(
      fc.property(table, damage, (text, [where, length, instead]) => {
        const at = where % text.length;
        const damaged = text.slice(0, at) + instead + text.slice(at + length);
        expect(outcome(() => readCsvColumns(bytesOf(damaged), 'x.csv'))).toEqual(outcome(() => slowly(damaged)));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['line ends of Windows', 'date,a\r\n2024-07-16,1\r\n'],
    ['an empty line', 'date,a\n\n2024-07-16,1\n'],
    ['quotation marks', 'date,"a"\n"2024-07-16","1"\n'],
  ])('%s: the reader of tables takes it', (_what, text) => {
    expect(plainColumns(bytesOf(text))).toBeNull();
    expect(readCsvColumns(bytesOf(text), 'x.csv')).toEqual(slowly('date,a\n2024-07-16,1\n'));
  });

  it.each(['2024-02-30', '2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-01-00', '2024-04-31'])('%s is no date', (day) => {
    expect(() => readCsvColumns(bytesOf(`date,a\n${day},1\n`), 'x.csv')).toThrow(`x.csv:2:1  error date  '${day}' is not a date.`);
  });

  it('is how all tables of the project are read', () => {
    const folder = 'data/snapshots/2026-08-21';
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.csv')))
      expect(plainColumns(readFileSync(`${folder}/${file}`)), file).not.toBeNull();
  });
});

describe('columns as texts', () => {
  it('give the same columns back, without an exponent', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.double({ noDefaultInfinity: true }), fc.constant(Number.NaN))), (values) => {
        const columns = { names: ['a'], days: Int32Array.from(values, (_value, k) => k), values: [Float64Array.from(values)] };
        expect(columnsOfTable(tableOfColumns(columns))).toEqual(columns);
        for (const [cell] of tableOfColumns(columns).cells) expect(cell).not.toContain('e');
      }),
    );
  });
});
