import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/data/day.ts';
import { isDateFormat, readDate } from '../../src/publishers/date-format.ts';

describe('dates in a declared format', () => {
  it.each([
    ['2024-07-06', 'YYYY-MM-DD'],
    ['07/06/2024', 'MM/DD/YYYY'],
    ['06.07.2024', 'DD.MM.YYYY'],
    ['7/6/2024', 'M/D/YYYY'],
    ['07/06/2024', 'M/D/YYYY'],
    ['20240706', 'YYYYMMDD'],
  ])('%s is read with %s', (text, format) => {
    expect(readDate(text, format)).toBe(dayOf('2024-07-06'));
  });

  it.each([
    ['7/6/2024', 'MM/DD/YYYY'],
    ['13/06/2024', 'MM/DD/YYYY'],
    ['02/30/2024', 'MM/DD/YYYY'],
    ['06x07x2024', 'DD.MM.YYYY'],
    ['2024-07-06T00:00', 'YYYY-MM-DD'],
    ['', 'YYYY-MM-DD'],
  ])('%s is not one in %s', (text, format) => {
    expect(readDate(text, format)).toBeNull();
  });

  it('a format names year, month and day once each', () => {
    expect(['YYYY-MM-DD', 'D.M.YYYY', 'YYYYMMDD'].every(isDateFormat)).toBe(true);
    expect(['YYYY-MM', 'MM/DD', 'DD.MM.YYYY MM', 'yyyy-mm-dd', ''].some(isDateFormat)).toBe(false);
  });
});
