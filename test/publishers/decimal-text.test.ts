import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDecimal, plainDecimal, times, withDecimals } from '../../src/publishers/decimal-text.ts';

describe('decimal texts', () => {
  it.each([
    ['2956.3887', 2, '2956.39'],
    ['17.240000', 2, '17.24'],
    ['4.1', 2, '4.10'],
    ['4', 0, '4'],
    ['1.005', 2, '1.01'],
    ['-1.005', 2, '-1.01'],
    ['-0.004', 2, '0.00'],
    ['0.5', 0, '1'],
    ['99999999999999999.995', 2, '100000000000000000.00'],
  ])('withDecimals(%s, %i) is %s', (text, decimals, expected) => {
    expect(withDecimals(text, decimals)).toBe(expected);
  });

  it('times(text, factor) is exact', () => {
    expect(times('0.1', '0.2')).toBe('0.02');
    expect(times('-12.5', '100')).toBe('-1250.0');
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 999 }), (a, b) => {
        expect(withDecimals(times(`${a}.0`, `${b}.00`), 0)).toBe(String(BigInt(a) * BigInt(b)));
      }),
    );
  });

  it.each([
    ['1e+30', '1000000000000000000000000000000'],
    ['-1.25e-7', '-0.000000125'],
    ['5e0', '5'],
    ['12.50', '12.50'],
    ['nan', 'nan'],
    ['1e999999', '1e999999'],
  ])('plainDecimal(%s) is %s', (text, expected) => {
    expect(plainDecimal(text)).toBe(expected);
  });

  it('isDecimal takes plain numbers only', () => {
    expect(['12', '-0.5', '3.10'].every(isDecimal)).toBe(true);
    expect(['', '.5', '1.', '1e3', '1,200', '+1', ' 1', '0x1', 'NaN'].some(isDecimal)).toBe(false);
  });
});
