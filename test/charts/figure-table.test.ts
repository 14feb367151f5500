import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import type { FigureData } from '../../src/charts/figure-data.ts';
import { figureTable } from '../../src/charts/figure-table.ts';
import { dayOf } from '../../src/data/day.ts';

const line = (expression: string, days: string[], values: number[]) => ({
  expression,
  series: ['rut'],
  title: expression,
  shortTitle: expression,
  titles: [expression],
  unit: 'points' as const,
  days: Int32Array.from(days, dayOf),
  values: Float64Array.from(values),
});

const data: FigureData = {
  lines: [line('rebase(rut, 100)', ['2024-07-15', '2024-07-16'], [100, 103.5]), line("=cmd|' /C calc'!A0", ['2024-07-16'], [-1.5])],
  from: dayOf('2024-07-15'),
  to: dayOf('2024-07-16'),
  digest: '',
  inputs: [],
};
const csv = figureTable(data, ['Cboe, Inc. says "closed", “shut”', 'Terms:\nhttps://example.org/a,b']);

it('has a row a day and a column a line, the terms after them', () => {
  expect(csv).toBe(`date,"rebase(rut, 100)",'=cmd|' /C calc'!A0
2024-07-15,100,
2024-07-16,103.5,-1.5
# Cboe; Inc. says 'closed'; 'shut',,
# Terms: https://example.org/a;b,,
`);
});

it('is read by a strict reader, and without the terms by one that is told of comments', () => {
  const columns = ['date', 'rebase(rut, 100)', "'=cmd|' /C calc'!A0"];
  expect(Object.keys((parse(csv, { columns: true }) as object[])[0])).toEqual(columns);
  expect(parse(csv, { columns: true, comment: '#' })).toEqual([
    { date: '2024-07-15', 'rebase(rut, 100)': '100', "'=cmd|' /C calc'!A0": '' },
    { date: '2024-07-16', 'rebase(rut, 100)': '103.5', "'=cmd|' /C calc'!A0": '-1.5' },
  ]);
});
