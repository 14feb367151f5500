import { expect, it } from 'vitest';
import { csvCell } from '../../src/data/csv-cell.ts';

it.each([
  ['rut', 'rut'],
  ['return(rut, 5d)', '"return(rut, 5d)"'],
  ['the "best" week', '"the ""best"" week"'],
  ['two\nlines', '"two\nlines"'],
  ['=cmd|x', "'=cmd|x"],
  ['+1', "'+1"],
  ['-change(ust10y, 5d)', '"\'-change(ust10y, 5d)"'],
  ['@sum', "'@sum"],
  ['\t=1', "'\t=1"],
  ['\r=1', '"\'\r=1"'],
  ['', ''],
  [-0.5, '-0.5'],
])('%j is the cell %s', (text, cell) => expect(csvCell(text)).toBe(cell));
