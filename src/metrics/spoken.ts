/** A printed value as a screen reader should say it: signs and short units in words. */

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\u2212 ?(?=[$\d])/g, 'minus '],
  [/\+(?=[$\d])/g, 'plus '],
  [/(?<=\d)[ \u00A0]pp\b/g, ' percentage points'],
  [/(?<=\d)[ \u00A0]bp\b/g, ' basis points'],
  [/(?<=\d)[ \u00A0]sd\b/g, ' standard deviations'],
  [/(?<=\d)[ \u00A0]?×/g, ' times'],
  [/(?<=\d)m\b/g, ' million'],
  [/(?<=\d)bn\b/g, ' billion'],
];

/** '−2.1 pp' is 'minus 2.1 percentage points'. What has nothing to be said otherwise comes back as it is. */
export function spoken(printed: string): string {
  return WORDS.reduce((text, [pattern, words]) => text.replace(pattern, words), printed);
}
