/**
 * Is a quotation word for word in its source? White space and the shapes of quote marks and dashes do not count.
 * '…' (or '...') parts what was left out: the parts must follow each other. '[…]' is the editor's: what stands in it is not looked for.
 */

export interface QuotationVerdict {
  holds: boolean;
  /** The first part that is not in the source after the parts before it. */
  missing?: string;
  /** The longest run of words of that part that is, of three words or more; else null. */
  run?: string | null;
  /** Where there is no such run: the sentence that has most of its words, at least half of them; else null. */
  nearest?: string | null;
}

export function foldQuotation(text: string): string {
  return text
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/\.\.\./g, '…')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
}

export function findQuotation(quotation: string, source: string): QuotationVerdict {
  const text = foldQuotation(source);
  const parts = foldQuotation(quotation)
    .split(/\s*(?:…|\[[^\]]*\])\s*/)
    .filter((part) => part !== '');
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0) return { holds: false, missing: part, ...closestTo(part, text) };
    from = at + part.length;
  }
  return { holds: parts.length > 0 };
}

/** Words in a row that can't be chance. */
const SHORTEST_RUN = 3;

function closestTo(part: string, text: string): Pick<QuotationVerdict, 'run' | 'nearest'> {
  const run = longestRun(part, text);
  return { run, nearest: run === null ? nearestSentence(part, text) : null };
}

function longestRun(part: string, text: string): string | null {
  const words = part.split(' ');
  for (let length = words.length; length >= SHORTEST_RUN; length--)
    for (let from = 0; from + length <= words.length; from++) {
      const run = words.slice(from, from + length).join(' ');
      if (holdsWords(run, text)) return run;
    }
  return null;
}

/** Whole words: 'rates fell' is not in 'rates fellow'. */
function holdsWords(run: string, text: string): boolean {
  const isWord = (character: string | undefined): boolean => /[\p{L}\p{N}]/u.test(character ?? '');
  for (let at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + 1))
    if (!isWord(text[at - 1]) && !isWord(text[at + run.length])) return true;
  return false;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];

function nearestSentence(part: string, text: string): string | null {
  const words = [...new Set(wordsOf(part))];
  const shared = text.split(/(?<=[.?!]"?) /).map((sentence) => {
    const inside = new Set(wordsOf(sentence));
    return { sentence, count: words.filter((word) => inside.has(word)).length };
  });
  const best = shared.reduce((a, b) => (b.count > a.count ? b : a));
  return best.count > 0 && best.count * 2 >= words.length ? best.sentence : null;
}
