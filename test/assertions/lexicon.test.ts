import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Atom } from '../../src/assertions/atoms.ts';
import * as lexicon from '../../src/assertions/lexicon.ts';
import { nameMatcher, proseNameMatcher } from '../../src/assertions/names.ts';
import { numberWord, numberWords, placeWord, placeWords } from '../../src/assertions/number-words.ts';
import { parsePhrase } from '../../src/assertions/phrase.ts';

/** What the only atom of words is, in short. */
function atomIn(words: string): Atom | undefined {
  const atoms = parsePhrase(words, nameMatcher());
  expect(atoms, words).toHaveLength(1);
  return atoms[0];
}

type Read = readonly [kind: string, words: readonly string[], phrase: (word: string) => string, expected: Record<string, unknown>];

const plain = (word: string): string => word;
const sides = (
  kind: string,
  lists: Readonly<Record<string, readonly string[]>>,
  phrase: (word: string) => string,
  expected: (side: string) => Record<string, unknown>,
): Read[] => Object.entries(lists).map(([side, words]) => [`${kind}, ${side}`, words, phrase, expected(side)]);
const signOf = (side: string): 1 | -1 => (side === 'up' || side === 'most' ? 1 : -1);

const READ: readonly Read[] = [
  ...sides('directions', lexicon.directions, plain, (side) => ({ type: 'direction', sign: signOf(side), strong: false, relative: false })),
  ...sides('strong directions', lexicon.strongDirections, plain, (side) => ({ type: 'direction', sign: signOf(side), strong: true })),
  ...sides('relations', lexicon.relations, plain, (side) => ({ type: 'direction', sign: signOf(side), relative: true, standing: true })),
  ['standing', lexicon.standing.filter((word) => word !== 'under'), plain, { type: 'direction', standing: true }],
  ['positions, up', lexicon.positions.up, plain, { type: 'direction', sign: 1, standing: true }],
  ['positions, down', lexicon.positions.down.filter((word) => word !== 'under'), plain, { type: 'direction', sign: -1, standing: true }],
  ['flat', lexicon.flatWords, plain, { type: 'flat' }],
  ...sides(
    'units',
    lexicon.units,
    (word) => `2 ${word}`,
    (unit) => ({ type: 'quantity', number: 2, unit }),
  ),
  ['scales', Object.keys(lexicon.scales), (word) => `2 ${word}`, { type: 'quantity', number: 2 }],
  ...sides(
    'bounds',
    lexicon.bounds,
    (word) => `${word} 2%`,
    (bound) => ({ type: 'quantity', number: 2, bound }),
  ),
  ...sides(
    'trailing bounds',
    lexicon.trailingBounds,
    (word) => `2% ${word}`,
    (bound) => ({ type: 'quantity', number: 2, bound }),
  ),
  ['multiples', Object.keys(lexicon.multiples), plain, { type: 'multiple' }],
  ...sides('superlatives', lexicon.superlatives, plain, (side) => ({ type: 'superlative', sign: signOf(side) })),
  ['records', lexicon.records, plain, { type: 'record' }],
  ...sides('peaks', lexicon.peaks, plain, (side) => ({ type: 'peak', sign: signOf(side) })),
  ...sides('periods', lexicon.periods, plain, (period) => ({ type: 'period', period })),
  ['unbroken', lexicon.unbroken, plain, { type: 'unbroken' }],
  ['ties', lexicon.ties, plain, { type: 'tie' }],
  ['this year', lexicon.thisYear, plain, { type: 'in-year', year: 'this' }],
  ['open since', lexicon.openSince, (word) => `${word} 2022`, { type: 'since', date: { year: 2022, text: '2022' } }],
  ['since words', lexicon.sinceWords, (word) => `since ${word} 2022`, { type: 'since', date: { year: 2022, text: '2022' } }],
  ['hedges', lexicon.hedges, plain, { type: 'stray', what: 'hedge' }],
  ['foreign units', lexicon.foreignUnits, plain, { type: 'stray', what: 'unit' }],
  ['ambiguous', lexicon.ambiguous, plain, { type: 'stray', what: 'ambiguous' }],
  ['weekdays', lexicon.weekdays, plain, { type: 'weekday' }],
  ['relative days', lexicon.relativeDays, plain, { type: 'relative-day' }],
  ...lexicon.monthNames.map(
    (names, i): Read => [`month ${i + 1}`, names, plain, { type: 'date', date: expect.objectContaining({ month: i + 1 }) }],
  ),
  ...lexicon.weekdayAbbreviations.map((names, i): Read => [`weekday ${i + 1}`, names, plain, { type: 'weekday', weekday: i + 1 }]),
  ['places', [...placeWords.keys()], plain, { type: 'ordinal' }],
  ['numbers', [...numberWords.keys()], (word) => `${word} sessions`, { type: 'quantity', unit: 'sessions' }],
];

describe('every word of every list is read as its kind', () => {
  describe.each(READ)('%s', (_kind, words, phrase, expected) => {
    it.each(words)('%s', (word) => {
      expect(atomIn(phrase(word))).toMatchObject(expected);
      expect(atomIn(phrase(word.toUpperCase()))).toMatchObject({ type: expected.type });
    });
  });

  it.each(Object.entries(lexicon.multiples))("'%s' is %f times", (word, factor) => expect(atomIn(word)).toMatchObject({ factor }));
  it.each(Object.entries(lexicon.scales))("'%s' multiplies by %f", (word, scale) => expect(atomIn(`2 ${word}`)).toMatchObject({ scale }));
  it.each(lexicon.weekdays.map((word, i) => [word, i + 1]))('%s is day %i of the week', (word, weekday) =>
    expect(atomIn(String(word))).toMatchObject({ weekday }),
  );
  it.each(lexicon.names)("'%s' claims nothing", (name) => expect(parsePhrase(name, nameMatcher())).toEqual([]));
  it.each(lexicon.terms)("'%s' claims nothing in prose, and something in a Fact", (term) => {
    expect(parsePhrase(term, proseNameMatcher([]))).toEqual([]);
    expect(parsePhrase(term, nameMatcher())).not.toEqual([]);
  });
  it.each(lexicon.maturities.years)("'%s-year yield' claims nothing", (years) =>
    expect(parsePhrase(`${years}-year yield`, nameMatcher())).toEqual([]),
  );
  it.each(lexicon.maturities.of)("'two-year %s' claims nothing", (of) => expect(parsePhrase(`two-year ${of}`, nameMatcher())).toEqual([]));
});

describe('numbers in words', () => {
  it.each([
    ['one', 1],
    ['nineteen', 19],
    ['twenty', 20],
    ['twenty-one', 21],
    ['ninety-nine', 99],
  ])('%s is %i', (word, number) => {
    expect(numberWords.get(word)).toBe(number);
    expect(numberWord(number)).toBe(word);
  });
  it.each([
    ['first', 1],
    ['twelfth', 12],
    ['twentieth', 20],
    ['forty-third', 43],
    ['ninety-ninth', 99],
    ['100th', 100],
    ['101st', 101],
    ['111th', 111],
    ['122nd', 122],
  ])('%s is place %i', (word, place) => expect(placeWord(place)).toBe(word));
});

describe('no word stands for two things', () => {
  /** Lists of which each word may stand in one only. The others say something more of words that stand here: `standing`, `sizes`. */
  const lists: Readonly<Record<string, readonly string[]>> = {
    up: lexicon.directions.up,
    'up, a verb': lexicon.acts.up,
    'down, a verb': lexicon.acts.down,
    down: lexicon.directions.down,
    'strongly up': lexicon.strongDirections.up,
    'strongly down': lexicon.strongDirections.down,
    led: lexicon.relations.up,
    trailed: lexicon.relations.down,
    flat: lexicon.flatWords,
    ...lexicon.units,
    scales: Object.keys(lexicon.scales),
    ones: lexicon.ones,
    tens: lexicon.tens,
    places: [...lexicon.onesPlaces, ...lexicon.tensPlaces],
    hedges: lexicon.hedges,
    foreign: lexicon.foreignUnits,
    ...lexicon.bounds,
    'trailing least': lexicon.trailingBounds.least,
    'trailing most': lexicon.trailingBounds.most,
    multiples: Object.keys(lexicon.multiples),
    best: lexicon.superlatives.most,
    worst: lexicon.superlatives.least,
    records: lexicon.records,
    high: lexicon.peaks.most,
    low: lexicon.peaks.least,
    ...lexicon.periods,
    unbroken: lexicon.unbroken,
    ties: lexicon.ties,
    thisYear: lexicon.thisYear,
    openSince: lexicon.openSince,
    relativeDays: lexicon.relativeDays,
    ambiguous: lexicon.ambiguous,
  };

  it('in all lists', () => {
    const places = new Map<string, string[]>();
    for (const [list, words] of Object.entries(lists))
      for (const word of words) places.set(word.toLowerCase(), [...(places.get(word.toLowerCase()) ?? []), list]);
    expect([...places].filter(([, where]) => where.length > 1)).toEqual([]);
  });

  it.each([
    ['standing', lexicon.standing, [lists.up, lists.down, lexicon.positions.up, lexicon.positions.down]],
    ['positions', [...lexicon.positions.up, ...lexicon.positions.down], [lists.more, lists.less]],
    ['sizes', lexicon.sizes, [lists.best]],
    ['small sizes', lexicon.smallSizes, [lists.worst]],
    ['of one unit', Object.values(lexicon.ofUnit).flat(), [lists.best, lists.worst]],
  ])('%s only adds to words that stand in another list', (_name, words, others) => {
    expect(words.filter((word) => !others.some((other) => other.includes(word)))).toEqual([]);
  });
});

describe('adding a word is one line', () => {
  it('in its list: no file of the grammar but the lexicon writes one of the lists out', () => {
    const files = readdirSync('src/assertions').filter((file) => file.endsWith('.ts') && file !== 'lexicon.ts');
    const written = files.flatMap((file) => {
      const quoted = readFileSync(`src/assertions/${file}`, 'utf8').matchAll(/'([a-z]+)', '([a-z]+)', '([a-z]+)'/g);
      return [...quoted].filter(([, ...words]) => words.every((word) => atomsOf(word) > 0)).map(([text]) => `${file}: ${text}`);
    });
    expect(written).toEqual([]);
  });
});

const atomsOf = (word: string): number => parsePhrase(word).length;
