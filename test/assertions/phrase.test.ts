import { describe, expect, it } from 'vitest';
import { directions, numberWords, qualifiers, scales, units } from '../../src/assertions/lexicon.ts';
import { parsePhrase } from '../../src/assertions/phrase.ts';

/** Quantities as 'number|scale|unit|decimals', directions as '+' or '-'. */
function read(text: string): string {
  const phrase = parsePhrase(text);
  return [
    ...phrase.directions.map(({ sign }) => (sign > 0 ? '+' : '-')),
    ...phrase.quantities.map(({ number, scaleWord, unit, decimals }) => [number, scaleWord, unit, decimals].join('|')),
    ...phrase.qualifiers.map(({ word }) => `?${word}`),
  ].join(' ');
}

describe('what a phrase says', () => {
  it.each([
    ['3.5%', '3.5||percent|1'],
    ['closed up 3.5%', '+ 3.5||percent|1'],
    ['Closed UP 3.5 percent', '+ 3.5||percent|1'],
    ['11.5 per cent', '11.5||percent|1'],
    ['9.9\u00A0percentage points', '9.9||percentage points|1'],
    ['9.9 percentage\npoints', '9.9||percentage points|1'],
    ['9.9 points', '9.9||points|1'],
    ['fell 19 basis points', '- 19||basis points|0'],
    ['19 bp', '19||basis points|0'],
    ['2,263.67', '2263.67|||2'],
    ['2.1 million contracts', '2.1|million|contracts|1'],
    ['2.1m', '2.1|m||1'],
    ['1.2 billion', '1.2|billion||1'],
    ['five sessions', '5||sessions|0'],
    ['Five trading days', '5||sessions|0'],
    ['$215.40', '215.4||dollars|2'],
    ['−0.9%', '-0.9||percent|1'],
    ['-0.9%', '-0.9||percent|1'],
    ['+0.9%', '0.9||percent|1'],
    ['1.3 times', '1.3||times|1'],
    ['a loss of 0.9%', '- 0.9||percent|1'],
    ['one of them', ''],
    ['uptown', ''],
    ['a five-year plan', ''],
    ['dropdown', ''],
    ['5 of 7 sessions', '5|||0 7||sessions|0'],
    ['nearly 19%', '19||percent|0 ?nearly'],
    ['its best week since November', '?best ?since'],
    ['', ''],
  ])('%j is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('says where each part stands', () => {
    const phrase = parsePhrase('closed up 3.5% then');
    expect([phrase.directions[0].offset, phrase.quantities[0].offset, phrase.quantities[0].text]).toEqual([7, 10, '3.5%']);
  });
});

describe('the lexicon', () => {
  it('has every word once', () => {
    const words = [
      ...directions.up,
      ...directions.down,
      ...Object.values(units).flat(),
      ...Object.keys(scales),
      ...Object.keys(numberWords),
      ...qualifiers,
    ];
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it.each(directions.up)("'%s' is up", (word) => expect(read(`${word} 1%`)).toBe('+ 1||percent|0'));
  it.each(directions.down)("'%s' is down", (word) => expect(read(`${word} 1%`)).toBe('- 1||percent|0'));
  it.each(qualifiers)("'%s' is never passed over", (word) => expect(read(`${word} 1%`)).toContain(`?${word}`));
  it.each(Object.entries(units).flatMap(([unit, words]) => words.map((word) => [word, unit])))("'%s' is %s", (word, unit) =>
    expect(read(`2 ${word}`)).toBe(`2||${unit}|0`),
  );
});
