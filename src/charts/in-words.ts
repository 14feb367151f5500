import { countWord } from '../metrics/count-word.ts';

/** 'Three' for 3, at the head of a sentence; figures from 13 on. */
export function inWords(count: number): string {
  const word = countWord(count);
  return word[0].toUpperCase() + word.slice(1);
}
