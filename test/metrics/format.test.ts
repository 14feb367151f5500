import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/data/day.ts';
import { formatExact, formatInput, formatShort, formatValue, isFormat, printedDecimal } from '../../src/metrics/format.ts';
import type { Unit } from '../../src/metrics/units.ts';

describe('rounding: once, half away from zero, on the decimal value', () => {
  it.each([
    [1.005, 2, '1.01'],
    [-1.005, 2, '−1.01'],
    [2.5, 0, '3'],
    [-2.5, 0, '−3'],
    [0.15, 1, '0.2'],
    [52.499999999999325, 0, '53'],
    [-0.04, 1, '0.0'],
    [-0, 1, '0.0'],
    [2263.67, 1, '2,263.7'],
    [1234567.891, 2, '1,234,567.89'],
  ])('%f with %i decimals is %s', (value, decimals, expected) => {
    expect(printedDecimal(value, decimals)).toBe(expected);
  });
});

describe('in prose', () => {
  it.each<[number, Unit, string]>([
    [0.11539958708431275, 'ratio', '11.5%'],
    [-0.00876, 'ratio', '−0.9%'],
    [0.09922, 'percentage points', '9.9\u00A0percentage points'],
    [-19.00000000000004, 'basis points', '−19\u00A0basis points'],
    [1, 'basis points', '1\u00A0basis point'],
    [4.43, 'percent', '4.43%'],
    [2263.67, 'points', '2,263.7'],
    [2093111, 'contracts', '2.09\u00A0million'],
    [946318, 'contracts', '946,318\u00A0contracts'],
    [-3.5, 'USD', '−$3.50'],
    [1.3252, 'times', '1.3\u00A0times'],
    [5, 'sessions', '5\u00A0sessions'],
    [1, 'sessions', '1\u00A0session'],
    [dayOf('2022-01-04'), 'date', 'January\u00A04, 2022'],
    [Number.NaN, 'ratio', 'not available'],
  ])('%f %s is %s', (value, unit, expected) => {
    expect(formatValue(value, unit)).toBe(expected);
  });

  it.each<[number, Unit, string, string]>([
    [0.1154, 'ratio', '.2%', '11.54%'],
    [0.1154, 'ratio', '+.1%', '+11.5%'],
    [0.1154, 'ratio', '.1', '11.5'],
    [0.0992, 'percentage points', '.2pp', '9.92\u00A0percentage points'],
    [2093111, 'contracts', '.1m', '2.1\u00A0million'],
    [2263.67, 'points', '.2', '2,263.67'],
    [1.3252, 'times', '.2x', '1.33\u00A0times'],
    [19.4, 'basis points', '.1bp', '19.4\u00A0basis points'],
  ])('%f %s as %s is %s', (value, unit, format, expected) => {
    expect(isFormat(format)).toBe(true);
    expect(formatValue(value, unit, format)).toBe(expected);
  });

  it.each(['%.2f', '.12%', '2%', '.2 %', ''])("'%s' is not a format", (format) => expect(isFormat(format)).toBe(false));
});

describe('in tables and workings', () => {
  it.each<[number, Unit, string, string]>([
    [0.1154, 'ratio', '+11.5%', '+11.540%'],
    [0, 'ratio', '0.0%', '0.000%'],
    [0.09922, 'percentage points', '+9.9\u00A0pp', '+9.922\u00A0pp'],
    [-19, 'basis points', '−19\u00A0bp', '−19.0\u00A0bp'],
    [3.94, 'times', '3.9×', '3.940×'],
    [4.43, 'percent', '4.43%', '4.430%'],
    [5, 'sessions', '5', '5'],
    [dayOf('2022-01-04'), 'date', 'Jan\u00A04, 2022', 'Jan\u00A04, 2022'],
  ])('%f %s is %s, and exactly %s', (value, unit, short, exact) => {
    expect([formatShort(value, unit), formatExact(value, unit)]).toEqual([short, exact]);
  });

  it.each([
    [2263.67, '2,263.67'],
    [95.195, '95.195'],
    [5, '5'],
    [4.3, '4.30'],
    [-0.5, '−0.50'],
  ])('the input %f is %s', (value, expected) => expect(formatInput(value)).toBe(expected));
});
