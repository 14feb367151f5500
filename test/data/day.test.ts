import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addMonths, dayOf, daysInMonth, isIsoDate, isoOf, partsOf, startOf, startOfWeek, weekdayOf } from '../../src/data/day.ts';

describe('days', () => {
  it('count from 1970-01-01', () => {
    expect(dayOf('1970-01-01')).toBe(0);
    expect(dayOf('2024-07-16')).toBe(19920);
    expect(isoOf(19920)).toBe('2024-07-16');
    expect(isoOf(dayOf('1969-12-31'))).toBe('1969-12-31');
  });

  it.each(['2024-02-30', '2024-13-01', '2024-7-16', '07/16/2024', '2024-07-16T00:00', '', 'latest'])("refuses '%s'", (text) => {
    expect(isIsoDate(text)).toBe(false);
    expect(() => dayOf(text)).toThrow(RangeError);
  });

  it('name weekdays from Monday, 1, to Sunday, 7', () => {
    expect(['2024-07-15', '2024-07-16', '2024-07-21', '1969-12-28'].map((iso) => weekdayOf(dayOf(iso)))).toEqual([1, 2, 7, 7]);
  });

  it('a week begins on Monday, in whichever year it falls', () => {
    expect(isoOf(startOfWeek(dayOf('2020-01-01')))).toBe('2019-12-30');
    expect(isoOf(startOfWeek(dayOf('2024-07-14')))).toBe('2024-07-08');
  });

  it('months, quarters and years begin on their first day', () => {
    const day = dayOf('2024-05-31');
    expect([isoOf(startOf('month', day)), isoOf(startOf('quarter', day)), isoOf(startOf('year', day))]).toEqual([
      '2024-05-01',
      '2024-04-01',
      '2024-01-01',
    ]);
  });

  it.each([
    ['2024-03-31', -1, '2024-02-29'],
    ['2023-03-31', -1, '2023-02-28'],
    ['2024-02-29', -12, '2023-02-28'],
    ['2024-12-31', -6, '2024-06-30'],
    ['2024-07-16', -6, '2024-01-16'],
  ])('%s and %i months is %s, clamped to the end of the month', (from, months, to) => {
    expect(isoOf(addMonths(dayOf(from), months))).toBe(to);
  });

  it('and months away are where Temporal has them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), fc.integer({ min: -600, max: 600 }), (day, months) => {
        const { year, month, day: dayOfMonth, daysInMonth: length } = Temporal.PlainDate.from(isoOf(day));
        expect([partsOf(day), daysInMonth(day)]).toEqual([{ year, month, day: dayOfMonth }, length]);
        expect(isoOf(addMonths(day, months))).toBe(Temporal.PlainDate.from(isoOf(day)).add({ months }).toString());
      }),
    );
  });

  it('know how long their month is', () => {
    expect([daysInMonth(dayOf('2024-02-10')), daysInMonth(dayOf('2023-02-10')), daysInMonth(dayOf('2024-09-18'))]).toEqual([29, 28, 30]);
  });
});
