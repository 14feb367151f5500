import { describe, expect, it } from 'vitest';
import { markReports } from '../../src/reports/marks.ts';
import { formatMarks, type Lapse, marksRecord, marksSchema } from '../../src/reports/marks-record.ts';
import { desk, marksOn, revised, written } from '../support/marks.ts';
import { all, july2024 } from '../support/metrics.ts';

const lapsesOf = (body: string, snapshot = all): (Lapse | null)[] =>
  marksRecord(markReports(desk, [written(body)], snapshot)).reports.flatMap(({ statements }) => statements.map(({ lapse }) => lapse));

describe('the record of what became of the reports', () => {
  it('has every statement with its newest value, and reads back as it was written', () => {
    const record = marksRecord(marksOn(all));
    expect(record.snapshot.id).toBe('2026-08-21');
    expect(record.reports.map(({ statements }) => statements.length > 50)).toEqual([true, true]);
    expect(marksSchema.parse(JSON.parse(formatMarks(record)))).toEqual(record);
    // One statement, one call and one horizon a line.
    const entries = record.reports.flatMap(({ statements, calls, since }) => [...statements, ...calls, ...(since?.horizons ?? [])]);
    expect(formatMarks(record).split('\n')).toHaveLength(entries.length + 16);
  });

  it('tells the first day on which a superlative was beaten, by what, and how long after publication', () => {
    expect(lapsesOf('It closed at <Fact m="rut">its highest level since January 4, 2022</Fact>.')).toMatchObject([
      { words: 'highest level since January 4, 2022', cause: 'superseded', on: '2024-10-16', days: 91, by: { value: 2286.68 } },
    ]);
  });

  it('takes the first of several superlatives', () => {
    expect(
      lapsesOf('A gap <Fact m="return(rut, 1d)" at="2024-07-11">the best day since November 2023 and the best day of 2024</Fact>.'),
    ).toMatchObject([{ on: '2024-11-06' }]);
  });

  it('is silent of what was beaten before the day of which the report speaks: the author knew', () => {
    expect(lapsesOf('On July 12 <Fact m="rut" at="2024-07-12">its highest close in more than two years</Fact>.')).toEqual([null]);
  });

  it('puts a revision before all that came later', () => {
    const snapshot = revised(all, { rut: { '2024-07-16': 2000 } });
    expect(lapsesOf('It closed at <Fact m="rut">2,263.67, its highest close since January 4, 2022</Fact>.', snapshot)).toMatchObject([
      { words: '2,263.67, its highest close since January 4, 2022', cause: 'revision', on: '2026-08-22', by: { value: 2000 } },
    ]);
  });

  it('has no lapse on the snapshot of the report itself', () => {
    expect(marksRecord(marksOn(july2024)).reports.flatMap(({ statements }) => statements.filter(({ lapse }) => lapse))).toEqual([]);
  });
});
