import { print } from './number-style.ts';

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** 'five' for 5; figures from 13 on. */
export function countWord(count: number): string {
  return WORDS[count] ?? print(count, 0);
}
