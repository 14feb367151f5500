import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell } from '../../src/data/csv-cell.ts';

describe('a cell of a CSV', () => {
  it.each<[string, string | number, string]>([
    ['plain text stays', 'Russell 2000', 'Russell 2000'],
    ['a comma wants quotation marks', 'rebase(rut, 100)', '"rebase(rut, 100)"'],
    ['a quotation mark is doubled', 'the "small" ones', '"the ""small"" ones"'],
    ['a line break stays inside', 'one\ntwo', '"one\ntwo"'],
    ['a formula becomes text', '=1+1', "'=1+1"],
    ['a command becomes text, and is quoted', "=cmd|' /C calc'!A0,1", "\"'=cmd|' /C calc'!A0,1\""],
    ['a plus before text', '+SUM(A1)', "'+SUM(A1)"],
    ['a minus before text', '-return(rut, 1d)', '"\'-return(rut, 1d)"'],
    ['an at sign', '@SUM(A1)', "'@SUM(A1)"],
    ['a tab', '\t=1', "'\t=1"],
    ['a carriage return', '\r=1', '"\'\r=1"'],
    ['a negative number stays one', -0.5, '-0.5'],
    ['so does one in words', '-0.5', '-0.5'],
    ['and a very small one', -1e-7, '-1e-7'],
    ['nothing stays nothing', '', ''],
    ['an equals sign further on is harmless', 'a=1', 'a=1'],
  ])('%s', (_, value, cell) => expect(csvCell(value)).toBe(cell));

  it('any text comes back from a reader as it was, or with an apostrophe, and is never run', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const [[read]] = parse(`${csvCell(text)},end\n`, { record_delimiter: '\n' }) as string[][];
        expect([text, `'${text}`]).toContain(read);
        if (/^[=+\-@\t\r]/.test(read)) expect(Number(read)).not.toBeNaN();
      }),
    );
  });
});
