/** What is another in a text than in the one before, sentence by sentence. */

/** A sentence as it was and as it is; null where it is new, or gone. */
export interface SentenceChange {
  was: string | null;
  now: string | null;
}

/** In the order of the text. Between sentences that stayed, what went and what came are told as pairs. */
export function changedSentences(before: readonly string[], after: readonly string[]): SentenceChange[] {
  const changes: SentenceChange[] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...kept(before, after), [before.length, after.length]]) {
    for (; i < nextI || j < nextJ; i = Math.min(i + 1, nextI), j = Math.min(j + 1, nextJ))
      changes.push({ was: i < nextI ? before[i] : null, now: j < nextJ ? after[j] : null });
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return changes;
}

/** A sentence's words in stretches: those of both, those that are gone, those that are new. */
export interface Stretch {
  kind: 'both' | 'gone' | 'new';
  text: string;
}

/** Word by word; a single word that stayed between two changes is told with them. */
export function changedWords(was: string, now: string): Stretch[] {
  const [old, other] = [was.split(' '), now.split(' ')];
  const stretches: Stretch[] = [];
  const add = (kind: Stretch['kind'], words: readonly string[]): void => {
    if (words.length > 0) stretches.push({ kind, text: words.join(' ') });
  };
  let [i, j] = [0, 0];
  for (const [nextI, nextJ, length] of runsOf(kept(old, other), old.length, other.length)) {
    add('gone', old.slice(i, nextI));
    add('new', other.slice(j, nextJ));
    add('both', old.slice(nextI, nextI + length));
    [i, j] = [nextI + length, nextJ + length];
  }
  return stretches;
}

/** How many words stand around a change that is told. */
const AROUND = 3;

/** What is another in a sentence, with a few words around it: '… index rose 3.5% in …'. */
export function excerpts({ was, now }: { was: string; now: string }): { was: string; now: string } {
  const [old, other] = [was.split(' '), now.split(' ')];
  const most = Math.min(old.length, other.length);
  let [start, end] = [0, 0];
  while (start < most && old[start] === other[start]) start++;
  while (end < most - start && old[old.length - 1 - end] === other[other.length - 1 - end]) end++;
  const from = Math.max(0, start - AROUND);
  const excerpt = (words: readonly string[]): string => {
    const to = Math.min(words.length, words.length - end + AROUND);
    return `${from > 0 ? '… ' : ''}${words.slice(from, to).join(' ')}${to < words.length ? ' …' : ''}`;
  };
  return { was: excerpt(old), now: excerpt(other) };
}

/** Pairs that follow each other as runs, and an empty one at the end. A single word between changes is no run. */
function runsOf(pairs: readonly (readonly [number, number])[], endI: number, endJ: number): [number, number, number][] {
  const runs: [number, number, number][] = [];
  for (const [i, j] of pairs) {
    const last = runs.at(-1);
    if (last && last[0] + last[2] === i && last[1] + last[2] === j) last[2]++;
    else runs.push([i, j, 1]);
  }
  const long = runs.filter(([i, j, length]) => length > 1 || (i === 0 && j === 0) || (i + length === endI && j + length === endJ));
  return [...long, [endI, endJ, 0]];
}

/** The longest run of equal items, not necessarily next to each other: their places in both. */
function kept(before: readonly string[], after: readonly string[]): [number, number][] {
  const width = after.length + 1;
  const longest = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      longest[i * width + j] =
        before[i] === after[j] ? longest[(i + 1) * width + j + 1] + 1 : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i] === after[j]) pairs.push([i++, j++]);
    else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) i++;
    else j++;
  }
  return pairs;
}
