/**
 * The grammar of a Fact's words. A phrase is read as atoms (numbers, dates, directions, superlatives …) among other words;
 * `claims.ts` puts atoms together to claims. Words of a claim that none was made of stay, as strays, so that nothing
 * checkable is passed over as prose.
 */
import { EmbeddedActionsParser, EOF, type IToken } from 'chevrotain';
import type { Atom, DateMention, Quantity, SinceOpen } from './atoms.ts';
import { monthNames, multiples, sinceWords } from './lexicon.ts';
import { atomOf, boundOf, fold, placeOf, quantityOf, rangeOf } from './token-meaning.ts';
import {
  Act,
  And,
  Anything,
  Between,
  Bound,
  Comma,
  Digits,
  Direction,
  Dollar,
  Fraction,
  In,
  IsoDate,
  JoinedNumber,
  Last,
  Month,
  Multiple,
  NumberWord,
  OnePeriod,
  OpenSince,
  Ordinal,
  Period,
  Scale,
  Sign,
  SignWord,
  Since,
  StrongDirection,
  Superlative,
  ThisYear,
  To,
  TrailingBound,
  tokenize,
  tokens,
  Unbroken,
  Unit,
  Weekday,
} from './tokens.ts';

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
      GATE: () => !this.#isWhen(1) && this.#dateFollows(),
      DEF: () => {
        text += ` ${this.CONSUME(Anything).image}`;
      },
    });
    const date = this.OPTION({
      GATE: () => this.#isWhen(1),
      DEF: () =>
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
    });
    return this.ACTION(() => {
      return { type: 'since', date: date ?? null, open: openIn(fold(text), opening), ...placeOf(opening, this.LA(0)) };
    });
  });

  private readonly dateAtom = this.RULE('dateAtom', (): Atom => {
    const first = this.LA(1);
    const date = this.SUBRULE(this.date);
    return this.ACTION(() => ({ type: 'date', date, ...placeOf(first, this.LA(0)), word: date.text }));
  });

  /** 'July 16, 2024', 'Jan. 4, 2022', '16 July', 'July 16th', 'November 2023', 'July', '2024-07-16'. */
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
            const dayFirst = this.OPTION1({ GATE: () => this.LA(1).tokenType !== Month, DEF: () => this.SUBRULE1(this.dayOfMonth) });
            const month = this.CONSUME(Month).image;
            const dayAfter = this.OPTION2({
              GATE: () => dayFirst === undefined && isDayOfMonth(this.LA(1)),
              DEF: () => this.SUBRULE2(this.dayOfMonth),
            });
            this.OPTION3({ GATE: () => isYear(this.LA(2)), DEF: () => this.CONSUME(Comma) });
            const year = this.OPTION4({ GATE: () => isYear(this.LA(1)), DEF: () => this.CONSUME(Digits).image });
            const day = dayFirst ?? dayAfter;
            return this.ACTION(() => ({
              year: year === undefined ? 0 : Number(year),
              month: monthNames.findIndex((names) => names.some((name) => fold(name) === fold(month))) + 1,
              ...(day === undefined ? {} : { day: Number.parseInt(day, 10) }),
              text: [dayFirst, month, dayAfter && year ? `${dayAfter},` : dayAfter, year].filter(Boolean).join(' '),
            }));
          },
        },
      ]),
  );

  private readonly dayOfMonth = this.RULE('dayOfMonth', (): string =>
    this.OR([{ ALT: () => this.CONSUME(Digits).image }, { ALT: () => this.CONSUME(Ordinal).image }]),
  );

  private readonly inYear = this.RULE('inYear', (): Atom => {
    const opening = this.CONSUME(In);
    const year = this.CONSUME(Digits);
    return this.ACTION(() => ({
      type: 'in-year',
      year: Number(year.image),
      ...placeOf(opening, year),
      word: `${opening.image} ${year.image}`,
    }));
  });

  private readonly lastWeekday = this.RULE('lastWeekday', (): Atom => {
    const last = this.CONSUME(Last);
    const day = this.CONSUME(Weekday);
    return this.ACTION(() => ({
      ...(atomOf(day) as Atom & { type: 'weekday' }),
      last: true,
      ...placeOf(last, day),
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
      ...placeOf(bound ?? found, found),
      word: [bound?.image, found.image].filter(Boolean).join(' '),
    }));
  });

  /** 'between 1.8% and 3.6%'. */
  private readonly between = this.RULE('between', (): Atom[] => {
    const opening = this.CONSUME(Between);
    const low = this.SUBRULE1(this.quantity);
    const high = this.OPTION({
      GATE: () => this.LA(1).tokenType === And && this.#beginsNumber(2),
      DEF: () => {
        this.CONSUME(And);
        return this.SUBRULE2(this.quantity);
      },
    });
    return this.ACTION(() =>
      high ? rangeOf(low, high, opening.startOffset) : [low, { type: 'stray', what: 'bound', ...placeOf(opening) }],
    );
  });

  /** One quantity, or '1.8% to 3.6%'. */
  private readonly quantities = this.RULE('quantities', (): Atom[] => {
    const low = this.SUBRULE1(this.quantity);
    const high = this.OPTION({
      GATE: () => this.#joinsRange() && this.#beginsNumber(2),
      DEF: () => {
        this.CONSUME(Anything);
        return this.SUBRULE2(this.quantity);
      },
    });
    return this.ACTION(() => (high ? rangeOf(low, high, low.offset) : [low]));
  });

  private readonly quantity = this.RULE('quantity', (): Quantity => {
    const bound = this.OPTION1(() => this.CONSUME(Bound));
    const sign = this.OPTION2(() => this.OR1([{ ALT: () => this.CONSUME(Sign) }, { ALT: () => this.CONSUME(SignWord) }]));
    const dollar = this.OPTION3(() => this.CONSUME(Dollar));
    const number = this.OR2([
      { ALT: () => this.CONSUME(Digits) },
      { ALT: () => this.CONSUME(Fraction) },
      { ALT: () => this.CONSUME(OnePeriod) },
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

  /** What 'since' wants after it. */
  #isWhen(k: number): boolean {
    return this.#beginsDate(k) || isYear(this.LA(k)) || this.LA(k).tokenType === ThisYear;
  }

  /** It comes within the next few words, and they don't move it. */
  #dateFollows(): boolean {
    let k = 1;
    while (!this.#isWhen(k) && sinceWords.includes(fold(this.LA(k).image))) k++;
    return this.#isWhen(k);
  }

  #beginsDate(k: number): boolean {
    const { tokenType } = this.LA(k);
    if (tokenType === IsoDate || tokenType === Month) return true;
    return isDayOfMonth(this.LA(k)) && this.LA(k + 1).tokenType === Month;
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

  /** Digits always do; a number word does before what it may count ('five sessions', not 'one of them'), or where it is all there is. */
  #beginsNumber(k: number): boolean {
    const next = this.LA(k).tokenType;
    const after = this.LA(k + 1).tokenType;
    if (next === NumberWord) {
      if (this.LA(0).tokenType === EOF && after === EOF) return true;
      if (after === To || after === And) return this.LA(k + 2).tokenType === NumberWord;
      return [Unit, Scale, Unbroken, Period, Direction, Act, StrongDirection, TrailingBound].includes(after);
    }
    if (next === Sign || next === SignWord) return after !== Sign && after !== SignWord && this.#beginsNumber(k + 1);
    return next === Digits || next === Fraction || next === OnePeriod || next === JoinedNumber || (next === Dollar && after === Digits);
  }

  #joinsRange(): boolean {
    const { tokenType, image } = this.LA(1);
    return tokenType === To || (tokenType === Sign && image !== '+');
  }

  #keep(atoms: Atom[], found: readonly Atom[]): void {
    this.ACTION(() => atoms.push(...found));
  }

  #place(atoms: Atom[], found: IToken): void {
    this.ACTION(() => {
      const atom = atomOf(found);
      if (atom) atoms.push(atom);
    });
  }
}

function openIn(words: string, opening: IToken): SinceOpen {
  if (words.includes(' at least')) return 'least';
  return / (?:start|beginning)\b/.test(words) ? 'start' : opening.tokenType === OpenSince ? 'data' : false;
}

const isYear = ({ tokenType, image }: IToken): boolean => tokenType === Digits && /^(?:19|20)\d\d$/.test(image);
const isDayOfMonth = ({ tokenType, image }: IToken): boolean =>
  (tokenType === Digits || tokenType === Ordinal) && /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/.test(image);

const parser = new PhraseParser();

/**
 * What a text claims, atom by atom. Words without a meaning are passed over.
 * @param names whose numbers claim nothing: 'S&P 500'
 * @throws Error where the grammar has a hole: a defect of ours
 */
export function parsePhrase(text: string, names: RegExp = nameless): Atom[] {
  parser.input = tokenize(text.replace(names, (name) => '#'.repeat(name.length)));
  const atoms: Atom[] | undefined = parser.phrase();
  if (!atoms || parser.errors.length > 0) throw new Error(`the grammar can't read '${text}': ${parser.errors[0]?.message}`);
  return atoms;
}

const nameless = /(?!)/g;
