/** What makes phrases of one kind. It may propose what does not hold: `truePhrases` keeps only what the checker passes. */
import type { Subject } from '../subject.ts';

export const KINDS = ['superlative', 'place', 'streak', 'multiple', 'number', 'bound', 'range', 'flat', 'rank', 'date'] as const;

export type PhraseKind = (typeof KINDS)[number];

export interface Proposal {
  text: string;
  /** The share of values of which as much could have been said: see `rarity.ts`. */
  share: number;
  /** A window over which a range is told, for the attribute of that name. */
  over?: string;
}

export type Generator = (subject: Subject) => Proposal[];
