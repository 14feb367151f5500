import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kind as csv } from '../../src/publishers/kinds/csv.ts';
import { temporaryFolder } from '../support/command.ts';
import { bodyOf, caseFile, csvOf, findingsOf, resourceOf } from './resource.ts';

const declaration = {
  kind: 'csv',
  url: 'https://example.org/copper.csv',
  date: { column: 'Date', format: 'YYYY-MM-DD' },
  series: { copper: 'Price' },
} as const;
const plain = resourceOf(csv, declaration);
const german = resourceOf(csv, {
  ...declaration,
  date: { column: 'Tag', format: 'DD.MM.YYYY' },
  series: { stock: 'Lager (kg)', price: 'Preis' },
  delimiter: ';',
  decimalMark: ',',
  missing: ['n. v.'],
});
const parse = (content: string | Uint8Array, resource = plain): string => csvOf(csv.parse([bodyOf('copper', content)], resource));

describe('any CSV', () => {
  it('may have a byte order mark, CRLF, semicolons, decimal commas and a word for what is missing', () => {
    expect(parse(caseFile('csv', 'stocks-of-copper.csv'), german)).toBe('date,stock,price\n2024-07-15,1250.5,\n2024-07-16,1300,9.70\n');
  });

  it('keeps the text of its values where nothing is declared', () => {
    expect(parse('Date,Price\n2024-07-16,4.500\n')).toBe('date,copper\n2024-07-16,4.500\n');
  });

  it('is brought to its unit exactly, then to its decimals', () => {
    const cents = resourceOf(csv, { ...declaration, factor: 0.01, decimals: 3 });
    expect(parse('Date,Price\n2024-07-16,449.25\n2024-07-17,7\n', cents)).toBe('date,copper\n2024-07-16,4.493\n2024-07-17,0.070\n');
  });

  it('may be in any order and have other columns', () => {
    expect(parse('Note,Price,Date\n"a, b",2,2024-07-16\n,1,2024-07-15\n')).toBe('date,copper\n2024-07-15,1\n2024-07-16,2\n');
  });

  it('may be a folder of files, read in the order of their names', () => {
    const folder = temporaryFolder();
    for (const name of ['b.csv', 'a.csv', 'notes.txt']) writeFileSync(join(folder, name), '');
    const inFolder = resourceOf(csv, { ...declaration, url: undefined, folder });
    expect(csv.requests(inFolder, { from: 0, until: 0, sessions: [] }).map(({ address }) => address)).toEqual([
      join(folder, 'a.csv'),
      join(folder, 'b.csv'),
    ]);
  });

  it.each(['empty', 'missing'])('is asked for where its folder is %s', async (state) => {
    const folder = state === 'empty' ? temporaryFolder() : join(temporaryFolder(), 'missing');
    const inFolder = resourceOf(csv, { ...declaration, url: undefined, folder });
    expect(await findingsOf(() => csv.requests(inFolder, { from: 0, until: 0, sessions: [] }))).toBe(
      `${folder}  error folder  there is no CSV for figures in this folder. Put one there, or change 'folder' in its declaration.`,
    );
  });

  it.each([
    ['a column misspelt', 'Date,Prise\n2024-07-16,4\n', "copper.csv:1  error header  there is no column 'Price'. Did you mean 'Prise'?"],
    [
      'a word for a number',
      'Date,Price\n2024-07-16,n.a.\n',
      "copper.csv:2  error number  'n.a.' in column Price is not a number. If it stands for a missing value, list it under 'missing'",
    ],
    ['a thousands mark', 'Date,Price\n2024-07-16,"1,200"\n', "'1,200' in column Price is not a number."],
    ['another form of date', 'Date,Price\n16/07/2024,4\n', "copper.csv:2  error date  '16/07/2024' is not a date of the form YYYY-MM-DD."],
    ['duplicated rows', 'Date,Price\n2024-07-16,4\n2024-07-16,4\n', 'copper.csv:3  error duplicate-date  2024-07-16 stands twice'],
    ['a row cut off', 'Date,Price\n2024-07-16\n', 'copper.csv:2  error row  the row has 1 cells, the header 2'],
    ['open quotes', 'Date,Price\n"2024-07-16,4\n', 'error csv  this is not a CSV'],
  ])('is refused with %s', async (_what, text, finding) => {
    expect(await findingsOf(() => parse(text))).toContain(finding);
  });

  it('is refused with a decimal point where a comma is declared', async () => {
    expect(await findingsOf(() => parse('Tag;Lager (kg);Preis\n16.07.2024;1.300,5;9,70\n', german))).toContain(
      "'1.300,5' in column Lager (kg)",
    );
    expect(await findingsOf(() => parse('Tag;Lager (kg);Preis\n16.07.2024;1300;9.70\n', german))).toContain("'9.70' in column Preis");
  });

  it.each([
    ['Latin-1', Buffer.from('Date,Price\n2024-07-15,4\n2024-07-16,4 \xa3\n', 'latin1'), 'copper.csv:3  error encoding'],
    ['UTF-16', Buffer.from('\ufeffDate,Price\n', 'utf16le'), 'copper.csv:1  error encoding'],
  ])('is refused in %s, with the line', async (_encoding, bytes, finding) => {
    expect(await findingsOf(() => parse(bytes))).toContain(finding);
  });
});
