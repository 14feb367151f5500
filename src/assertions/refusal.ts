/** Words that can't be read as claims, and why. */
import type { Atom } from './atoms.ts';
import { type Complaint, unclear } from './subject.ts';

/** Carries a complaint out of the assembly. */
export class Refusal extends Error {
  readonly complaint: Complaint;
  constructor(complaint: Complaint) {
    super(complaint.message);
    this.complaint = complaint;
  }
}

/** @throws Refusal */
export function refuse(offset: number, message: string): never {
  throw new Refusal(unclear(offset, message));
}

/** What is wrong with a word of a claim that none was made of. */
export const STRAY: Readonly<Record<(Atom & { type: 'stray' })['what'], (word: string) => string>> = {
  unit: (word) => `'${word}' has no number that is understood before it. Write digits and a unit that the metric has.`,
  number: (word) => `'${word}' counts nothing that is understood. Write it before what it counts, or leave it outside the Fact.`,
  bound: (word) => `'${word}' stands before no number. Write it before the number it bounds, or leave it outside the Fact.`,
  hedge: (word) => `'${word}' changes what is claimed, in a way that is not checked. Say what is, or leave it outside the Fact.`,
  form: (word) => `'${word}' is no number that is understood. Write digits, and a unit that the metric has.`,
  ambiguous: (word) => `'${word}' can be read in two ways. Write 'at most', 'rose to', or a multiple such as '4 times'.`,
};
