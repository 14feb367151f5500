import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isoOf } from '../../src/data/day.ts';
import { parseTable } from '../../src/data/table.ts';
import { kind as cboeIndex } from '../../src/publishers/kinds/cboe-index.ts';
import { bodyOf, caseFile, csvOf, findingsOf, ownResource, resourceOf } from './resource.ts';

const resource = ownResource(cboeIndex, 'us-equity-indices');
const vix = resourceOf(cboeIndex, { url: 'https://example.org/prices', series: { vix: 'VIX' }, decimals: 2 });
const files = (...symbols: string[]) => symbols.map((symbol) => bodyOf(symbol, caseFile('cboe-index', `${symbol}_History.csv`)));

describe('Cboe index histories', () => {
  it('are asked for whole, a file a symbol', () => {
    expect(cboeIndex.requests(resource, { from: 0, until: 0, sessions: [] }).map(({ address }) => address)).toEqual([
      `${resource.fetch.url}/RUT_History.csv`,
      `${resource.fetch.url}/SPX_History.csv`,
    ]);
    expect(cboeIndex.asksFrom).toBeNull();
  });

  it('of the form DATE,<SYMBOL> are joined by day', () => {
    expect(csvOf(cboeIndex.parse(files('SPX', 'RUT'), resource))).toMatchInlineSnapshot(`
      "date,rut,spx
      2024-07-10,2051.75,5633.91
      2024-07-11,2125.04,5584.54
      2024-07-12,2148.27,5615.35
      2024-07-15,2187.02,5631.22
      2024-07-16,2263.67,5667.20
      "
    `);
  });

  it('of the form DATE,OPEN,HIGH,LOW,CLOSE give the close', () => {
    expect(csvOf(cboeIndex.parse(files('VIX'), vix))).toMatchInlineSnapshot(`
      "date,vix
      2024-07-10,12.85
      2024-07-11,12.92
      2024-07-12,12.46
      2024-07-15,13.12
      2024-07-16,13.19
      "
    `);
  });

  it('make the very bytes of the snapshot again, from six decimals', () => {
    const text = readFileSync('data/snapshots/2026-08-21/us-equity-indices.csv', 'utf8');
    const { columns, days, cells } = parseTable(text, 'us-equity-indices.csv');
    const bodies = columns.map((series, column) => {
      const symbol = resource.fetch.series[series];
      const lines = days.map((day, row) => `${isoOf(day).replace(/(\d+)-(\d+)-(\d+)/, '$2/$3/$1')},${cells[row][column]}0000`);
      return bodyOf(symbol, `DATE,${symbol}\n${lines.join('\n')}\n`);
    });
    expect(csvOf(cboeIndex.parse(bodies, resource))).toBe(text);
  });

  it('are rounded to the declared decimals, halves away from zero', () => {
    const body = bodyOf('VIX', 'DATE,VIX\n07/15/2024,13.118750\n07/16/2024,13.185000\n');
    expect(csvOf(cboeIndex.parse([body], vix))).toBe('date,vix\n2024-07-15,13.12\n2024-07-16,13.19\n');
  });

  it('have no value on a day that only the other index has', () => {
    const bodies = [bodyOf('RUT', 'DATE,RUT\n07/15/2024,2187.02\n'), bodyOf('SPX', 'DATE,SPX\n07/15/2024,5631.22\n07/16/2024,5667.20\n')];
    expect(csvOf(cboeIndex.parse(bodies, resource))).toBe('date,rut,spx\n2024-07-15,2187.02,5631.22\n2024-07-16,,5667.20\n');
  });

  it.each([
    ['a header with another symbol', 'DATE,VXN\n07/16/2024,13\n', "VIX.csv:1  error header  there is no column 'VIX'."],
    [
      'a row twice',
      'DATE,VIX\n07/16/2024,13\n07/16/2024,14\n',
      '2024-07-16 stands twice, with 13.00 in line 2 of VIX.csv and with 14.00 here.',
    ],
    ['a value that is no number', 'DATE,VIX\n07/16/2024,1.3e1\n', "VIX.csv:2  error number  '1.3e1' in column VIX is not a number."],
  ])('refuse %s', async (_what, text, finding) => {
    expect(await findingsOf(() => cboeIndex.parse([bodyOf('VIX', text)], vix))).toContain(finding);
  });

  it('refuse a table of which a file is missing', async () => {
    expect(await findingsOf(() => cboeIndex.parse(files('RUT'), resource))).toContain('there is no file of SPX');
  });
});
