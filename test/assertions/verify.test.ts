import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verify } from '../../src/assertions/verify.ts';
import { formatValue } from '../../src/metrics/format.ts';
import { UNITS, type Unit } from '../../src/metrics/units.ts';

function judge(text: string, value: number, unit: Unit, isLevel = false): string {
  const { checks, complaints } = verify(text, value, unit, 'the metric on its day', isLevel);
  if (complaints.length > 0) return complaints.map(({ message }) => message).join(' / ');
  expect(checks.length).toBeGreaterThan(0);
  return checks.every(({ ok }) => ok) ? 'holds' : 'no complaint, and yet a check fails';
}

describe('a number stands for half a unit of its last place on either side, both ends included', () => {
  it.each<[string, number, Unit]>([
    ['3.5%', 0.03504767, 'ratio'],
    ['3.5%', 0.0345, 'ratio'],
    ['3.5%', 0.0355, 'ratio'],
    ['4%', 0.03504767, 'ratio'],
    ['3.50%', 0.03504767, 'ratio'],
    ['12%', 0.11672, 'ratio'],
    ['0.0%', 0.0004, 'ratio'],
    ['−0.9%', -0.00876, 'ratio'],
    ['9.9 percentage points', 0.099222, 'percentage points'],
    ['9.9 points', 0.099222, 'percentage points'],
    ['9.9 pp', 0.099222, 'percentage points'],
    ['4.43%', 4.43, 'percent'],
    ['19 basis points', 19, 'basis points'],
    ['0.19 percentage points', 19, 'basis points'],
    ['52.5 basis points', 52.49999999999986, 'basis points'],
    ['2,263.67', 2263.67, 'points'],
    ['2,264 points', 2263.67, 'points'],
    ['2.1 million contracts', 2093111, 'contracts'],
    ['2.09 million', 2093111, 'contracts'],
    ['2,093,111', 2093111, 'contracts'],
    ['$215.40', 215.4, 'USD'],
    ['1.3 times', 1.33, 'times'],
    ['five sessions', 5, 'sessions'],
    ['5 trading days', 5, 'sessions'],
    ['1', 1, 'rank'],
    ['111.7', 111.67, 'index'],
  ])('%s holds for %f %s', (text, value, unit) => {
    expect(judge(text, value, unit)).toBe('holds');
  });

  it.each<[string, number, Unit, string]>([
    ['3.6%', 0.03504767, 'ratio', "'3.6%' does not hold. The data say +3.505% (the metric on its day). Write 3.5%."],
    ['3.5%', 0.03449, 'ratio', "'3.5%' does not hold. The data say +3.449% (the metric on its day). Write 3.4%."],
    ['3.5%', 0.03551, 'ratio', "'3.5%' is truncated, not rounded. The data say +3.551% (the metric on its day). Write 3.6%."],
    ['11%', 0.11672, 'ratio', "'11%' is truncated, not rounded. The data say +11.672% (the metric on its day). Write 12%."],
    ['0.9%', -0.00876, 'ratio', "'0.9%' does not hold. The data say −0.876% (the metric on its day). Write 'fell 0.9%', or −0.9%."],
    ['four sessions', 5, 'sessions', "'four sessions' does not hold. The data say 5 (the metric on its day). Write 5 sessions."],
    [
      '2.2 million',
      2093111,
      'contracts',
      "'2.2 million' does not hold. The data say 2,093,111 (the metric on its day). Write 2.1 million.",
    ],
    ['2,263.68', 2263.67, 'points', "'2,263.68' does not hold. The data say 2,263.670 (the metric on its day). Write 2,263.67."],
    ['$215.41', 215.4, 'USD', "'$215.41' does not hold. The data say $215.400 (the metric on its day). Write $215.40."],
    [
      '18 basis points',
      19,
      'basis points',
      "'18 basis points' does not hold. The data say +19.0\u00A0bp (the metric on its day). Write 19 basis points.",
    ],
  ])('%s fails for %f %s', (text, value, unit, message) => {
    expect(judge(text, value, unit)).toBe(message);
  });
});

describe('the sign comes from the word', () => {
  it.each<[string, number, Unit]>([
    ['rose 3.5%', 0.035, 'ratio'],
    ['fell 0.9%', -0.00876, 'ratio'],
    ['a loss of 0.9%', -0.00876, 'ratio'],
    ['fell 19 basis points', -19.000000000000128, 'basis points'],
    ['ahead by 0.08 percentage points', 0.00077, 'percentage points'],
  ])('%s holds for %f', (text, value, unit) => {
    expect(judge(text, value, unit)).toBe('holds');
  });

  it.each<[string, number, string]>([
    ['fell 3.5%', 0.035, "'fell' does not hold. The data say +3.500% (the metric on its day): it rose. Write 'rose 3.5%'."],
    ['rose 0.9%', -0.00876, "'rose' does not hold. The data say −0.876% (the metric on its day): it fell. Write 'fell 0.9%'."],
    ['rose 0.0%', 0, "'rose' does not hold. The data say 0.000% (the metric on its day): it did not change. Write 'rose 0.0%'."],
    ['down -3%', -0.03, "'down' already gives the sign. Write 'down 3%'."],
    ['rose and fell 3%', 0.03, "'rose' and 'fell' contradict each other."],
  ])('%s for %f: %s', (text, value, message) => {
    expect(judge(text, value, 'ratio')).toBe(message);
  });

  it('a level has no direction', () => {
    expect(judge('rose to 4.43%', 4.43, 'percent')).toMatch(/^'rose' can't be checked: .* is a level, not a movement\./);
    expect(judge('rose to 2,263.67', 2263.67, 'points', true)).toMatch(/^'rose' can't be checked/);
    expect(judge('rose 76.65 points', 76.65, 'points')).toBe('holds');
  });
});

describe('units are not mixed up', () => {
  it.each<[string, number, Unit, string]>([
    ['9.9%', 0.0992, 'percentage points', "'9.9%' is in '%'. The metric is in percentage points. Write 9.9\u00A0percentage points."],
    ['3.5', 0.035, 'ratio', "'3.5' is without a unit. The metric is in percent. Write 3.5%."],
    ['3.5 percentage points', 0.035, 'ratio', "'3.5 percentage points' is in 'percentage points'. The metric is in percent. Write 3.5%."],
    ['0.19%', 19, 'basis points', "'0.19%' is in '%'. The metric is in basis points. Write 19\u00A0basis points."],
    ['$5', 5, 'sessions', "'$5' is in dollars. The metric is in sessions. Write 5\u00A0sessions."],
  ])('%s', (text, value, unit, message) => {
    expect(judge(text, value, unit)).toBe(message);
  });

  it('a date can only be printed', () => {
    expect(judge('12 sessions', 19920, 'date')).toBe(
      "a date can't be written as a number. Leave the Fact without words to print the value.",
    );
  });
});

describe('what is not understood is refused, never half checked', () => {
  it.each([
    ['strong gains', "nothing to check in 'strong gains'. Understood: one number"],
    ['3.5% and 4.5%', "'4.5%' is a second number. Give it a Fact of its own."],
    ['nearly 3.5%', "'nearly' is not understood in a Fact. Understood: one number"],
    ['its best day since 2023', "'best' is not understood in a Fact."],
  ])('%s', (text, message) => {
    expect(judge(text, 0.035, 'ratio')).toContain(message);
  });
});

describe('properties', () => {
  const ratios = fc.double({ min: -0.9, max: 9, noNaN: true });

  it('a value printed by the formatter verifies as its own phrase', () => {
    const printable = UNITS.filter((unit) => !['date', 'flag', 'sd'].includes(unit));
    fc.assert(
      fc.property(fc.constantFrom(...printable), fc.integer({ min: -3_000_000, max: 3_000_000 }), (unit, millis) => {
        const value = unit === 'sessions' || unit === 'periods' || unit === 'rank' ? Math.trunc(millis / 1000) : millis / 1000;
        expect(judge(formatValue(value, unit), value, unit)).toBe('holds');
      }),
    );
  });

  it('a value off by 0.6 of the last place fails', () => {
    fc.assert(
      fc.property(fc.integer({ min: -900, max: 9000 }), fc.constantFrom(-1, 1), (thousandths, side) => {
        const printed = thousandths / 1000;
        const text = `${(printed * 100).toFixed(1)}%`;
        expect(judge(text, printed, 'ratio')).toBe('holds');
        expect(judge(text, printed + side * 0.0006, 'ratio')).not.toBe('holds');
      }),
    );
  });

  it('what the advice says to write holds', () => {
    fc.assert(
      fc.property(ratios, fc.integer({ min: 0, max: 900 }), (value, tenths) => {
        const [complaint] = verify(`${tenths / 10}%`, value, 'ratio', 'm').complaints;
        const advice = complaint?.message.match(/Write (?:'(.+?)'.*|(.+))\.$/);
        if (advice) expect(judge(advice[1] ?? advice[2], value, 'ratio')).toBe('holds');
      }),
    );
  });
});
