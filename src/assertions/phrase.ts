/**
 * The grammar of a Fact's words: a phrase is quantities and directions among other words.
 * Everything that could be a claim is a token of its own, so that nothing checkable is passed over as prose.
 */
import { createToken, EmbeddedActionsParser, type IToken, Lexer, type TokenType } from 'chevrotain';
import { directions, numberWords, type PrintedUnit, qualifiers, scales, units } from './lexicon.ts';

export interface Quantity {
  /** As written, with its unit. */
  text: string;
  /** The number as written, sign included, before its scale: 2.1 in '2.1 million'. */
  number: number;
  signed: boolean;
  decimals: number;
  /** 1e6 for 'million', else 1. */
  scale: number;
  scaleWord: string | null;
  unit: PrintedUnit | null;
  /** The unit as written. */
  unitWord: string | null;
  /** Offset in the phrase. */
  offset: number;
}

export interface Direction {
  word: string;
  sign: 1 | -1;
  offset: number;
}

export interface Phrase {
  quantities: Quantity[];
  directions: Direction[];
  /** Words that make a claim which is not understood. */
  qualifiers: { word: string; offset: number }[];
}

const literalPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+');

/** Any of the words, the longest first, not inside a longer word. */
function anyOf(words: readonly string[]): RegExp {
  const sorted = [...words].sort((a, b) => b.length - a.length);
  return new RegExp(`(?:${sorted.map((word) => literalPattern(word) + (/\w$/.test(word) ? '(?![\\w-])' : '')).join('|')})`, 'iy');
}

const Anything = createToken({ name: 'Anything', pattern: Lexer.NA });
const token = (name: string, pattern: RegExp): TokenType => createToken({ name, pattern, categories: [Anything], line_breaks: true });

const Space = createToken({ name: 'Space', pattern: /[\s\u00A0]+/, group: Lexer.SKIPPED });
const Qualifier = token('Qualifier', anyOf(qualifiers));
const Up = token('Up', anyOf(directions.up));
const Down = token('Down', anyOf(directions.down));
const Scale = token('Scale', anyOf(Object.keys(scales)));
const NumberWord = token('NumberWord', anyOf(Object.keys(numberWords)));
const Unit = token('Unit', anyOf(Object.values(units).flat()));
const Sign = token('Sign', /[+\-−](?=\$?\d)/);
const Dollar = token('Dollar', /\$/);
const Digits = token('Digits', /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/);
// As a function, because the lexer rebuilds plain patterns without their Unicode flag.
const word = /\p{L}[\p{L}\p{N}'’-]*/uy;
const matchWord = (text: string, offset: number): RegExpExecArray | null => {
  word.lastIndex = offset;
  return word.exec(text);
};
const Word = createToken({ name: 'Word', pattern: matchWord, categories: [Anything], line_breaks: false });
const Mark = token('Mark', /[^\s]/);

// Order matters: words with a meaning come before words without.
const tokens = [Space, Qualifier, Up, Down, Scale, NumberWord, Unit, Sign, Dollar, Digits, Word, Mark, Anything];
const lexer = new Lexer(tokens, { ensureOptimizations: false });

class PhraseParser extends EmbeddedActionsParser {
  constructor() {
    super(tokens, { maxLookahead: 2 });
    this.performSelfAnalysis();
  }

  readonly phrase = this.RULE('phrase', (): Phrase => {
    const phrase: Phrase = { quantities: [], directions: [], qualifiers: [] };
    this.MANY(() => {
      this.OR({
        DEF: [
          { GATE: () => this.#beginsQuantity(), ALT: () => phrase.quantities.push(this.SUBRULE(this.quantity)) },
          { ALT: () => this.#place(phrase, this.CONSUME(Anything)) },
        ],
        IGNORE_AMBIGUITIES: true,
      });
    });
    return phrase;
  });

  private readonly quantity = this.RULE('quantity', (): Quantity => {
    const sign = this.OPTION1(() => this.CONSUME(Sign));
    const dollar = this.OPTION2(() => this.CONSUME(Dollar));
    const number = this.OR([{ ALT: () => this.CONSUME(Digits) }, { ALT: () => this.CONSUME(NumberWord) }]);
    const scale = this.OPTION3(() => this.CONSUME(Scale));
    const unit = this.OPTION4(() => this.CONSUME(Unit));
    return this.ACTION(() => quantityOf(sign, dollar, number, scale, unit));
  });

  /** Digits always do; a number word does before a unit or a scale ('five sessions', not 'one of them'). */
  #beginsQuantity(): boolean {
    const next = this.LA(1).tokenType;
    if (next === NumberWord) return this.LA(2).tokenType === Unit || this.LA(2).tokenType === Scale;
    return next === Digits || next === Sign || (next === Dollar && this.LA(2).tokenType === Digits);
  }

  #place(phrase: Phrase, found: IToken): void {
    this.ACTION(() => {
      const { image: word, startOffset: offset, tokenType } = found;
      if (tokenType === Up || tokenType === Down) phrase.directions.push({ word, sign: tokenType === Up ? 1 : -1, offset });
      else if (tokenType === Qualifier) phrase.qualifiers.push({ word, offset });
    });
  }
}

function quantityOf(
  sign: IToken | undefined,
  dollar: IToken | undefined,
  number: IToken,
  scale: IToken | undefined,
  unit: IToken | undefined,
): Quantity {
  const parts = [sign, dollar, number, scale, unit].filter((part) => part !== undefined);
  const start = parts[0].startOffset;
  const magnitude = numberWords[number.image.toLowerCase()] ?? Number(number.image.replaceAll(',', ''));
  const scaleWord = scale?.image ?? null;
  return {
    text: textBetween(parts, start),
    number: sign && sign.image !== '+' ? -magnitude : magnitude,
    signed: sign !== undefined,
    decimals: number.image.split('.')[1]?.length ?? 0,
    scale: scaleWord === null ? 1 : scales[scaleWord.toLowerCase()],
    scaleWord,
    unit: dollar ? 'dollars' : unitOf(unit?.image),
    unitWord: unit?.image ?? null,
    offset: start,
  };
}

function textBetween(parts: readonly IToken[], start: number): string {
  let text = '';
  for (const part of parts) text = text.padEnd(part.startOffset - start, ' ') + part.image;
  return text;
}

function unitOf(word: string | undefined): PrintedUnit | null {
  const folded = word?.toLowerCase().replace(/\s+/g, ' ');
  const found = Object.entries(units).find(([, words]) => folded !== undefined && words.includes(folded));
  return (found?.[0] as PrintedUnit | undefined) ?? null;
}

const parser = new PhraseParser();

/** What a text claims. Every text parses: words without a meaning are passed over. */
export function parsePhrase(text: string): Phrase {
  parser.input = lexer.tokenize(text).tokens;
  return parser.phrase();
}
