import { ordinals } from '../lexicon.ts';

/** 'third' for 3, '21st' beyond the words. */
export function ordinalWord(place: number): string {
  const word = Object.entries(ordinals).find(([, value]) => value === place)?.[0];
  if (word) return word;
  const suffix = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }[
    new Intl.PluralRules('en-US', { type: 'ordinal' }).select(place)
  ];
  return `${place}${suffix}`;
}
