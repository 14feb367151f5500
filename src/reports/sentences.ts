/** The sentence that an assertion stands in, as a reader sees it: what comes before its words, and after. */
import type { Block, Part, ReportSource } from '../assertions/read.ts';

export interface Sentence {
  before: string;
  after: string;
}

/** An end of a sentence: not after an abbreviation, and only where a new one begins with a capital, a quotation mark or a digit. */
const END =
  /(?<!\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Ms|Dr|St|vs|No|U\.S|e\.g|i\.e))[.?!][”"’')]*\s+(?=[“"‘'(]?[A-Z\d\uFFFC])/g;

/**
 * @param printed what each assertion prints, by id
 * @returns by the id of the assertion
 */
export function sentencesOf(blocks: readonly Block[], printed: ReadonlyMap<string, string>): Map<string, Sentence> {
  const sentences = new Map<string, Sentence>();
  for (const { parts } of blocks) {
    const print = (part: Part): string => ('text' in part ? part.text : (printed.get(part.element.id) ?? ''));
    for (const [i, part] of parts.entries()) {
      if ('text' in part) continue;
      const before = parts.slice(0, i).map(print).join('');
      const after = parts
        .slice(i + 1)
        .map(print)
        .join('');
      sentences.set(part.element.id, { before: lastSentence(before).trimStart(), after: firstSentence(after).trimEnd() });
    }
  }
  return sentences;
}

/**
 * All that a reader reads, sentence by sentence in the order of the file: headline, standfirst, text, titles of figures. Names in
 * drawings are left out.
 * @param printed what each assertion prints, by id
 */
export function allSentences(
  { blocks, elements }: Pick<ReportSource, 'blocks' | 'elements'>,
  printed: ReadonlyMap<string, string>,
): string[] {
  const print = (part: Part): string => ('text' in part ? part.text : (printed.get(part.element.id) ?? ''));
  const within = new Set(blocks.flatMap(({ parts }) => parts.flatMap((part) => ('text' in part ? [] : [part.element]))));
  const texts = [
    ...blocks.flatMap(({ role, parts: [first, ...rest] }) =>
      first === undefined || role === 'names'
        ? []
        : [{ offset: 'text' in first ? first.offsets[0] : first.element.offset, text: [first, ...rest].map(print).join('') }],
    ),
    // A quotation that stands by itself.
    ...elements
      .filter((element) => element.name !== 'Figure' && !within.has(element))
      .map((element) => ({ offset: element.offset, text: print({ element }) })),
  ];
  return texts.sort((a, b) => a.offset - b.offset).flatMap(({ text }) => sentencesIn(text));
}

function sentencesIn(text: string): string[] {
  const starts = [0, ...[...text.matchAll(END)].map((match) => match.index + match[0].length)];
  return starts
    .map((start, i) =>
      text
        .slice(start, starts[i + 1])
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((sentence) => sentence !== '');
}

/** Where the sentence around an offset begins and ends. */
export function sentenceAround(text: string, offset: number): [number, number] {
  const ends = [...text.matchAll(END)].map((match) => match.index + match[0].length);
  return [ends.findLast((end) => end <= offset) ?? 0, ends.find((end) => end > offset) ?? text.length];
}

function lastSentence(text: string): string {
  const ends = [...`${text}\uFFFC`.matchAll(END)].map((match) => match.index + match[0].length);
  return text.slice(ends.at(-1) ?? 0);
}

function firstSentence(text: string): string {
  const [end] = [...text.matchAll(END)].map((match) => match.index + match[0].trimEnd().length);
  return text.slice(0, end);
}
