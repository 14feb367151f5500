/**
 * Loose statements: what looks like a number, a superlative, a streak or a quotation and stands outside the four
 * components, so that nothing checks it. Dates, names and code claim nothing. A figure's own texts may repeat what its
 * series say: the length of their window, the day they begin, a number they hold. Beside a Fact may stand what its metric says.
 */
import type { Day } from '../data/day.ts';
import type { Atom, DateMention } from './atoms.ts';
import type { Element, Words } from './element.ts';
import { bounds, superlatives } from './lexicon.ts';
import { proseNameMatcher } from './names.ts';
import { parsePhrase } from './phrase.ts';
import type { Block } from './read.ts';
import { inMention, withYear } from './when.ts';

export interface LooseStatement {
  /** Offset in the file. */
  offset: number;
  words: string;
  message: string;
}

/** What the series of a figure, or the metric of a Fact, say by themselves. */
export interface Terms {
  numbers: readonly number[];
  /** Windows as written: '5d', '1w'. */
  windows: readonly string[];
  days: readonly Day[];
}

export const NO_TERMS: Terms = { numbers: [], windows: [], days: [] };

/** Stands for an assertion among the words of a block. */
export const ASSERTION = '\uFFFC';

/** The words of a block as one text, with one character for each assertion. */
export function joinedWords({ parts }: Pick<Block, 'parts'>): Words {
  const joined: Words = { text: '', offsets: [] };
  for (const part of parts) {
    joined.text += 'text' in part ? part.text : ASSERTION;
    joined.offsets.push(...('text' in part ? part.offsets : [part.element.offset]));
  }
  return joined;
}

/** The assertions of a block with their places in that text. */
export function assertionsIn({ parts }: Pick<Block, 'parts'>): { element: Element; at: number }[] {
  let at = 0;
  return parts.flatMap((part) => {
    const here = at;
    at += 'text' in part ? part.text.length : ASSERTION.length;
    return 'element' in part ? [{ element: part.element, at: here }] : [];
  });
}

/** Bounds that mean nothing else: 'over five sessions' and 'above 2,133' are prose. */
const DANGLING = [...bounds.nearly, ...bounds.more, ...bounds.less, ...bounds.least, ...bounds.most, ...bounds.about]
  .filter((word) => !['close to', 'over', 'above', 'under', 'below', 'up to', 'some'].includes(word))
  .concat('not', 'never', 'all but', 'hardly', 'barely', 'not yet', 'no longer', 'yet to', "[a-z]+n['’]t");
const BOUND_BEFORE_ASSERTION = new RegExp(`\\b(${DANGLING.join('|')})\\s*${ASSERTION}`, 'gi');

const OF_PERIODS = '(?:trading )?(?:day|session|week|month|quarter|year)';
/** Between the words of one statement: not into another sentence, and not over an assertion. */
const BETWEEN = '[^.;\\uFFFC]*?';

/** Measured against something: 'so much', 'as fast'. */
const SO =
  '(?:so|as) (?:much|many|little|few|far|fast|quickly|rapidly|high|low|large|big|great|small|steep|steeply|deep|deeply|long|wide|sharp|sharply|strong|strongly|hard|often|soon|early|late)';

/** Statements that no single word gives away, with what each is. */
const UNCHECKED: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      `\\b(?:never|seldom|rarely|hardly ever)\\b${BETWEEN}\\b(?:higher|lower|better|worse|larger|smaller|steeper|faster|before|such an?|${SO})\\b`,
      'gi',
    ),
    'superlative',
  ],
  [/\b(?:unprecedented|unparalleled|unequalled|unequaled|unmatched|unrivalled|unrivaled)\b/gi, 'superlative'],
  [/\b[a-z]+er than (?:at any (?:time|point)|in any|on any|any other|ever)\b/gi, 'superlative'],
  [
    new RegExp(
      `\\b(?:no|none of the|not one) (?:earlier|previous|prior|other|former|comparable)\\b${BETWEEN}\\b(?:such|like (?:it|this|that)|${SO}|(?:more|less|faster|steeper|larger|smaller|higher|lower|longer|shorter))\\b`,
      'gi',
    ),
    'superlative',
  ],
  [/\b(?:at|to|near|hit|hits|set|sets|setting|reached|reaching) (?:a|another) (?:new )?record\b/gi, 'superlative'],
  [new RegExp(`\\b(${OF_PERIODS}) after \\1\\b`, 'gi'), 'streak'],
  [new RegExp(`\\b(?:every|each) (?:single )?${OF_PERIODS} (?:in|of|since|from|this|last|for|between|until|through)\\b`, 'gi'), 'streak'],
];

/** True where the sentence around says that something moved: 'every session since January' alone is the reach of a figure. */
function tellsOfMove(text: string, at: number, atoms: readonly Atom[]): boolean {
  const start = Math.max(...['. ', '; '].map((mark) => text.lastIndexOf(mark, at)), 0);
  const end = /[.;](?:\s|$)/.exec(text.slice(at))?.index ?? text.length;
  return atoms.some(
    ({ type, offset }) => (type === 'direction' || type === 'peak' || type === 'record') && offset >= start && offset < at + end,
  );
}

/** True where the report lets the words pass. */
const isAllowed = (words: string, allowed: readonly string[]): boolean =>
  allowed.some((one) => one.toLowerCase().includes(words.toLowerCase()));

const PLAIN_SUPERLATIVES = [...superlatives.most, ...superlatives.least].filter((word) => word !== 'most' && word !== 'least');

/**
 * @param allowed words that the report lets pass
 * @param termsAt what may be repeated at a place of the block's text
 */
export function looseStatements(
  block: Block,
  allowed: readonly string[],
  termsAt: (text: string, at: number) => Terms = () => NO_TERMS,
): LooseStatement[] {
  const { text, offsets } = joinedWords(block);
  // A figure is referred to by its number.
  const masked = text.replace(/\bFigure[ \u00A0]\d+/g, (name) => '#'.repeat(name.length));
  const atoms = parsePhrase(masked, proseNameMatcher(allowed));
  const found: (LooseStatement & { at: number })[] = [];
  const add = (at: number, words: string, message: string): void =>
    void found.push({ at, offset: offsets[at] ?? offsets[offsets.length - 1] ?? 0, words, message: placedIn(block, words, message) });

  for (const [i, atom] of atoms.entries()) {
    const what = statementIn(atom, atoms[i - 1], atoms[i + 1], text, termsAt(text, atom.offset));
    if (what) add(atom.offset, wordsOf(text, atom), what);
  }
  for (const match of text.matchAll(BOUND_BEFORE_ASSERTION))
    add(match.index, match[1], `changes what the assertion after it says, and is not checked with it. Put it inside.`);
  const told = [...found];
  for (const [pattern, what] of UNCHECKED)
    for (const match of text.matchAll(pattern))
      if (
        (what !== 'streak' || tellsOfMove(text, match.index, atoms)) &&
        !told.some(({ at, words }) => at >= match.index && at + words.length <= match.index + match[0].length) &&
        !isAllowed(match[0], allowed)
      )
        add(match.index, match[0], `is a ${what} that nothing checks. ${BIND}`);
  for (const match of quotationsIn(text, allowed))
    add(match.index, match[0], 'is a quotation without a source. Put it in a Quote or a Reported with by="…" and source="…".');
  return found.sort((a, b) => a.at - b.at).map(({ at: _at, ...statement }) => statement);
}

/** The words of an atom, to the end of a word that it is joined to: 'two-year'. */
function wordsOf(text: string, { offset, end }: { offset: number; end: number }): string {
  const words = text.slice(offset, end).trim();
  return words.endsWith('-') ? words + (/^[a-z]*/i.exec(text.slice(end))?.[0] ?? '') : words;
}

function quotationsIn(text: string, allowed: readonly string[]): RegExpExecArray[] {
  const masked = text.replace(proseNameMatcher(allowed), (name) => '#'.repeat(name.length));
  return [...masked.matchAll(/[“„"«][^“”„"«»]*[”"»]?/g)];
}

const PUT = 'Put it in a Fact with its metric, in a Reported with its source, or';
const BIND = `${PUT} say on this line why it may stand: {/* loose: reason */}.`;

/** Blocks in which a comment can stand: it can't in an attribute, nor in the front matter. */
const COMMENTED: readonly Block['role'][] = ['text', 'heading', 'note', 'takeaway'];

/** The message for words of a block: where no comment can stand, what lets them pass is an entry of the front matter. */
function placedIn({ role, figure }: Block, words: string, message: string): string {
  if (COMMENTED.includes(role)) return message;
  const put = role === 'names' && figure ? 'Say it in the title or the description, in a Fact, or' : PUT;
  return message.replace(BIND, `${put} let it pass in the front matter: allow: [{ text: "${words}", reason: "…" }].`);
}

/** What is wrong with an atom that stands loose, or null. */
function statementIn(atom: Atom, before: Atom | undefined, after: Atom | undefined, text: string, terms: Terms): string | null {
  switch (atom.type) {
    case 'quantity':
      return isYear(atom) ||
        isBase(text, atom.offset) ||
        ofTerms(atom, terms) ||
        isPlainWord(atom, after?.type === 'period' && isNext(text, atom, after))
        ? null
        : `is a number that nothing checks. ${BIND}`;
    case 'stray':
      return (atom.what === 'form' && !/^(?:19|20)\d\ds$/.test(atom.word)) || /fold$/i.test(atom.word)
        ? `is a number that nothing checks. ${BIND}`
        : null;
    case 'range':
      return isYear(atom.low) && isYear(atom.high) ? null : `is a range that nothing checks. ${BIND}`;
    case 'multiple':
      return isMultiple(atom, before, text) ? `is a multiple that nothing checks. ${BIND}` : null;
    case 'superlative': {
      const plain = PLAIN_SUPERLATIVES.includes(atom.word.toLowerCase());
      return plain || (hasScope(after) && /\bthe\s*$/i.test(text.slice(0, atom.offset)))
        ? `is a superlative that nothing checks. ${BIND}`
        : null;
    }
    case 'record':
      return /^all/i.test(atom.word) ||
        (/^record$/i.test(atom.word) && (after?.type === 'peak' || after?.type === 'period') && isNext(text, atom, after))
        ? `is a superlative that nothing checks. ${BIND}`
        : null;
    case 'since':
      return atom.date !== null && !sinceTerms(atom.date, terms)
        ? `says how far back something goes, and nothing checks it. ${BIND}`
        : null;
    case 'unbroken':
      return isStreak(atom, before, after, text) ? `is a streak that nothing checks. ${BIND}` : null;
    default:
      return null;
  }
}

const isYear = ({ number, unit, digits }: Atom & { type: 'quantity' }): boolean =>
  unit === null && /^(?:19\d\d|20[0-2]\d)$/.test(digits) && number > 0;

/** 'December 29, 2023 = 100' says what a line is measured from. */
const isBase = (text: string, offset: number): boolean => /=\s*$/.test(text.slice(0, offset));

/** 'One day of March' counts nothing; number words count only before a unit or a period: 'five sessions', 'six months'. */
const isPlainWord = ({ digits, unit }: Atom & { type: 'quantity' }, countsPeriods: boolean): boolean =>
  /^[a-z]/i.test(digits) && ((unit === null && !countsPeriods) || /^one$/i.test(digits));

function ofTerms({ number, unit, scale }: Atom & { type: 'quantity' }, { numbers, windows }: Terms): boolean {
  const suffix = unit === 'sessions' ? 'd' : unit === 'weeks' ? 'w' : null;
  return suffix ? windows.includes(`${number}${suffix}`) : numbers.includes(number * scale);
}

function isMultiple({ word, offset, end }: Atom & { type: 'multiple' }, before: Atom | undefined, text: string): boolean {
  if (/half|third|quarter/i.test(word))
    return (
      /^\s+(?:of|as|a (?:percent|percentage|basis)? ?point)\b/.test(text.slice(end)) &&
      !/\b(?:first|second|other)\s*$/i.test(text.slice(0, offset))
    );
  return before?.type !== 'ordinal';
}

const hasScope = (atom: Atom | undefined): boolean => atom?.type === 'since' || atom?.type === 'in-year' || atom?.type === 'record';

const isNext = (text: string, atom: { end: number }, after: { offset: number }): boolean =>
  /^[\s-]*$/.test(text.slice(atom.end, after.offset));

function sinceTerms(date: DateMention | 'year', { days }: Terms): boolean {
  return date !== 'year' && days.some((day) => inMention(day, withYear(date, day)));
}

/** 'Straight' and 'running' are plain words unless something is counted. */
function isStreak(atom: Atom & { type: 'unbroken' }, before: Atom | undefined, after: Atom | undefined, text: string): boolean {
  if (/(?:winning|losing) streak|consecutive|in a row/i.test(atom.word)) return true;
  const counted = before?.type === 'ordinal' || before?.type === 'quantity' || before?.type === 'period';
  return counted && isNext(text, before, atom) && (after === undefined || /straight/i.test(atom.word));
}
