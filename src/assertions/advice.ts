/** What complaints say to write, and the words with that put in. */
import type { Atom, Place, Quantity } from './atoms.ts';
import { nameMatcher } from './names.ts';
import { parsePhrase } from './phrase.ts';
import { type Complaint, type Subject, WARNINGS } from './subject.ts';
import { verify } from './verify.ts';

/** What a complaint says to write: the words in quotes, or a bare number, each as an author would type it. */
export function adviceIn(message: string): string[] {
  const written = /\bWrite (.*?)(?:, or (?:at="…" for another day|put the (?:date|day) outside))?\.$/.exec(message)?.[1] ?? '';
  return written === ''
    ? []
    : written.split(/, or (?=['\d−$]|more|less|nearly)/).map((one) => /^(?:the date: )?'(.+)'$/.exec(one)?.[1] ?? one);
}

/** How many complaints are followed, one after the other. */
const ROUNDS = 5;

/**
 * The words with what the complaints advise put in: 'closed up 3.6%' is 'closed up 3.5%' where the data say 3.505%. What else the author
 * says is kept; a last clause that can't be made to hold is left out before all the rest is.
 * Null where no advice makes them hold. Words that hold are returned as they are.
 */
export function advisedWords(text: string, subject: Subject): string | null {
  const clause = text.lastIndexOf(', ');
  return (
    mended(text, subject, replaced) ??
    (clause > 0 ? mended(text.slice(0, clause), subject, replaced) : null) ??
    mended(text, subject, (words, complaint) => [...replaced(words, complaint), ...adviceIn(complaint.message)], 3)
  );
}

/** @param candidates the words that a complaint asks for, the likeliest first */
function mended(text: string, subject: Subject, candidates: typeof replaced, rounds = ROUNDS): string | null {
  const { checks, complaints } = verify(text, subject);
  const complaint = complaints.find(({ rule }) => !WARNINGS.includes(rule));
  if (!complaint) return checks.every(({ ok }) => ok) ? text : null;
  if (rounds === 0) return null;
  for (const candidate of candidates(text, complaint)) {
    const words = mended(candidate, subject, candidates, rounds - 1);
    if (words !== null) return words;
  }
  return null;
}

/** The advice in the place of what the complaint names. 'Fell 3.0%' for 'rose' takes the place of 'rose 3.5%', 'rose' that of 'was cut'. */
function replaced(text: string, { offset, message }: Complaint): string[] {
  const named = /^'(.+?)' (?:does not hold|is truncated|can't be shown)/.exec(message)?.[1] ?? '';
  const start = named === '' ? -1 : text.indexOf(named, offset);
  if (start < 0) return [];
  const end = start + named.length;
  return adviceIn(message).map((advice) => {
    const isVerb = atomsIn(advice).some((atom) => atom.type === 'direction' && atom.offset === 0 && !atom.standing);
    const before = isVerb ? text.slice(0, start).replace(/\b(?:is|are|was|were|(?:has|have|had)(?: been)?) $/i, '') : text.slice(0, start);
    const takesNumber = numbersIn(advice).length > 0 && numbersIn(named).length === 0;
    const until = (takesNumber && numbersIn(text).find((number) => number.offset >= end)?.end) || end;
    return withArticle(before, advice) + withoutVerbIn(before, advice) + text.slice(until);
  });
}

const numbersIn = (text: string): Quantity[] => atomsIn(text).filter((atom) => atom.type === 'quantity');

/** 'The highest' in the place of 'a 14-month high'. */
const withArticle = (before: string, advice: string): string => (/^\S*est\b/.test(advice) ? before.replace(/\ban? $/, 'the ') : before);

/** 'Rose 11.3%' after 'rose' is '11.3%'; 'led by 9.7 points' after 'led the S&P 500 by' is '9.7 points'. */
function withoutVerbIn(before: string, advice: string): string {
  const verbOf = (text: string): Place | undefined => atomsIn(text).find((atom) => atom.type === 'direction');
  const [verb, written] = [verbOf(advice), verbOf(before)];
  return verb && written && verb.word.toLowerCase() === written.word.toLowerCase()
    ? advice.slice(verb.end).replace(/^(?: by)? /, '')
    : advice;
}

const atomsIn = (text: string): Atom[] => parsePhrase(text, nameMatcher());
