import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { kind as kenFrench } from '../../src/publishers/kinds/ken-french.ts';
import { csvEntry } from '../../src/publishers/zip-entry.ts';
import { bodyOf, caseFile, csvOf, findingsOf, resourceOf } from './resource.ts';

const factors = caseFile('ken-french', 'factors.csv');
const portfolios = caseFile('ken-french', 'portfolios.csv');
const declaration = { url: 'https://example.org/factors_CSV.zip' } as const;
const monthly = resourceOf(kenFrench, { ...declaration, series: { mkt_rf: 'Mkt-RF', smb: 'SMB' }, frequency: 'monthly' }, 'percent');
const daily = { ...declaration, series: { small: 'Small', big: 'Big' }, frequency: 'daily' };
const valueWeighted = resourceOf(kenFrench, { ...daily, table: 'Average Value Weighted Returns -- Daily' }, 'percent');
const zip = (files: Record<string, Uint8Array>) => bodyOf('factors', zipSync(files), 'zip');
const parse = (content: Uint8Array, resource = monthly): string => csvOf(kenFrench.parse([zip({ 'factors.CSV': content })], resource));

describe("Ken French's library", () => {
  it('is asked for whole', () => {
    expect(kenFrench.requests(monthly, { from: 0, until: 0, sessions: [] })).toEqual([
      { address: 'https://example.org/factors_CSV.zip', form: 'zip', key: 'figures' },
    ]);
    expect(kenFrench.asksFrom).toBeNull();
  });

  it('has a preamble, a yearly table after the monthly one, a footer, CRLF and -99.99 for what is missing; a month is its last day', () => {
    expect(parse(factors)).toBe('date,mkt_rf,smb\n2024-06-30,2.77,-3.06\n2024-07-31,1.24,6.80\n2024-08-31,1.61,\n');
  });

  it('has several tables of one frequency, told apart by the line above', () => {
    expect(parse(portfolios, valueWeighted)).toBe('date,small,big\n2024-07-15,1.80,0.28\n2024-07-16,3.50,\n');
  });

  it('asks for that line where it is not declared', async () => {
    expect(await findingsOf(() => parse(portfolios, resourceOf(kenFrench, daily, 'percent')))).toContain(
      "several tables are daily. The tables are 'Average Value Weighted Returns -- Daily' in line 7, 'Average Equal Weighted Returns -- Daily' in line 12. Name one under 'table'",
    );
  });

  it.each([
    ['a table that is not there', portfolios, monthly, 'no table is monthly.'],
    ['a row cut off', Buffer.from(',Mkt-RF,SMB\n202407,1.24\n'), monthly, 'factors.zip:2  error row  the row has 2 cells, the header 3.'],
    ['a month that does not exist', Buffer.from(',Mkt-RF,SMB\n202413,1.24,6.80\n'), monthly, "'202413' is not a date of the form YYYYMM"],
    [
      'a row that does not begin with its month',
      Buffer.from(',Mkt-RF,SMB\n202406,1,2\n2O2407,1,2\n202408,1,2\n'),
      monthly,
      "factors.zip:3  error date  '2O2407' is not a date",
    ],
    [
      'rows after an empty line',
      Buffer.from(',Mkt-RF,SMB\n202406,1,2\n\n202407,1,2\n'),
      monthly,
      "factors.zip:4  error row  the row '202407,1,2' has no header above it.",
    ],
    ['a text for a number', Buffer.from(',Mkt-RF,SMB\n202407,1.24,n/a\n'), monthly, "'n/a' in column SMB is not a number."],
    ['a column renamed', Buffer.from(',MktRF,SMB\n202407,1.24,1\n'), monthly, "there is no column 'Mkt-RF'. Did you mean 'MktRF'?"],
  ])('refuses %s', async (_what, content, resource, finding) => {
    expect(await findingsOf(() => parse(content, resource))).toContain(finding);
  });
});

describe('the zip', () => {
  it('may have other files beside its CSV', () => {
    expect(Buffer.from(csvEntry(zip({ 'readme.txt': strToU8('x'), 'a.csv': strToU8('y') }))).toString()).toBe('y');
  });

  it('is refused where a file unpacks to more than the limit, before it is unpacked', async () => {
    const bomb = zip({ 'a.csv': new Uint8Array(5_000_000) });
    expect(bomb.bytes.length).toBeLessThan(10_000);
    expect(await findingsOf(() => csvEntry(bomb, 1_000_000))).toContain(
      "error zip-size  'a.csv' unpacks to 5000000 bytes, over the limit of 1000000.",
    );
  });

  it.each(['../a.csv', 'x/../../a.csv', '/etc/a.csv', 'C:\\a.csv', '..\\a.csv'])('is refused where a name climbs: %s', async (name) => {
    expect(await findingsOf(() => csvEntry(zip({ [name]: strToU8('x') })))).toContain(`error zip-path  '${name}' leads out of its folder.`);
  });

  it.each([
    ['no CSV', { 'a.txt': strToU8('x') }, 'there is none'],
    ['two CSVs', { 'a.csv': strToU8('x'), 'b.csv': strToU8('y') }, 'there are a.csv, b.csv'],
  ])('is refused with %s', async (_what, files, told) => {
    expect(await findingsOf(() => csvEntry(zip(files)))).toContain(told);
  });

  it('is refused where it is cut off', async () => {
    const { bytes } = zip({ 'a.csv': factors });
    expect(await findingsOf(() => csvEntry(bodyOf('half', bytes.slice(0, 300), 'zip')))).toContain(
      'error zip  this is not a whole zip archive',
    );
  });
});
