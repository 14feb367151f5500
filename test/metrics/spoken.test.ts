import { expect, it } from 'vitest';
import { spoken } from '../../src/metrics/spoken.ts';

it.each([
  ['\u22122.1\u00A0pp', 'minus 2.1 percentage points'],
  ['+11.5%', 'plus 11.5%'],
  ['\u221219\u00A0bp', 'minus 19 basis points'],
  ['3.9×', '3.9 times'],
  ['2.4\u00A0sd', '2.4 standard deviations'],
  ['2.09m', '2.09 million'],
  ['2,263.67', '2,263.67'],
  ['the week to Nov 3, 2023 (+7.6%)', 'the week to Nov 3, 2023 (plus 7.6%)'],
  ['return(rut, 5d) \u2212 1', 'return(rut, 5d) minus 1'],
  ['5 sessions', '5 sessions'],
])('%s is said %s', (printed, said) => expect(spoken(printed)).toBe(said));
