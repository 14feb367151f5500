/** What is a rank or a date already: 'third', 'January 4, 2022'. */
import { placeWord } from '../number-words.ts';
import { shareOfValue } from '../rarity.ts';
import { mentionLike } from '../when.ts';
import type { Generator } from './generator.ts';

export const ranks: Generator = ({ unit, value, column: { values } }) =>
  unit === 'rank' ? [{ text: placeWord(value), share: Math.min(1, value / values.length) }] : [];

export const dates: Generator = (subject) => {
  if (subject.unit !== 'date') return [];
  const share = shareOfValue(subject);
  return [{ month: 1, day: 1 }, { month: 1 }].map((like) => ({ text: mentionLike(like, subject.value), share }));
};
