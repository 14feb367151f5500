import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/data/day.ts';
import { revisionsBetween } from '../../src/publishers/revisions.ts';
import { parse } from '../support/tables.ts';

describe('revisionsBetween', () => {
  const previous = parse('date,a,b\n2024-07-11,1.0,2\n2024-07-12,1.1,\n2024-07-15,1.2,2.2\n');

  it('gives date, series, was and now of each cell that differs as a number', () => {
    expect(
      revisionsBetween(previous, parse('date,a,b\n2024-07-11,1.00,3\n2024-07-12,1.1,2.1\n2024-07-15,,2.2\n2024-07-16,1.3,2.3\n')),
    ).toEqual([
      { series: 'b', day: dayOf('2024-07-11'), was: '2', now: '3' },
      { series: 'b', day: dayOf('2024-07-12'), was: '', now: '2.1' },
      { series: 'a', day: dayOf('2024-07-15'), was: '1.2', now: '' },
    ]);
  });

  it('counts a row that is gone, and one that has come between the others', () => {
    expect(revisionsBetween(previous, parse('date,a,b\n2024-07-11,1,2\n2024-07-13,7,8\n2024-07-15,1.2,2.2\n'))).toEqual([
      { series: 'a', day: dayOf('2024-07-12'), was: '1.1', now: '' },
      { series: 'a', day: dayOf('2024-07-13'), was: '', now: '7' },
      { series: 'b', day: dayOf('2024-07-13'), was: '', now: '8' },
    ]);
  });

  it('does not count what is new before the first day or after the last, nor what a truncated table has lost', () => {
    expect(revisionsBetween(previous, parse('date,a,b\n2024-07-10,9,9\n2024-07-11,1,2\n2024-07-12,1.1,\n'))).toEqual([]);
  });

  it('finds series by name', () => {
    expect(revisionsBetween(previous, parse('date,c,b,a\n2024-07-11,5,2,1\n2024-07-12,5,,1.1\n2024-07-15,5,2.2,1.25\n'))).toEqual([
      { series: 'a', day: dayOf('2024-07-15'), was: '1.2', now: '1.25' },
    ]);
  });
});
