import { distance } from 'fastest-levenshtein';

/** What has all the words in its texts, whatever their case, in its order. Of no words: all. */
export function foundByWords<T>(all: readonly T[], words: readonly string[], textsOf: (one: T) => readonly string[]): T[] {
  const wanted = words.map((word) => word.toLowerCase());
  return all.filter((one) => {
    const text = textsOf(one).join('\n').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** Where nothing has all the words: what has words nearest to them, at most `most`, the nearest first. */
export function nearestByWords<T>(all: readonly T[], words: readonly string[], textsOf: (one: T) => readonly string[], most = 3): T[] {
  const farness = (one: T): number => {
    const parts = textsOf(one)
      .join(' ')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u);
    return words.reduce((sum, word) => sum + Math.min(...parts.map((part) => distance(word.toLowerCase(), part) / word.length)), 0);
  };
  return [...all]
    .map((one) => ({ one, far: farness(one) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ one }) => one);
}
