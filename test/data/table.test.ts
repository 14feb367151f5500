import { describe, expect, it } from 'vitest';
import { dayOf, isoOf } from '../../src/data/day.ts';
import { formatTable, parseTable } from '../../src/data/table.ts';

describe('parseTable', () => {
  it('keeps the cells as written and the days as numbers', () => {
    const table = parseTable('date,rut\n2024-07-15,2187.02\n2024-07-16,\n', 'x.csv');
    expect(table).toEqual({ columns: ['rut'], days: [dayOf('2024-07-15'), dayOf('2024-07-16')], cells: [['2187.02'], ['']] });
  });

  it('gives back the same text', () => {
    const text = 'date,a,b\n2024-07-15,5.00,1\n2024-07-16,,2\n';
    expect(formatTable(parseTable(text, 'x.csv'), isoOf)).toBe(text);
  });

  it.each([
    ['day,rut\n', "x.csv:1  error header  the first column must be 'date', followed by at least one series. The file begins 'day,rut'."],
    ['date\n', "x.csv:1  error header  the first column must be 'date', followed by at least one series. The file begins 'date'."],
    ['date,rut\n2024-07-16,1,2\n', 'x.csv:2  error row  the row has 3 cells, the header 2.'],
    ['date,rut\n07/16/2024,1\n', "x.csv:2:1  error date  '07/16/2024' is not a date. Write YYYY-MM-DD."],
    [
      'date,rut\n2024-07-16,N/A\n',
      "x.csv:2  error number  'N/A' in column rut is not a number. Leave the cell empty where a value is missing.",
    ],
    ['date,rut\n2024-07-16,"1\n', /^x\.csv {2}error csv {2}the file is not a CSV: /],
  ])('%j is refused, with file, line and what to write', (text, message) => {
    expect(() => parseTable(text, 'x.csv')).toThrow(message);
  });
});
