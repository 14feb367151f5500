import { describe, expect, it } from 'vitest';
import { verify } from '../../../src/assertions/verify.ts';
import { daily, on, table, tableOn, worth } from '../../support/subject.ts';

describe('every checkable part of the words is checked', () => {
  tableOn(on('return(rut, 1d)', '2024-07-11'), {
    'gained 3.6% on Thursday, its best day since November 14, 2023': 'holds',
    'gained 3.6%, its best day since November 2023': 'holds',
    'gained 3.7% on Thursday, its best day since November 14, 2023': /^'3\.7%' does not hold\. [^/]*$/,
    'gained 3.6% on Friday, its best day since November 14, 2023': /^'Friday' does not hold: [^/]*$/,
    'gained 3.6% on Thursday, its best day since October 2023': /^'best day since October 2023' does not hold\. [^/]*$/,
    'lost 3.6% on Thursday, its best day since November 14, 2023': /^'lost' does not hold/,
    'gained 3.7% on Friday': /^'3\.7%' does not hold\. .* \/ 'Friday' does not hold/,
  });
  table(
    ['2,263.67, its highest close since January 4, 2022', on('rut'), 'holds'],
    ['2,263.68, its highest close since January 4, 2022', on('rut'), /^'2,263\.68' does not hold/],
    ['rose 11.5% in the five sessions to July 16', on('return(rut, 5d)'), 'holds'],
    ['rose 11.5% in the five sessions to July 15', on('return(rut, 5d)'), /^'July 15' is not where the metric ends/],
    ['led the S&P 500 by 9.9 percentage points over five sessions', on('return(rut, 5d) - return(spx, 5d)'), 'holds'],
    ['led the S&P 500 by 9.9 percentage points over six sessions', on('return(rut, 5d) - return(spx, 5d)'), /is no window/],
    ['9.9 percentage points is the widest over five sessions in data since January 1999', on('return(rut, 5d) - return(spx, 5d)'), 'holds'],
    ['rose 3.5% for a fifth straight day', on('return(rut, 1d)'), 'holds'],
    ['rose 3.5% for a sixth straight day', on('return(rut, 1d)'), /Write 'rose 3\.5% for a fifth straight day'\.$/],
    ['rose 3.5%, more than 3%', worth(0.035, 'ratio'), 'holds'],
    ['rose 3.5%, more than 4%', worth(0.035, 'ratio'), /^'more than 4%' does not hold/],
    ['highest since July 12 and lowest since July 15', daily('s', [90, 110, 100, 105]), 'holds'],
    ['highest since July 12 and lowest since July 11', daily('s', [90, 110, 100, 105]), /does not hold/],
  );
});

describe('each part is told', () => {
  it('with what was said, what was found and whether it holds', () => {
    const { checks } = verify('gained 3.6% on Thursday, its best day since November 14, 2023', on('return(rut, 1d)', '2024-07-11'));
    expect(checks.map(({ what, said, ok }) => [what, said, ok])).toEqual([
      ['window', 'day', true],
      ['superlative', 'best day since November 14, 2023', true],
      ['value', '3.6%', true],
      ['direction', 'gained', true],
      ['date', 'Thursday', true],
    ]);
  });

  it('a complaint stands at its own words', () => {
    const words = 'gained 3.7% on Friday';
    const { complaints } = verify(words, on('return(rut, 1d)', '2024-07-11'));
    expect(complaints.map(({ offset }) => words.slice(offset).split(' ')[0])).toEqual(['3.7%', 'Friday']);
  });
});

describe('only what another window might decide otherwise is asked of another window', () => {
  it.each([
    ['rose 11.5%', []],
    ['rose more than 11%', ['direction', 'value']],
    ['11.5%', []],
    ['rose in the five sessions to July 16', ['direction']],
  ])("of '%s': %j", (words, expected) => {
    const { checks } = verify(words, on('return(rut, 5d)'), 'comparisons');
    expect(checks.map(({ what }) => what).sort()).toEqual(expected);
  });
});
