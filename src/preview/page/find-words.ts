/** Where words of the source stand in the page: type changes quotation marks, dashes and spaces, so only letters and digits are compared. */
import type { Around } from '../state.ts';

interface Letters {
  text: string;
  /** The text node of each letter, and its offset there. */
  places: [Text, number][];
}

const IS_LETTER = /[\p{L}\p{N}]/u;

export const lettersOf = (text: string): string =>
  [...text]
    .filter((letter) => IS_LETTER.test(letter))
    .join('')
    .toLowerCase();

/** Null where the words with those around them are not in the page. */
export function findWords({ before, words, after }: Around, root: Element): Range | null {
  const { text, places } = lettersIn(root);
  const [head, own, tail] = [before, words, after].map(lettersOf);
  const at = text.indexOf(head + own + tail);
  if (own === '' || at < 0) return null;
  const [from, to] = [places[at + head.length], places[at + head.length + own.length - 1]];
  const range = document.createRange();
  // Signs at either end belong to the words: quotation marks, '%'.
  const isSign = (letter: string | undefined): boolean => letter !== undefined && !IS_LETTER.test(letter);
  const signs = [words.search(IS_LETTER), [...words].reverse().findIndex((letter) => IS_LETTER.test(letter))];
  let [start, end] = [from[1], to[1] + 1];
  for (let left = signs[0]; left > 0 && isSign(from[0].data[start - 1]); left--) start--;
  for (let left = signs[1]; left > 0 && isSign(to[0].data[end]); left--) end++;
  range.setStart(from[0], start);
  range.setEnd(to[0], end);
  return range;
}

function lettersIn(root: Element): Letters {
  const letters: Letters = { text: '', places: [] };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.parentElement?.closest('svg, script, style, .unseen, .preview-flag')) continue;
    for (const [at, letter] of node.data.split('').entries()) {
      if (!IS_LETTER.test(letter)) continue;
      letters.text += letter.toLowerCase();
      letters.places.push([node, at]);
    }
  }
  return letters;
}
