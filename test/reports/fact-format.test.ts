import { describe, expect, it } from 'vitest';
import { findingsOf } from '../support/report.ts';

const told = (m: string, format: string): string[] => findingsOf(`\n<Fact m="${m}" format="${format}" />`);

describe('the format of a printed value', () => {
  it.each([
    ['return(rut, 1d)', '.2%'],
    ['ust2y', '.2%'],
    ['return(rut, 5d) - return(spx, 5d)', '.2pp'],
    ['change(ust2y, 5d)', '.1bp'],
    ['etp_calls', '.1m'],
    ['multiple(etp_calls, 500)', '.2x'],
    ['spx', '.0'],
  ])('%s may be shown as %s', (m, format) => expect(told(m, format)).toEqual([]));

  it.each([
    ['spx', '.0%', 'points'],
    ['spx', '.0bp', 'points'],
    ['return(spx, 5d)', '.0bp', 'ratio'],
    ['return(rut, 5d) - return(spx, 5d)', '.1%', 'percentage points'],
    ['streak(spx)', '.2%', 'sessions'],
    ['spx', '.1m', 'points'],
  ])('%s is not shown as %s: that would be another value', (m, format, unit) =>
    expect(told(m, format)).toEqual([
      expect.stringContaining(`format: '${format}' shows the value as what it is not: ${m} is in ${unit}. Write '${format.slice(0, 2)}'`),
    ]),
  );
});
