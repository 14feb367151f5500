import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayOf, isoOf } from '../../src/data/day.ts';
import { parseTable } from '../../src/data/table.ts';
import { kind as treasuryYields } from '../../src/publishers/kinds/treasury-yields.ts';
import { bodyOf, caseFile, csvOf, findingsOf, ownResource } from './resource.ts';

const resource = ownResource(treasuryYields, 'treasury-yields');
const tenors = 'Date,"1 Mo","2 Yr","10 Yr"';

describe('Treasury yields', () => {
  it('are asked for a year at a time, at the declared address', () => {
    const requests = treasuryYields.requests(resource, { from: dayOf('2024-12-31'), until: dayOf('2025-01-02'), sessions: [] });
    expect(requests.map(({ key }) => key)).toEqual(['2024', '2025']);
    expect(requests[0].address).toBe(
      `${resource.fetch.url}/2024/all?type=daily_treasury_yield_curve&field_tdr_date_value=2024&page&_format=csv`,
    );
    expect(isoOf(treasuryYields.asksFrom?.(dayOf('2024-07-17'), resource.fetch) ?? 0)).toBe('2024-01-01');
  });

  it('come newest first, one file a year, MM/DD/YYYY', () => {
    const bodies = ['2024', '2025'].map((year) => bodyOf(year, caseFile('treasury-yields', `${year}.csv`)));
    expect(csvOf(treasuryYields.parse(bodies, resource))).toMatchInlineSnapshot(`
      "date,ust2y,ust10y
      2024-12-26,4.30,4.58
      2024-12-27,4.31,4.62
      2024-12-30,4.24,4.55
      2024-12-31,4.25,4.58
      2025-01-02,4.25,4.57
      2025-01-03,4.28,4.60
      2025-01-06,4.28,4.62
      2025-01-07,4.30,4.67
      2025-01-08,4.28,4.67
      "
    `);
  });

  it('make the very bytes of the snapshot again', () => {
    const text = readFileSync('data/snapshots/2026-08-21/treasury-yields.csv', 'utf8');
    const { days, cells } = parseTable(text, 'treasury-yields.csv');
    const years = new Map<string, string[]>();
    for (const [row, day] of days.entries()) {
      const [year, month, date] = isoOf(day).split('-');
      years.set(year, [`${month}/${date}/${year},N/A,${cells[row].join()}`, ...(years.get(year) ?? [])]);
    }
    const bodies = [...years].map(([year, lines]) => bodyOf(year, [tenors, ...lines].join('\n')));
    expect(bodies).toHaveLength(27);
    expect(csvOf(treasuryYields.parse(bodies, resource))).toBe(text);
  });

  it('of a tenor that an older year lacks have no value there', () => {
    const bodies = [bodyOf('2005', 'Date,"10 Yr"\n12/30/2005,4.39'), bodyOf('2006', `${tenors}\n01/03/2006,4.05,4.34,4.37`)];
    expect(csvOf(treasuryYields.parse(bodies, resource))).toBe('date,ust2y,ust10y\n2005-12-30,,4.39\n2006-01-03,4.34,4.37\n');
  });

  it('that are N/A or empty are missing, and a day with none has no row', () => {
    const body = bodyOf('2024', `${tenors}\n07/16/2024,5.5,N/A,4.17\n07/15/2024,5.5,,N/A`);
    expect(csvOf(treasuryYields.parse([body], resource))).toBe('date,ust2y,ust10y\n2024-07-16,,4.17\n');
  });

  it('have the declared two decimals', () => {
    const body = bodyOf('2024', `${tenors}\n07/16/2024,5.5,4.4,4`);
    expect(csvOf(treasuryYields.parse([body], resource))).toContain('2024-07-16,4.40,4.00');
  });

  it.each([
    [
      'a tenor that the newest year does not have',
      'Date,"2 Year","10 Yr"\n07/16/2024,4.40,4.17',
      "2024.csv:1  error header  there is no column '2 Yr'. Did you mean '2 Year'?",
    ],
    ['a date in another form', `${tenors}\n2024-07-16,5,4,4`, "2024.csv:2  error date  '2024-07-16' is not a date of the form MM/DD/YYYY."],
    ['a day that does not exist', `${tenors}\n02/30/2024,5,4,4`, "2024.csv:2  error date  '02/30/2024' is not a date"],
    ['a day of another year', `${tenors}\n07/16/2023,5,4,4`, '2024.csv:2  error year  07/16/2023 stands in the file of 2024.'],
    ['a text for a number', `${tenors}\n07/16/2024,5,four,4`, "2024.csv:2  error number  'four' in column 2 Yr is not a number."],
    ['a row cut off', `${tenors}\n07/16/2024,5,4`, '2024.csv:2  error row  the row has 3 cells, the header 4'],
    ['a row twice', `${tenors}\n07/16/2024,5,4,4\n07/16/2024,5,4,4`, '2024.csv:3  error duplicate-date  2024-07-16 stands twice'],
    ['a column twice', 'Date,2 Yr,2 Yr,10 Yr\n', "2024.csv:1  error header  there are two columns '2 Yr'."],
    ['nothing', '\n', '2024.csv  error header  the file has no header.'],
  ])('refuse %s', async (_what, text, finding) => {
    expect(await findingsOf(() => treasuryYields.parse([bodyOf('2024', text)], resource))).toContain(finding);
  });
});
