import { countWord } from '../metrics/count-word.ts';

/** 'Three' for 3, at the head of a sentence; figures from 13 on. */
export function inWords(count: number): string {
  return countWord(count).replace(/^[a-z]/, (letter) => letter.toUpperCase());
}
