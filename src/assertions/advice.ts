/** What complaints say to write, and the words with that put in. */
import type { Atom, Place } from './atoms.ts';
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
const ROUNDS = 3;

/**
 * The words with what the complaints advise put in: 'closed up 3.6%' is 'closed up 3.5%' where the data say 3.505%.
 * Null where no advice makes them hold. Words that hold are returned as they are.
 */
export function advisedWords(text: string, subject: Subject, rounds = ROUNDS): string | null {
  const { checks, complaints } = verify(text, subject);
  const complaint = complaints.find(({ rule }) => !WARNINGS.includes(rule));
  if (!complaint) return checks.every(({ ok }) => ok) ? text : null;
  if (rounds === 0) return null;
  for (const candidate of candidates(text, complaint)) {
    const words = advisedWords(candidate, subject, rounds - 1);
    if (words !== null) return words;
  }
  return null;
}

/** The advice in the place of what the complaint names ('fell'), of that and the number after it ('fell 0.9%'), and by itself. */
function candidates(text: string, { offset, message }: Complaint): string[] {
  const named = /^'(.+?)' (?:does not hold|is truncated|can't be shown)/.exec(message)?.[1] ?? '';
  const start = text.indexOf(named, offset);
  const stretches = atomsIn(text).flatMap((atom) => (atom.type === 'quantity' && atom.offset > offset ? [atom.end] : []));
  return adviceIn(message).flatMap((advice) => {
    if (named === '' || start < 0) return [advice];
    const before = text.slice(0, start);
    const words = withoutVerbIn(before, advice);
    return [...[start + named.length, ...stretches].map((end) => before + words + text.slice(end)), advice];
  });
}

/** 'Rose 11.3%' after 'rose' is '11.3%'; 'led by 9.7 points' after 'led the S&P 500 by' is '9.7 points'. */
function withoutVerbIn(before: string, advice: string): string {
  const verbOf = (text: string): Place | undefined => atomsIn(text).find((atom) => atom.type === 'direction');
  const [verb, written] = [verbOf(advice), verbOf(before)];
  return verb && written && verb.word.toLowerCase() === written.word.toLowerCase()
    ? advice.slice(verb.end).replace(/^(?: by)? /, '')
    : advice;
}

const atomsIn = (text: string): Atom[] => parsePhrase(text, nameMatcher());
