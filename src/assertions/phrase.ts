/**
 * The grammar of a Fact's words. A phrase is read as atoms (numbers, dates, directions, superlatives …) among other words;
 * `claims.ts` puts atoms together to claims. Everything that could be a claim is a token of its own, so that nothing
 * checkable is passed over as prose.
 */
import { createToken, EmbeddedActionsParser, type IToken, Lexer, type TokenType } from 'chevrotain';
import {
  ambiguous,
  type BoundKind,
  bounds,
  directions,
  flatWords,
  monthNames,
  multiples,
  numberWords,
  openSince,
  ordinals,
  type PrintedUnit,
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
  weekdays,
} from './lexicon.ts';

/** A date as precise as it is written. */
export interface DateMention {
  year: number;
  /** 1 to 12. */
  month?: number;
  day?: number;
  text: string;
}

export interface Quantity {
  type: 'quantity';
  /** As written, with its unit. */
  text: string;
  /** The number as written, sign included, before its scale: 2.1 in '2.1 million'. */
  number: number;
  signed: boolean;
  decimals: number;
  /** The number's own digits, to find the place of its last non-zero one. */
  digits: string;
  /** 1e6 for 'million', else 1. */
  scale: number;
  scaleWord: string | null;
  unit: PrintedUnit | null;
  /** The unit as written. */
  unitWord: string | null;
  bound: BoundKind | null;
  boundWord: string | null;
  offset: number;
  end: number;
}

type At = { word: string; offset: number; end: number };

export type Atom =
  | Quantity
  | { type: 'range'; low: Quantity; high: Quantity; offset: number; end: number; text: string }
  | ({ type: 'multiple'; factor: number; bound: BoundKind | null } & At)
  | ({ type: 'direction'; sign: 1 | -1; strong: boolean; relative: boolean } & At)
  | ({ type: 'flat' } & At)
  | ({ type: 'superlative'; sign: 1 | -1 } & At)
  | ({ type: 'ordinal'; place: number } & At)
  | ({ type: 'record' } & At)
  | ({ type: 'peak'; sign: 1 | -1 } & At)
  | ({ type: 'period'; period: keyof typeof periods | 'day' } & At)
  | ({ type: 'unbroken' } & At)
  | ({ type: 'tie' } & At)
  | ({ type: 'since'; date: DateMention | 'year' | null; open: boolean } & At)
  | ({ type: 'in-year'; year: number | 'this' } & At)
  | ({ type: 'date'; date: DateMention } & At)
  | ({ type: 'weekday'; weekday: number; last: boolean } & At)
  | ({ type: 'relative-day' } & At)
  | ({ type: 'ambiguous' } & At);

const literalPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[\\s\\u00A0]+');

/** Any of the words, the longest first, not inside a longer word. */
function anyOf(words: readonly string[], flags = 'iy'): RegExp {
  const sorted = [...words].sort((a, b) => b.length - a.length);
  return new RegExp(`(?:${sorted.map((word) => literalPattern(word) + (/\w$/.test(word) ? '(?![\\w-])' : '')).join('|')})`, flags);
}

const Anything = createToken({ name: 'Anything', pattern: Lexer.NA });
const token = (name: string, pattern: RegExp): TokenType => createToken({ name, pattern, categories: [Anything], line_breaks: true });
const wordToken = (name: string, words: readonly string[]): TokenType => token(name, anyOf(words));
const bothSigns = (lists: Readonly<Record<'up' | 'down', readonly string[]>>): readonly string[] => [...lists.up, ...lists.down];

const Space = createToken({ name: 'Space', pattern: /[\s\u00A0]+/, group: Lexer.SKIPPED });
const OpenSince = wordToken('OpenSince', openSince);
const Ambiguous = wordToken('Ambiguous', ambiguous);
const ThisYear = wordToken('ThisYear', thisYear);
const RelativeDay = wordToken('RelativeDay', relativeDays);
const Unbroken = wordToken('Unbroken', unbroken);
const Tie = wordToken('Tie', ties);
const Flat = wordToken('Flat', flatWords);
const TrailingBound = wordToken('TrailingBound', Object.values(trailingBounds).flat());
const Bound = wordToken('Bound', Object.values(bounds).flat());
const Multiple = wordToken('Multiple', Object.keys(multiples));
const Superlative = wordToken('Superlative', [...superlatives.most, ...superlatives.least]);
const Record = wordToken('Record', records);
const Peak = wordToken('Peak', [...peaks.most, ...peaks.least]);
const StrongDirection = wordToken('StrongDirection', bothSigns(strongDirections));
const Direction = wordToken('Direction', bothSigns(directions));
const Relation = wordToken('Relation', bothSigns(relations));
/** 'third', '17th'; a hyphen may follow: 'second-best'. */
const Ordinal = token('Ordinal', new RegExp(`(?:${Object.keys(ordinals).join('|')}|\\d+(?:st|nd|rd|th))(?!\\w)-?`, 'iy'));
const Scale = wordToken('Scale', Object.keys(scales));
const NumberWord = wordToken('NumberWord', Object.keys(numberWords));
/** 'five' in 'five-day'. */
const JoinedNumber = token('JoinedNumber', new RegExp(`(?:\\d+|${Object.keys(numberWords).join('|')})-(?=[a-z])`, 'iy'));
const Unit = wordToken('Unit', Object.values(units).flat());
const Period = wordToken('Period', Object.values(periods).flat());
const Since = wordToken('Since', ['since']);
const Between = wordToken('Between', ['between']);
const And = wordToken('And', ['and']);
const To = wordToken('To', ['to']);
const In = wordToken('In', ['of', 'in']);
const Last = wordToken('Last', ['last']);
const Weekday = token('Weekday', anyOf(weekdays, 'y'));
const Month = token('Month', anyOf(monthNames.flat(), 'y'));
const IsoDate = token('IsoDate', /\d{4}-\d{2}-\d{2}(?!\d)/);
const Sign = token('Sign', /[+\-−](?=\$?\d)/);
const Dash = token('Dash', /[–-]/);
const Dollar = token('Dollar', /\$/);
const Digits = token('Digits', /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/);
const Comma = token('Comma', /,/);
// As a function, because the lexer rebuilds plain patterns without their Unicode flag.
const word = /\p{L}[\p{L}\p{N}'’-]*/uy;
const matchWord = (text: string, offset: number): RegExpExecArray | null => {
  word.lastIndex = offset;
  return word.exec(text);
};
const Word = createToken({ name: 'Word', pattern: matchWord, categories: [Anything], line_breaks: false });
const Mark = token('Mark', /[^\s]/);

// Order matters: words with a meaning come before words without, longer phrases before shorter ones.
const tokens = [
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
  Multiple,
  Superlative,
  Record,
  Peak,
  StrongDirection,
  Direction,
  Relation,
  Ordinal,
  Scale,
  JoinedNumber,
  NumberWord,
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
  Dash,
  Dollar,
  Digits,
  Comma,
  Word,
  Mark,
  Anything,
];
const lexer = new Lexer(tokens, { ensureOptimizations: false });

const fold = (image: string): string => image.toLowerCase().replace(/[\s\u00A0]+/g, ' ');
const at = (first: IToken, last: IToken = first): At => ({
  word: first.image,
  offset: first.startOffset,
  end: (last.endOffset ?? last.startOffset) + 1,
});

class PhraseParser extends EmbeddedActionsParser {
  constructor() {
    super(tokens, { maxLookahead: 1 });
    this.performSelfAnalysis();
  }

  readonly phrase = this.RULE('phrase', (): Atom[] => {
    const atoms: Atom[] = [];
    this.MANY(() => {
      this.OR({
        DEF: [
          { GATE: () => this.#beginsSince(), ALT: () => atoms.push(this.SUBRULE(this.since)) },
          { GATE: () => this.#beginsDate(1), ALT: () => atoms.push(this.SUBRULE(this.dateAtom)) },
          { GATE: () => this.LA(1).tokenType === In && isYear(this.LA(2)), ALT: () => atoms.push(this.SUBRULE(this.inYear)) },
          {
            GATE: () => this.LA(1).tokenType === Last && this.LA(2).tokenType === Weekday,
            ALT: () => atoms.push(this.SUBRULE(this.lastWeekday)),
          },
          { GATE: () => this.#beginsMultiple(), ALT: () => atoms.push(this.SUBRULE(this.multiple)) },
          { GATE: () => this.#beginsRange(), ALT: () => this.#keep(atoms, this.SUBRULE(this.between)) },
          { GATE: () => this.#beginsQuantity(1), ALT: () => this.#keep(atoms, this.SUBRULE(this.quantities)) },
          { ALT: () => this.#place(atoms, this.CONSUME(Anything)) },
        ],
        IGNORE_AMBIGUITIES: true,
      });
    });
    return atoms;
  });

  /** 'since November 2023', 'since at least 1999', 'since the week to November 3, 2023', 'since the start of the year'. */
  private readonly since = this.RULE('since', (): Atom => {
    const opening = this.OR([{ ALT: () => this.CONSUME(Since) }, { ALT: () => this.CONSUME(OpenSince) }]);
    let text = opening.image;
    this.MANY({
      GATE: () => !this.#beginsDate(1) && !isYear(this.LA(1)) && this.LA(1).tokenType !== ThisYear && this.#dateFollows(),
      DEF: () => {
        text += ` ${this.CONSUME(Anything).image}`;
      },
    });
    const date = this.OPTION(() =>
      this.OR2([
        { GATE: () => this.#beginsDate(1), ALT: () => this.SUBRULE(this.date) },
        {
          GATE: () => isYear(this.LA(1)),
          ALT: () => {
            const year = this.CONSUME(Digits);
            return { year: Number(year.image), text: year.image } satisfies DateMention;
          },
        },
        {
          ALT: () => {
            this.CONSUME(ThisYear);
            return 'year' as const;
          },
        },
      ]),
    );
    // 'Since the start of the year' names where the count begins, not a day on which it was last so.
    const open = opening.tokenType === OpenSince || / (?:start|beginning|at least)/.test(text) || date === 'year';
    return this.ACTION(() => ({ type: 'since', date: date ?? null, open, ...at(opening, this.LA(0)) }));
  });

  private readonly dateAtom = this.RULE('dateAtom', (): Atom => {
    const first = this.LA(1);
    const date = this.SUBRULE(this.date);
    return this.ACTION(() => ({ type: 'date', date, ...at(first, this.LA(0)), word: date.text }));
  });

  /** 'July 16, 2024', 'Jan. 4, 2022', '16 July', 'November 2023', 'July', '2024-07-16'. */
  private readonly date = this.RULE(
    'date',
    (): DateMention =>
      this.OR([
        {
          ALT: () => {
            const iso = this.CONSUME(IsoDate).image;
            const [year, month, day] = iso.split('-').map(Number);
            return { year, month, day, text: iso };
          },
        },
        {
          ALT: () => {
            const dayFirst = this.OPTION1({ GATE: () => this.LA(1).tokenType === Digits, DEF: () => this.CONSUME1(Digits).image });
            const month = this.CONSUME(Month).image;
            const dayAfter = this.OPTION2({
              GATE: () => dayFirst === undefined && isDayOfMonth(this.LA(1)),
              DEF: () => this.CONSUME2(Digits).image,
            });
            this.OPTION3({ GATE: () => isYear(this.LA(2)), DEF: () => this.CONSUME(Comma) });
            const year = this.OPTION4({ GATE: () => isYear(this.LA(1)), DEF: () => this.CONSUME3(Digits).image });
            const day = dayFirst ?? dayAfter;
            return this.ACTION(() => ({
              year: year === undefined ? 0 : Number(year),
              month: monthNames.findIndex((names) => names.includes(month)) + 1,
              ...(day === undefined ? {} : { day: Number(day) }),
              text: [dayFirst, month, dayAfter, year].filter(Boolean).join(' '),
            }));
          },
        },
      ]),
  );

  private readonly inYear = this.RULE('inYear', (): Atom => {
    const opening = this.CONSUME(In);
    const year = this.CONSUME(Digits);
    return this.ACTION(() => ({ type: 'in-year', year: Number(year.image), ...at(opening, year), word: `${opening.image} ${year.image}` }));
  });

  private readonly lastWeekday = this.RULE('lastWeekday', (): Atom => {
    const last = this.CONSUME(Last);
    const day = this.CONSUME(Weekday);
    return this.ACTION(() => ({
      type: 'weekday',
      weekday: weekdays.indexOf(day.image) + 1,
      last: true,
      ...at(last, day),
      word: `${last.image} ${day.image}`,
    }));
  });

  /** 'more than triple', 'half'. */
  private readonly multiple = this.RULE('multiple', (): Atom => {
    const bound = this.OPTION(() => this.CONSUME(Bound));
    const found = this.CONSUME(Multiple);
    return this.ACTION(() => ({
      type: 'multiple',
      factor: multiples[fold(found.image)],
      bound: boundOf(bound),
      ...at(bound ?? found, found),
      word: [bound?.image, found.image].filter(Boolean).join(' '),
    }));
  });

  /** 'between 1.8% and 3.6%'. */
  private readonly between = this.RULE('between', (): Atom[] => {
    const opening = this.CONSUME(Between);
    const low = this.SUBRULE1(this.quantity);
    this.CONSUME(And);
    const high = this.SUBRULE2(this.quantity);
    return this.ACTION(() => rangeOf(low, high, opening.startOffset) ?? [low, high]);
  });

  /** One quantity, or '1.8% to 3.6%'. */
  private readonly quantities = this.RULE('quantities', (): Atom[] => {
    const low = this.SUBRULE1(this.quantity);
    const high = this.OPTION({
      GATE: () => this.#joinsRange() && this.#beginsNumber(2),
      DEF: () => {
        this.OR([{ ALT: () => this.CONSUME(To) }, { ALT: () => this.CONSUME(Dash) }, { ALT: () => this.CONSUME(Sign) }]);
        return this.SUBRULE2(this.quantity);
      },
    });
    return this.ACTION(() => (high ? (rangeOf(low, high, low.offset) ?? [low, high]) : [low]));
  });

  private readonly quantity = this.RULE('quantity', (): Quantity => {
    const bound = this.OPTION1(() => this.CONSUME(Bound));
    const sign = this.OPTION2(() => this.CONSUME(Sign));
    const dollar = this.OPTION3(() => this.CONSUME(Dollar));
    const number = this.OR([
      { ALT: () => this.CONSUME(Digits) },
      { ALT: () => this.CONSUME(NumberWord) },
      { ALT: () => this.CONSUME(JoinedNumber) },
    ]);
    const scale = this.OPTION4(() => this.CONSUME(Scale));
    const unit = this.OPTION5(() => this.CONSUME(Unit));
    const trailing = this.OPTION6(() => this.CONSUME(TrailingBound));
    return this.ACTION(() => quantityOf({ bound, sign, dollar, number, scale, unit, trailing }));
  });

  #beginsSince(): boolean {
    const { tokenType } = this.LA(1);
    return tokenType === Since || tokenType === OpenSince;
  }

  /** A date within the next few words, before anything else with a meaning. */
  #dateFollows(): boolean {
    for (let k = 1; k <= 5; k++) {
      if (this.#beginsDate(k) || isYear(this.LA(k)) || this.LA(k).tokenType === ThisYear) return true;
      const { tokenType } = this.LA(k);
      if (![Word, In, Unit, Period, To, Bound, Comma].includes(tokenType)) return false;
    }
    return false;
  }

  #beginsDate(k: number): boolean {
    const { tokenType } = this.LA(k);
    if (tokenType === IsoDate || tokenType === Month) return true;
    return tokenType === Digits && isDayOfMonth(this.LA(k)) && this.LA(k + 1).tokenType === Month;
  }

  /** 'A third' is a part, unless something follows that it counts: 'a third straight gain'. */
  #beginsMultiple(): boolean {
    const k = this.LA(1).tokenType === Bound ? 2 : 1;
    const counts = /third$/i.test(this.LA(k).image) && [Unbroken, Superlative, Unit, Period, Direction].includes(this.LA(k + 1).tokenType);
    return this.LA(k).tokenType === Multiple && !counts;
  }

  #beginsRange(): boolean {
    return this.LA(1).tokenType === Between && this.#beginsNumber(2);
  }

  #beginsQuantity(k: number): boolean {
    return this.#beginsNumber(this.LA(k).tokenType === Bound ? k + 1 : k);
  }

  /** Digits always do; a number word does before a unit, a scale or a word for a streak ('five sessions', not 'one of them'). */
  #beginsNumber(k: number): boolean {
    const next = this.LA(k).tokenType;
    const after = this.LA(k + 1).tokenType;
    if (next === NumberWord)
      return [Unit, Scale, Unbroken, Period, To, And].includes(after) && (after !== To || this.LA(k + 2).tokenType === NumberWord);
    return (
      next === Digits ||
      next === JoinedNumber ||
      (next === Sign && (after === Digits || after === Dollar)) ||
      (next === Dollar && after === Digits)
    );
  }

  #joinsRange(): boolean {
    const { tokenType } = this.LA(1);
    return tokenType === To || tokenType === Dash || (tokenType === Sign && this.LA(1).image !== '+');
  }

  #keep(atoms: Atom[], found: readonly Atom[]): void {
    this.ACTION(() => atoms.push(...found));
  }

  #place(atoms: Atom[], found: IToken): void {
    this.ACTION(() => {
      const atom = simpleAtom(found);
      if (atom) atoms.push(atom);
    });
  }
}

const signIn = (lists: Readonly<Record<'up' | 'down', readonly string[]>>, folded: string): 1 | -1 => (lists.up.includes(folded) ? 1 : -1);

/** The meaning of a token that stands alone. */
function simpleAtom(found: IToken): Atom | null {
  const folded = fold(found.image);
  const here = at(found);
  switch (found.tokenType) {
    case Direction:
      return { type: 'direction', sign: signIn(directions, folded), strong: false, relative: false, ...here };
    case StrongDirection:
      return { type: 'direction', sign: signIn(strongDirections, folded), strong: true, relative: false, ...here };
    case Relation:
      return { type: 'direction', sign: signIn(relations, folded), strong: false, relative: true, ...here };
    case Flat:
      return { type: 'flat', ...here };
    case Superlative:
      return { type: 'superlative', sign: superlatives.most.includes(folded) ? 1 : -1, ...here };
    case Ordinal:
      return { type: 'ordinal', place: placeOf(folded), ...here };
    case Multiple:
      // 'a third straight gain'
      return { type: 'ordinal', place: 3, ...here };
    case Record:
      return { type: 'record', ...here };
    case Peak:
      return { type: 'peak', sign: peaks.most.includes(folded) ? 1 : -1, ...here };
    case Unbroken:
      return { type: 'unbroken', ...here };
    case Tie:
      return { type: 'tie', ...here };
    case Ambiguous:
      return { type: 'ambiguous', ...here };
    case ThisYear:
      return { type: 'in-year', year: 'this', ...here };
    case RelativeDay:
      return { type: 'relative-day', ...here };
    case Weekday:
      return { type: 'weekday', weekday: weekdays.indexOf(found.image) + 1, last: false, ...here };
    case Period:
      return {
        type: 'period',
        period: (Object.entries(periods).find(([, words]) => words.includes(folded))?.[0] ?? 'day') as keyof typeof periods,
        ...here,
      };
    case Unit:
      if (units.sessions.includes(folded)) return { type: 'period', period: 'day', ...here };
      return units.weeks.includes(folded) ? { type: 'period', period: 'week', ...here } : null;
    default:
      return null;
  }
}

const placeOf = (folded: string): number => ordinals[folded.replace(/-$/, '')] ?? Number.parseInt(folded, 10);

const isYear = ({ tokenType, image }: IToken): boolean => tokenType === Digits && /^(?:19|20)\d\d$/.test(image);
const isDayOfMonth = ({ tokenType, image }: IToken): boolean =>
  tokenType === Digits && /^\d{1,2}$/.test(image) && Number(image) >= 1 && Number(image) <= 31;

function boundOf(found: IToken | undefined): BoundKind | null {
  if (!found) return null;
  const folded = fold(found.image);
  const entry = [...Object.entries(bounds), ...Object.entries(trailingBounds)].find(([, words]) => words.includes(folded));
  return (entry?.[0] as BoundKind | undefined) ?? null;
}

/** A range where both ends are of one kind; the first may leave its unit to the second. */
function rangeOf(low: Quantity, high: Quantity, offset: number): Atom[] | null {
  if (low.unit !== null && low.unit !== high.unit) return null;
  const shared =
    low.unit === null ? { ...low, unit: high.unit, unitWord: high.unitWord, scale: low.scaleWord ? low.scale : high.scale } : low;
  return [{ type: 'range', low: shared, high: { ...high, signed: false }, offset, end: high.end, text: `${low.text} to ${high.text}` }];
}

interface Parts {
  bound?: IToken;
  sign?: IToken;
  dollar?: IToken;
  number: IToken;
  scale?: IToken;
  unit?: IToken;
  trailing?: IToken;
}

function quantityOf({ bound, sign, dollar, number, scale, unit, trailing }: Parts): Quantity {
  const parts = [sign, dollar, number, scale, unit].filter((part) => part !== undefined);
  const start = parts[0].startOffset;
  const image = number.image.replace(/-$/, '');
  const magnitude = numberWords[image.toLowerCase()] ?? Number(image.replaceAll(',', ''));
  const scaleWord = scale?.image ?? null;
  return {
    type: 'quantity',
    text: textBetween(parts, start),
    number: sign && sign.image !== '+' ? -magnitude : magnitude,
    signed: sign !== undefined,
    decimals: image.split('.')[1]?.length ?? 0,
    digits: image.replaceAll(',', ''),
    scale: scaleWord === null ? 1 : scales[scaleWord.toLowerCase()],
    scaleWord,
    unit: dollar ? 'dollars' : unitOf(unit?.image),
    unitWord: unit?.image ?? null,
    bound: boundOf(bound ?? trailing),
    boundWord: (bound ?? trailing)?.image ?? null,
    offset: bound?.startOffset ?? start,
    end: Math.max(...[...parts, trailing].map((part) => (part?.endOffset ?? 0) + 1)),
  };
}

function textBetween(parts: readonly IToken[], start: number): string {
  let text = '';
  for (const part of parts) text = text.padEnd(part.startOffset - start, ' ') + part.image;
  return text;
}

function unitOf(word: string | undefined): PrintedUnit | null {
  const found = Object.entries(units).find(([, words]) => word !== undefined && words.includes(fold(word)));
  return (found?.[0] as PrintedUnit | undefined) ?? null;
}

const parser = new PhraseParser();

/**
 * What a text claims, atom by atom. Every text parses: words without a meaning are passed over.
 * @param names whose numbers claim nothing: 'S&P 500'
 */
export function parsePhrase(text: string, names: RegExp = nameless): Atom[] {
  parser.input = lexer.tokenize(text.replace(names, (name) => '#'.repeat(name.length))).tokens;
  return parser.phrase();
}

const nameless = /(?!)/g;
