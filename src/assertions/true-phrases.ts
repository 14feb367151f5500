/**
 * What may be said of a metric on its day: the checker in reverse. Each phrase is put through `verify`, and returned only where it holds
 * without a warning, so that what is proposed here and what is checked can't disagree.
 */
import { bounds } from './phrases/bounds.ts';
import { flat } from './phrases/flat.ts';
import { type Generator, KINDS, type PhraseKind, type Proposal } from './phrases/generator.ts';
import { multiples } from './phrases/multiples.ts';
import { numbers } from './phrases/numbers.ts';
import { places } from './phrases/places.ts';
import { overRange, ranges } from './phrases/ranges.ts';
import { dates, ranks } from './phrases/ranks.ts';
import { streaks } from './phrases/streaks.ts';
import { superlatives } from './phrases/superlatives.ts';
import type { Subject } from './subject.ts';
import { verify } from './verify.ts';

export interface TruePhrase extends Proposal {
  kind: PhraseKind;
}

const GENERATORS: Readonly<Record<PhraseKind, Generator>> = {
  superlative: superlatives,
  place: places,
  streak: streaks,
  multiple: multiples,
  number: numbers,
  bound: bounds,
  range: ranges,
  flat,
  rank: ranks,
  date: dates,
};

/** What is true of every second value is no news where it compares. */
const COMPARING: readonly PhraseKind[] = ['superlative', 'place', 'streak'];
const OFTEN = 0.5;

/** True where the words hold of the subject and nothing is to be said against them, a warning included. */
export function isPlainlyTrue(text: string, subject: Subject): boolean {
  const { checks, complaints } = verify(text, subject);
  return complaints.length === 0 && checks.length > 0 && checks.every(({ ok }) => ok);
}

/** The most remarkable first; of one rarity in the order of the kinds. Empty where nothing can be said in words: of a flag. */
export function truePhrases(subject: Subject): TruePhrase[] {
  const proposed = KINDS.flatMap((kind) => GENERATORS[kind](subject).map((proposal) => ({ kind, ...proposal })));
  return proposed
    .filter(({ kind, share }) => !COMPARING.includes(kind) || share <= OFTEN)
    .filter(({ text }, i) => proposed.findIndex((other) => other.text === text) === i)
    .filter(({ text, over }) => isPlainlyTrue(text, over ? overRange(subject) : subject))
    .sort((a, b) => a.share - b.share);
}
