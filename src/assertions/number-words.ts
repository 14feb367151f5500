/** Numbers and places in words, from one and first to ninety-nine and ninety-ninth. */
import { ones, onesPlaces, tens, tensPlaces } from './lexicon.ts';

/** 'twenty-five' is the last of the tens joined to the last of the ones. */
function upToNinetyNine(alone: readonly string[], round: readonly string[]): ReadonlyMap<string, number> {
  const words = new Map(alone.map((word, i) => [word, i + 1]));
  for (const [i, ten] of tens.entries()) {
    words.set(round[i], 20 + 10 * i);
    for (const [k, one] of alone.slice(0, 9).entries()) words.set(`${ten}-${one}`, 20 + 10 * i + k + 1);
  }
  return words;
}

export const numberWords = upToNinetyNine(ones, tens);
export const placeWords = upToNinetyNine(onesPlaces, tensPlaces);

const wordOf = (words: ReadonlyMap<string, number>, number: number): string | undefined =>
  [...words].find(([, value]) => value === number)?.[0];

/** 'five' for 5, '120' beyond the words. */
export const numberWord = (number: number): string => wordOf(numberWords, number) ?? String(number);

/** 'third' for 3, '121st' beyond the words. */
export function placeWord(place: number): string {
  const suffix = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' };
  return wordOf(placeWords, place) ?? `${place}${suffix[new Intl.PluralRules('en-US', { type: 'ordinal' }).select(place)]}`;
}
