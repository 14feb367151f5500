/** Names of series among the words: they must be in the metric, and say which side of a difference is spoken of. */
import type { Atom } from './atoms.ts';
import { type Complaint, type Subject, unclear } from './subject.ts';

/** True where a word of direction is said of the other side of a difference. */
export function isReversed(move: (Atom & { type: 'direction' }) | null, text: string, subject: Subject): boolean {
  return move !== null && subject.shape.isDifference && speaksOfTheOther(text, move.offset, subject);
}

/** Where in the text the names of series stand, in any case. */
export function namesIn(
  text: string,
  { titles }: Pick<Subject, 'titles'>,
): { title: string; side: Subject['titles'][number]['side']; offset: number }[] {
  const folded = text.toLowerCase();
  // Most texts name few of all series: a name is as long as its title and begins with the title's first word.
  return titles.flatMap(({ title, side }) => {
    if (title.length > text.length) return [];
    const { first, pattern } = patternOf(title);
    if (!folded.includes(first)) return [];
    return [...text.matchAll(pattern)]
      .filter(({ 0: name, index }) => !goesOn(name, title, text.slice(index + name.length)))
      .map(({ index }) => ({ title, side, offset: index }));
  });
}

/** Each is made once: every phrase is looked through for all of them. */
const patterns = new Map<string, { first: string; pattern: RegExp }>();

function patternOf(title: string): { first: string; pattern: RegExp } {
  const known = patterns.get(title);
  if (known) return known;
  const name = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \\u00A0]');
  const made = { first: title.toLowerCase().split(' ')[0], pattern: new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'gi') };
  patterns.set(title, made);
  return made;
}

/** 'Russell 2000 Value' is another index than 'Russell 2000'; of a text in capitals that can't be told. */
const goesOn = (name: string, title: string, rest: string): boolean =>
  /^[ \u00A0-](?:[A-Z]|\d{3,4}(?![\d.,%]| points))/.test(rest) && (name === title || name !== title.toUpperCase());

/** A series that is named, and is not in the metric. */
export function strangerIn(text: string, subject: Subject): Complaint | null {
  const names = namesIn(text, subject);
  const known = new Set(names.filter(({ side }) => side !== 'other').map(({ title }) => title));
  const stranger = names.find(({ side, title }) => side === 'other' && !known.has(title));
  return stranger
    ? unclear(
        stranger.offset,
        `'${stranger.title}' is not in the metric, ${subject.metric}. Name what is measured, or put the name outside the Fact.`,
      )
    : null;
}

/** True where the last name before the verb is that of the right side ('the S&P 500 trailed'), or the one it beat that of the left. */
function speaksOfTheOther(text: string, offset: number, subject: Subject): boolean {
  const names = namesIn(text, subject)
    .filter((name) => name.side !== 'other')
    .sort((a, b) => a.offset - b.offset);
  const before = names.findLast((name) => name.offset < offset);
  return before ? before.side === 'right' : names[0]?.side === 'left' && isObject(text, offset, names[0].offset);
}

/** 'Beat the S&P 500': what is named after the verb is what was beaten. */
function isObject(text: string, verb: number, name: number): boolean {
  return /^[a-z]+ (?:the )?$/i.test(text.slice(verb, name));
}
