/** From atoms to claims: which words belong together. 'The third-highest close since 2005' is one claim, 'rose 3.5% on Tuesday' three. */
import type { Atom, PeriodName, Quantity } from './atoms.ts';
import type { StreakClaim } from './checks/streak.ts';
import type { SuperlativeClaim } from './checks/superlative.ts';
import { peaks, sizes, smallSizes } from './lexicon.ts';
import { refuse, STRAY } from './refusal.ts';

type Of<T extends Atom['type']> = Atom & { type: T };

/**
 * Of a quantity: `verb` is the word that gives its sign, so that sizes are compared; it may be a level that was `reached` ('to 4.43%') or
 * left, the `base` ('from 4.62%').
 * Of a multiple: `ofChange` for 'fell by half', the size of the change itself.
 * `preposition` is the word before a date: 'to July 16' is another claim than 'on July 16'; `ofPeak` is set for 'its high of July 10'.
 * `ofLevel` where a superlative can only be said of a level: 'a two-year high'. `move` is the verb that tells of what it is: 'trailed by the most'.
 */
export type Claim =
  | { kind: 'quantity'; quantity: Quantity; verb: Of<'direction'> | null; role: 'value' | 'reached' | 'base' }
  | { kind: 'from-to'; range: Of<'range'> }
  | { kind: 'stretch'; quantity: Quantity; period: PeriodName; text: string }
  | { kind: 'range'; range: Of<'range'> }
  | { kind: 'multiple'; multiple: Of<'multiple'>; ofChange: boolean }
  | { kind: 'direction'; direction: Of<'direction'>; toLevel: boolean; quantity: Quantity | null }
  | { kind: 'flat'; flat: Of<'flat'> }
  | {
      kind: 'superlative';
      claim: SuperlativeClaim;
      length: Quantity | null;
      streak: boolean;
      ofLevel: boolean;
      move: Of<'direction'> | null;
    }
  | { kind: 'streak'; claim: StreakClaim; period: PeriodName | null; move: Of<'direction'> | null }
  | { kind: 'place'; ordinal: Of<'ordinal'> }
  | { kind: 'period'; period: Of<'period'>; strict: boolean; toDate: boolean }
  | { kind: 'begin'; since: Of<'since'> }
  | { kind: 'year'; year: Of<'in-year'> }
  | { kind: 'date'; date: Of<'date'>; preposition: string; ofPeak: boolean }
  | { kind: 'weekday'; weekday: Of<'weekday'>; preposition: string }
  | { kind: 'relative-day'; day: Of<'relative-day'> };

/** @throws Refusal where words contradict each other, can be read in two ways, or are left over */
export function claimsOf(text: string, atoms: readonly Atom[]): Claim[] {
  return new Assembly(text, atoms).claims();
}

/** A stretch back from the day: 'in two years'. */
interface Span {
  type: 'span';
  offset: number;
  end: number;
  count: number;
  period: Exclude<PeriodName, 'close'>;
  bound: Quantity['bound'];
}

type Scope = Of<'since'> | Of<'in-year'> | Of<'record'> | Span;

class Assembly {
  readonly #text: string;
  readonly #atoms: readonly Atom[];
  readonly #taken = new Set<Atom>();
  readonly #claims: Claim[] = [];
  /** The word that gives the sign, also where a streak has taken it. */
  readonly #verb: Of<'direction'> | null;

  constructor(text: string, atoms: readonly Atom[]) {
    this.#text = text;
    this.#atoms = atoms;
    this.#verb = this.#free('direction')[0] ?? null;
  }

  claims(): Claim[] {
    const strays = this.#free('stray');
    const [stray] = [...strays.filter(({ what }) => what === 'ambiguous'), ...strays];
    if (stray) refuse(stray.offset, STRAY[stray.what](stray.word));
    this.#oneDirection();
    this.#active();
    for (const superlative of this.#free('superlative')) this.#superlative(superlative, superlative.sign, null);
    for (const peak of this.#free('peak')) this.#peak(peak);
    for (const unbroken of this.#free('unbroken')) this.#streak(unbroken);
    for (const ordinal of this.#free('ordinal')) if (this.#countsDays(ordinal)) this.#streak(null);
    this.#numbers();
    this.#rest();
    return this.#claims;
  }

  #free<T extends Atom['type']>(type: T): Of<T>[] {
    return this.#atoms.filter((atom): atom is Of<T> => atom.type === type && !this.#taken.has(atom));
  }

  #take<A extends Atom>(atom: A): A {
    this.#taken.add(atom);
    return atom;
  }

  #after(atom: Atom): Atom | undefined {
    return this.#atoms[this.#atoms.indexOf(atom) + 1];
  }

  /** True where nothing but space or a hyphen stands between the two. */
  #isNext(atom: { end: number }, after: { offset: number }): boolean {
    return /^[\s-]*$/.test(this.#text.slice(atom.end, after.offset));
  }

  #precededBy({ offset }: { offset: number }, words: RegExp): boolean {
    return words.test(this.#text.slice(0, offset));
  }

  /** 'Rose' and 'fell' of one number contradict each other; so do 'down' and '-3%'. */
  #oneDirection(): void {
    const [first, ...others] = this.#free('direction');
    if (!first) return;
    const other = others.find(({ sign }) => sign !== first.sign);
    if (other) refuse(other.offset, `'${first.word}' and '${other.word}' contradict each other. Give each its own Fact.`);
    const signed = this.#free('quantity').find((quantity) => quantity.signed);
    if (signed && !this.#isReached(signed))
      refuse(
        signed.offset,
        `'${first.word}' already gives the sign. Write '${first.word} ${first.relative ? 'by ' : ''}${signed.text.replace(/^(?:[+\-−–—‑]|minus |negative )/i, '')}'.`,
      );
  }

  /** 'Was beaten' and 'beaten by the S&P 500' turn a comparison round. */
  #active(): void {
    for (const direction of this.#free('direction')) {
      const between = this.#text.slice(direction.end, this.#after(direction)?.offset);
      const isBy = /^\s+by\b/i.test(between) && !/^\s+by\s+(?:the\s+|an?\s+|its\s+)?$/i.test(between);
      const isPassive = this.#precededBy(direction, /\b(?:is|are|was|were|be|been|being)\s+$/i) && !/ing$/i.test(direction.word);
      if (direction.relative && (isBy || isPassive))
        refuse(
          direction.offset,
          `'${direction.word}' can be read in two ways here. Say which of the two led, and by how much: 'led by 0.9 percentage points'.`,
        );
    }
  }

  /** The words before it end with 'to' or 'at': a level that was reached. */
  #isReached(quantity: { offset: number }): boolean {
    return this.#precededBy(quantity, /\b(?:to|at)\s*$/i);
  }

  /** @param given its scope where the words have it in another form */
  #superlative(superlative: Of<'superlative'>, sign: 1 | -1, given: Scope | null): void {
    const folded = superlative.word.toLowerCase();
    // 'For most of the day' ranks nothing.
    if (folded === 'most' && /^\s+of\b/i.test(this.#text.slice(superlative.end))) {
      this.#take(superlative);
      return;
    }
    const away = /\b(after|following|from|off|missed|short of|snapping|despite) (?:its|the|their|a)?\s*$/i.exec(
      this.#text.slice(0, superlative.offset),
    );
    if (away && given === null)
      refuse(
        superlative.offset,
        `'${away[1]} … ${superlative.word}' speaks of another day than the value's. Give that day a Fact of its own, or write 'its high of' and the date.`,
      );
    const i = this.#atoms.indexOf(this.#take(superlative));
    const before = this.#atoms[i - 1];
    const ordinal = before?.type === 'ordinal' && !this.#taken.has(before) ? this.#take(before) : null;
    const tie = this.#free('tie').map((atom) => this.#take(atom))[0];
    const scope = given ?? this.#scopeOf(superlative);
    const until = scope.offset > superlative.offset ? scope.offset : this.#text.length;
    const inside = this.#atoms.slice(i + 1).filter((atom) => atom.offset < until && !this.#taken.has(atom));
    this.#ofWhat(superlative, inside);
    const fall = inside.find((atom): atom is Of<'direction'> => atom.type === 'direction') ?? this.#fallBefore(superlative);
    if (fall && smallSizes.includes(folded))
      refuse(
        superlative.offset,
        `'${superlative.word} ${fall.word}' leaves out the moves the other way. Write 'worst' or 'best' with the period and since when.`,
      );
    const isLosing = inside.some((atom) => atom.type === 'unbroken' && /^losing/i.test(atom.word));
    const ranked = this.#text.slice(superlative.end, until);
    const isDiscount = /\bdiscounts?\b/i.test(ranked);
    const flipped = sizes.includes(folded) && (fall?.sign === -1 || isLosing || (fall === undefined && isDiscount));
    const isOfCloses = inside.some((atom) => atom.type === 'period' && this.#take(atom).period === 'close');
    for (const atom of inside)
      if (atom.type === 'period' && atom.period !== 'close')
        this.#claims.push({ kind: 'period', period: this.#take(atom), strict: true, toDate: true });
    const length = inside.find((atom): atom is Quantity => atom.type === 'quantity' && (atom.unit === 'sessions' || atom.unit === 'weeks'));
    if (length) this.#take(length);
    const unbroken = inside.find((atom) => atom.type === 'unbroken');
    if (unbroken) this.#take(unbroken);
    const start = Math.min(superlative.offset, ordinal?.offset ?? superlative.offset, tie?.offset ?? superlative.offset);
    const last = Math.max(...inside.map((atom) => ('end' in atom ? atom.end : 0)), superlative.end);
    const isAfter = scope.offset > superlative.offset;
    const head = given ? superlative.word : this.#text.slice(start, isAfter ? scope.offset : last).trim();
    const ofTime = inside.some((atom) => atom.type === 'period' && atom.period !== 'close') || length !== undefined;
    // 'To 5,186, its lowest', 'to its lowest': of the level that was reached.
    const isReached =
      this.#atoms.some((atom) => atom.type === 'quantity' && atom.offset < start && this.#isReached(atom)) ||
      this.#precededBy({ offset: start }, /\b(?:to|at)\s+(?:its|the|their|a)?\s*$/i);
    if (isReached && !ofTime && !isOfCloses && /^(?:best|worst)$/.test(folded))
      refuse(
        superlative.offset,
        `'${superlative.word}' of what? Write 'best day' or 'worst week' of the move, 'highest' or 'lowest' of the level.`,
      );
    this.#claims.push({
      kind: 'superlative',
      length: length ?? null,
      streak: unbroken !== undefined,
      ofLevel:
        given !== null ||
        isOfCloses ||
        /\blevels?\b/i.test(head) ||
        [...peaks.most, ...peaks.least].includes(folded) ||
        (isReached && !ofTime && !sizes.includes(folded)),
      move: fall ?? null,
      claim: {
        text: this.#text.slice(start, isAfter ? scope.end : last),
        head,
        since: this.#text.slice(scope.offset, scope.end),
        word: folded,
        offset: start,
        sign: flipped ? (sign === 1 ? -1 : 1) : sign,
        place: ordinal?.place ?? 1,
        tied: tie !== undefined,
        ofGap: fall === undefined && /\b(?:gap|spread|margin|difference|distance)\b/i.test(ranked),
        scope: scopeIn(scope),
      },
    });
  }

  /** 'Worst Monday', 'best summer day': only some periods are compared, and the metric has them all. */
  #ofWhat(superlative: Of<'superlative'>, inside: readonly Atom[]): void {
    const narrow = inside.find(({ type }) => type === 'weekday' || type === 'date' || type === 'relative-day');
    const period = inside.find((atom) => atom.type === 'period');
    const between = period ? this.#text.slice(superlative.end, period.offset) : '';
    const stranger = /[a-z-]*[a-z](?=\s*$)/i.exec(between.replace(/\b(?:single|trading|full|calendar|one|and)\b/gi, ''))?.[0];
    const word = narrow && 'word' in narrow ? narrow.word : inside[0] === period ? stranger : undefined;
    if (word)
      refuse(
        superlative.offset,
        `'${superlative.word} … ${word}' compares only some of the days, and the metric has them all. Leave '${word}' out.`,
      );
  }

  /** 'Dropped 6 basis points, the most since July 11': the fall stands before. */
  #fallBefore({ offset }: Of<'superlative'>): Of<'direction'> | undefined {
    return this.#free('direction').find((direction) => direction.offset < offset);
  }

  /** 'A record high' and 'a two-year high' are superlatives; 'a high' is prose. */
  #peak(peak: Of<'peak'>): void {
    this.#take(peak);
    const quantity = this.#free('quantity').findLast(({ offset }) => offset < peak.offset);
    const period = quantity && this.#periodOf(quantity);
    const end = period?.atom?.end ?? quantity?.end ?? 0;
    const record = this.#free('record')[0];
    if (record) this.#superlative({ ...peak, type: 'superlative', offset: Math.min(record.offset, peak.offset) }, peak.sign, null);
    else if (quantity && period && period.name !== 'close' && this.#isNext({ end }, peak)) {
      if (period.atom) this.#take(period.atom);
      this.#take(quantity);
      const { offset, number: count, bound } = quantity;
      const word = peak.sign > 0 ? 'highest' : 'lowest';
      const span: Span = { type: 'span', offset, end, count, period: period.name, bound };
      this.#superlative({ ...peak, type: 'superlative', word, offset }, peak.sign, span);
    }
  }

  /** Since when: what follows the superlative before what stands ahead of it. */
  #scopeOf(superlative: Of<'superlative'>): Scope {
    const scopes = [...this.#free('since'), ...this.#free('in-year'), ...this.#free('record')].sort((a, b) => a.offset - b.offset);
    const scope = scopes.find(({ offset }) => offset >= superlative.offset) ?? this.#spanOf(superlative) ?? scopes[0];
    if (!scope || (scope.type === 'since' && scope.date === null))
      refuse(
        scope?.offset ?? superlative.offset,
        `'${superlative.word}' since when? Write 'since' with a date, 'in two years', 'in data since 1999' or 'of the year'.`,
      );
    return scope.type === 'span' ? scope : this.#take(scope);
  }

  /** 'In more than two years', 'in a month', 'in 20 sessions'. */
  #spanOf(superlative: Of<'superlative'>): Span | null {
    const start = (offset: number, words: RegExp): number | null => {
      const match = offset > superlative.offset ? words.exec(this.#text.slice(0, offset)) : null;
      return match ? match.index : null;
    };
    for (const quantity of this.#free('quantity')) {
      const offset = start(quantity.offset, /\bin(?: the (?:last|past))?\s*$/i);
      const period = this.#periodOf(quantity);
      if (offset === null || !period || period.name === 'close') continue;
      this.#take(quantity);
      if (period.atom) this.#take(period.atom);
      return {
        type: 'span',
        offset,
        end: period.atom?.end ?? quantity.end,
        count: quantity.number,
        period: period.name,
        bound: quantity.bound,
      };
    }
    for (const period of this.#free('period')) {
      const offset = start(period.offset, /\bin (?:a|an)\s*$/i);
      if (offset === null || period.period === 'close') continue;
      this.#take(period);
      return { type: 'span', offset, end: period.end, count: 1, period: period.period, bound: null };
    }
    return null;
  }

  /** What a number counts: its own unit, or the period that follows it. */
  #periodOf(quantity: Quantity): { name: PeriodName; atom: Of<'period'> | null } | null {
    if (quantity.unit === 'sessions') return { name: 'day', atom: null };
    if (quantity.unit === 'weeks') return { name: 'week', atom: null };
    const next = this.#after(quantity);
    if (quantity.unit !== null || next?.type !== 'period' || this.#taken.has(next) || !this.#isNext(quantity, next)) return null;
    return { name: next.period, atom: next };
  }

  /** 'A fifth day of gains', 'rose for a fifth session': a streak without the word. */
  #countsDays(ordinal: Of<'ordinal'>): boolean {
    const next = this.#after(ordinal);
    // 'In the third quarter' says when.
    if (this.#precededBy(ordinal, /\b(?:in|of) the\s*$/i)) return false;
    return next?.type === 'period' && this.#isNext(ordinal, next) && this.#free('direction').length > 0;
  }

  /** 'Fifth straight gain', 'five-day winning streak', 'at least five days in a row'. @param unbroken null where days are counted without the word */
  #streak(unbroken: Of<'unbroken'> | null): void {
    if (unbroken) this.#take(unbroken);
    const [ordinal] = this.#free('ordinal')
      .slice(0, 1)
      .map((atom) => this.#take(atom));
    const counted = ordinal
      ? undefined
      : this.#free('quantity').find(
          ({ unit, scale, decimals }) => (unit === null || unit === 'sessions' || unit === 'weeks') && scale === 1 && decimals === 0,
        );
    if (counted) this.#take(counted);
    if (counted?.bound && counted.bound !== 'least' && counted.bound !== 'more')
      refuse(counted.offset, `a streak has a length: '${counted.boundWord}' is not understood before it. Write the number, or 'at least'.`);
    if (unbroken && !ordinal && !counted && !/streak/i.test(unbroken.word))
      refuse(unbroken.offset, `'${unbroken.word}' of how many? Write the number: 'five days in a row', 'fifth straight gain'.`);
    const direction = this.#free('direction').map((atom) => this.#take(atom))[0];
    const ofWord = /^winning/i.test(unbroken?.word ?? '') ? 1 : /^losing/i.test(unbroken?.word ?? '') ? -1 : null;
    const period = this.#free('period').map((atom) => this.#take(atom))[0];
    if (direction && ofWord && direction.sign !== ofWord)
      refuse(
        unbroken?.offset ?? direction.offset,
        `'${direction.word}' and '${unbroken?.word}' contradict each other. Say which of them it is.`,
      );
    const members = [ordinal, counted, direction, unbroken, period].filter((atom) => atom !== undefined && atom !== null);
    const start = Math.min(...members.map(({ offset }) => offset));
    const end = Math.max(...members.map((atom) => atom.end));
    const ending =
      /\b(end(?:s|ed|ing)?|snap\w*|br(?:eak|eaks|eaking|oke|oken)|halt\w*|after|following|escap\w*|avert\w*|dodg\w*|stopp\w*|cap(?:s|ped|ping)?) (?:to )?(?:a|an|its|the|their)?\s*$/i.exec(
        this.#text.slice(0, start),
      );
    if (ending && !/^cap/i.test(ending[1]))
      refuse(
        start,
        `'${ending[1]}' says that the run is over, and a streak is the run that goes on. Give the day before a Fact of its own.`,
      );
    const beside = this.#free('quantity').find(({ offset }) => offset > start && this.#precededBy({ offset }, /\bof\s*$/i));
    if (beside)
      refuse(
        beside.offset,
        `'${beside.text}' is asked of each day of the streak, and only the last is looked at. Give it a Fact of its own.`,
      );
    const length = ordinal?.place ?? counted?.number ?? null;
    this.#claims.push({
      kind: 'streak',
      move: direction ?? null,
      period: period?.period ?? (counted?.unit === 'sessions' ? 'day' : counted?.unit === 'weeks' ? 'week' : null),
      claim: {
        text: this.#text.slice(start, end),
        offset: start,
        length: length !== null && counted?.bound === 'more' ? length + 1 : length,
        atLeast: counted?.bound != null,
        bound: counted?.bound === 'more' ? counted.boundWord : null,
        sign: direction?.sign ?? ofWord,
      },
    });
  }

  #numbers(): void {
    const direction = this.#verb;
    for (const quantity of this.#free('quantity')) {
      const period = this.#periodOf(quantity);
      if (period?.atom) {
        this.#take(period.atom);
        this.#claims.push({ kind: 'stretch', quantity, period: period.name, text: this.#text.slice(quantity.offset, period.atom.end) });
      } else {
        const role = this.#isReached(quantity) ? 'reached' : this.#precededBy(quantity, /\bfrom\s*$/i) ? 'base' : 'value';
        this.#claims.push({ kind: 'quantity', quantity, verb: role === 'value' ? direction : null, role });
      }
    }
    for (const multiple of this.#free('multiple')) {
      if (direction && multiple.factor > 1 && !this.#taken.has(direction))
        refuse(
          multiple.offset,
          `'${direction.word}' and '${multiple.word}' can be read in two ways. Write the multiple alone: '${multiple.bound ? multiple.word : `more than ${multiple.word}`}', or the change in percent.`,
        );
      this.#claims.push({ kind: 'multiple', multiple, ofChange: direction !== null });
    }
  }

  #rest(): void {
    const quantities = this.#free('quantity').filter(({ unit }) => unit !== 'sessions' && unit !== 'weeks');
    const quantity = quantities.find((one) => !this.#isReached(one)) ?? quantities[0] ?? null;
    const directions = this.#free('direction');
    // 'Led the rally' compares, and the rally is what was led.
    const compares = directions.some(({ relative }) => relative);
    for (const direction of directions.filter(({ standing }) => standing || !compares)) {
      const toLevel =
        (quantity !== null && this.#isReached(quantity)) ||
        /^\s+(?:to|at)\b(?!\s+(?:least|most|best|worst|(?:the\s+)?[A-Z]))/.test(this.#text.slice(direction.end));
      this.#claims.push({ kind: 'direction', direction, toLevel, quantity });
    }
    for (const range of this.#free('range'))
      this.#claims.push({ kind: this.#precededBy(range, /\bfrom\s*$/i) ? 'from-to' : 'range', range });
    for (const flat of this.#free('flat')) this.#claims.push({ kind: 'flat', flat });
    for (const since of this.#free('since')) this.#claims.push({ kind: 'begin', since });
    for (const year of this.#free('in-year')) this.#claims.push({ kind: 'year', year });
    for (const date of this.#free('date'))
      this.#claims.push({ kind: 'date', date, preposition: this.#wordBefore(date), ofPeak: this.#isOfPeak(date) });
    for (const weekday of this.#free('weekday')) this.#claims.push({ kind: 'weekday', weekday, preposition: this.#wordBefore(weekday) });
    for (const day of this.#free('relative-day')) this.#claims.push({ kind: 'relative-day', day });
    for (const period of this.#free('period'))
      if (period.period !== 'close')
        this.#claims.push({ kind: 'period', period, strict: false, toDate: this.#precededBy(period, /\b(?:the|this)\s*$/i) });
    for (const ordinal of this.#free('ordinal')) this.#claims.push({ kind: 'place', ordinal });
    for (const record of this.#free('record'))
      refuse(
        record.offset,
        `'${record.word}' is for series whose data begin with them. Write 'highest in data since' and the year, or 'its high of' and the date.`,
      );
  }

  /** 'Its high of July 10', 'its July 10 high'. */
  #isOfPeak(date: Of<'date'>): boolean {
    const peak = 'high|peak|low|trough|top|bottom';
    return (
      this.#precededBy(date, new RegExp(`\\b(?:${peak}) (?:(?:set|reached|hit) )?(?:of|on|in)\\s*$`, 'i')) ||
      new RegExp(`^\\s+(?:${peak})\\b`, 'i').test(this.#text.slice(date.end))
    );
  }

  #wordBefore({ offset }: { offset: number }): string {
    return /([a-z]+)\s*$/i.exec(this.#text.slice(0, offset))?.[1].toLowerCase() ?? '';
  }
}

function scopeIn(scope: Scope): SuperlativeClaim['scope'] {
  if (scope.type === 'span') return { kind: 'span', count: scope.count, period: scope.period, bound: scope.bound };
  if (scope.type === 'record') return { kind: 'record' };
  if (scope.type === 'in-year') return { kind: 'year', year: scope.year };
  if (scope.date === 'year' || scope.date === null) return { kind: 'year', year: 'this' };
  return { kind: 'since', date: scope.date, open: scope.open };
}
