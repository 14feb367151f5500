/** The words of a phrase, told apart by the lexicon. Everything that could be part of a claim is a token of its own kind. */
import { createToken, type IToken, Lexer, type TokenType } from 'chevrotain';
import { isAct } from './acts.ts';
import { FRACTION, ONE_PERIOD } from './fractions.ts';
import {
  acts,
  ambiguous,
  bounds,
  directions,
  flatWords,
  foreignUnits,
  hedges,
  monthNames,
  multiples,
  openSince,
  peaks,
  periods,
  records,
  relations,
  relativeDays,
  scales,
  strongDirections,
  superlatives,
  thisYear,
  ties,
  trailingBounds,
  unbroken,
  units,
  weekdayAbbreviations,
  weekdays,
} from './lexicon.ts';
import { numberWords, placeWords } from './number-words.ts';

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[\\s\\u00A0]+');

/** Any of the words, the longest first, not inside a longer word. */
function anyOf(words: Iterable<string>, flags = 'iy'): RegExp {
  const sorted = [...words].sort((a, b) => b.length - a.length);
  return new RegExp(`(?:${sorted.map((word) => literal(word) + (/\w$/.test(word) ? '(?![\\w-])' : '')).join('|')})`, flags);
}

const alternatives = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');

export const Anything = createToken({ name: 'Anything', pattern: Lexer.NA });
const token = (name: string, pattern: RegExp): TokenType => createToken({ name, pattern, categories: [Anything], line_breaks: true });
const wordToken = (name: string, words: Iterable<string>): TokenType => token(name, anyOf(words));
/** As a function where the pattern needs a Unicode flag, which the lexer drops, or a look at the letters. */
const functionToken = (name: string, pattern: RegExp, accepts: (match: RegExpExecArray) => boolean = () => true): TokenType =>
  createToken({
    name,
    categories: [Anything],
    line_breaks: true,
    pattern: (text: string, offset: number): RegExpExecArray | null => {
      pattern.lastIndex = offset;
      const match = pattern.exec(text);
      return match && accepts(match) ? match : null;
    },
  });
const bothSigns = (lists: Readonly<Record<'up' | 'down', readonly string[]>>): readonly string[] => [...lists.up, ...lists.down];

/** What may follow a number without a space. */
const JOINS: readonly string[] = [...Object.keys(scales), ...Object.values(units).flat(), 'st', 'nd', 'rd', 'th'];

const Space = createToken({ name: 'Space', pattern: /[\s\u00A0]+/, group: Lexer.SKIPPED });
export const OpenSince = wordToken('OpenSince', openSince);
/** 'fivefold' too: five times as much, or five times more? */
export const Ambiguous = token(
  'Ambiguous',
  new RegExp(`${anyOf(ambiguous).source}|(?:${alternatives(numberWords.keys())}|\\d+)-?fold(?!\\w)`, 'iy'),
);
export const ThisYear = wordToken('ThisYear', thisYear);
export const RelativeDay = wordToken('RelativeDay', relativeDays);
export const Unbroken = wordToken('Unbroken', unbroken);
export const Tie = wordToken('Tie', ties);
export const Flat = wordToken('Flat', flatWords);
export const TrailingBound = wordToken('TrailingBound', Object.values(trailingBounds).flat());
export const Bound = wordToken('Bound', Object.values(bounds).flat());
/** '4-1/4', 'a quarter' before 'point'; not inside a word or a number. */
export const Fraction = functionToken('Fraction', FRACTION, ({ index, input }) => !/[\w.,/]$|[a-z]-$/i.test(input.slice(0, index)));
const BOUND_BEFORE = new RegExp(`\\bin\\s+(?:${alternatives(Object.values(bounds).flat())})\\s+$`, 'i');
/** 'A' in 'in more than a year'. */
export const OnePeriod = functionToken('OnePeriod', ONE_PERIOD, ({ index, input }) => BOUND_BEFORE.test(input.slice(0, index)));
export const Multiple = wordToken('Multiple', Object.keys(multiples));
export const Superlative = wordToken('Superlative', [...superlatives.most, ...superlatives.least]);
export const Record = wordToken('Record', records);
export const Peak = wordToken('Peak', [...peaks.most, ...peaks.least]);
export const StrongDirection = wordToken('StrongDirection', bothSigns(strongDirections));
export const Direction = wordToken('Direction', bothSigns(directions));
/** 'Cut 100 basis points', not 'a cut'. */
export const Act = functionToken('Act', anyOf(bothSigns(acts)), ({ 0: word, index, input }) => isAct(input, index, index + word.length));
export const Relation = wordToken('Relation', bothSigns(relations));
/** 'not', 'one of the', "didn't", '20%+', 'mid-July'. */
export const Hedge = token(
  'Hedge',
  new RegExp(
    `${anyOf(hedges).source}|[a-z]+n['’]t(?!\\w)|\\+(?!\\$?\\.?\\d)|mid-(?=\\d|(?:${alternatives(monthNames.flat()).replaceAll('.', '\\.')})(?!\\w))`,
    'iy',
  ),
);
export const ForeignUnit = wordToken('ForeignUnit', foreignUnits);
/** 'third', '17th'; a hyphen may follow: 'second-best'. */
export const Ordinal = token('Ordinal', new RegExp(`(?:${alternatives(placeWords.keys())}|\\d+(?:st|nd|rd|th))(?!\\w)-?`, 'iy'));
/** '5b', '1990s', '7/16', '1e3': what stands glued to a number and is no scale, unit or place changes it. */
export const Glued = functionToken(
  'Glued',
  /\d+(?:[.,]\d+)*(?:\/\d+|(?<letters>\p{L}+)[\p{L}\d]*)/uy,
  ({ groups }) => !JOINS.includes(groups?.letters?.toLowerCase() ?? ''),
);
export const Scale = wordToken('Scale', Object.keys(scales));
export const NumberWord = wordToken('NumberWord', numberWords.keys());
/** 'five' in 'five-day', '9.9' in '9.9-point'. */
export const JoinedNumber = token('JoinedNumber', new RegExp(`(?:\\d+(?:\\.\\d+)?|${alternatives(numberWords.keys())})-(?=[a-z])`, 'iy'));
export const Unit = wordToken('Unit', Object.values(units).flat());
export const Period = wordToken('Period', Object.values(periods).flat());
export const Since = wordToken('Since', ['since']);
export const Between = wordToken('Between', ['between']);
export const And = wordToken('And', ['and']);
export const To = wordToken('To', ['to']);
export const In = wordToken('In', ['of', 'in']);
export const Last = wordToken('Last', ['last']);
const dayPattern = new RegExp(`(?:${weekdays.join('|')}|(?:${alternatives(weekdayAbbreviations.flat())})\\.?)(?![\\w-])`, 'iy');
/** 'Tuesday', 'tuesday', 'Tue.', 'tue'; 'sat', 'sun' and 'wed' are words of their own. */
export const Weekday = functionToken('Weekday', dayPattern, ([word]) => !/^(?:sat|sun|wed)\b/.test(word));
const monthPattern = anyOf(monthNames.flat());
/** 'July', 'JULY', 'july'; 'may', 'march' and short forms such as 'mar' are words unless a number follows or a preposition stands before. */
export const Month = functionToken(
  'Month',
  monthPattern,
  ({ 0: word, index, input }) =>
    !/^(?!june|july)(?:march|[a-z]{3,4}\.?)$/.test(word) ||
    /^\s+\d/.test(input.slice(index + word.length)) ||
    /\b(?:in|since|from|to|of|until|through)\s+$/i.test(input.slice(0, index)),
);
export const IsoDate = token('IsoDate', /\d{4}-\d{2}-\d{2}(?!\d)/);
/** Any dash before a number is a minus, unless a number stands before it. */
export const Sign = token('Sign', /[+\-−–—‑](?=\$?\.?\d)/);
export const SignWord = wordToken('SignWord', ['minus', 'negative']);
const Dash = token('Dash', /[–-]/);
export const Dollar = token('Dollar', /\$/);
/** '2,263.67', '3', '.5'. */
export const Digits = token('Digits', /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+/);
export const Comma = token('Comma', /,/);
const Word = functionToken('Word', /\p{L}[\p{L}\p{N}'’-]*/uy);
const Mark = token('Mark', /[^\s]/);

// Order matters: words with a meaning come before words without, longer phrases before shorter ones.
export const tokens: TokenType[] = [
  Space,
  OpenSince,
  Ambiguous,
  ThisYear,
  RelativeDay,
  Unbroken,
  Tie,
  Flat,
  TrailingBound,
  Bound,
  Fraction,
  OnePeriod,
  Multiple,
  Superlative,
  Record,
  Peak,
  StrongDirection,
  Direction,
  Act,
  Relation,
  Hedge,
  ForeignUnit,
  Ordinal,
  Glued,
  Scale,
  NumberWord,
  JoinedNumber,
  Unit,
  Period,
  Since,
  Between,
  And,
  To,
  In,
  Last,
  Weekday,
  Month,
  IsoDate,
  Sign,
  SignWord,
  Dash,
  Dollar,
  Digits,
  Comma,
  Word,
  Mark,
  Anything,
];

const lexer = new Lexer(tokens, { ensureOptimizations: false });

export const tokenize = (text: string): IToken[] => lexer.tokenize(text).tokens;
