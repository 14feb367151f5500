/** From atoms to claims: which words belong together. 'The third-highest close since 2005' is one claim, 'rose 3.5% on Tuesday' three. */
import type { StreakClaim } from './checks/streak.ts';
import type { SuperlativeClaim } from './checks/superlative.ts';
import { sizes, smallSizes } from './lexicon.ts';
import type { Atom, Quantity } from './phrase.ts';
import { type Complaint, unclear } from './subject.ts';

type Of<T extends Atom['type']> = Atom & { type: T };

export type Claim =
  | {
      kind: 'quantity';
      quantity: Quantity /** The sign is in a word: sizes are compared. */;
      unsigned: boolean /** After 'to' or 'at': a level that was reached. */;
      reached: boolean;
    }
  | { kind: 'stretch'; quantity: Quantity; period: Of<'period'>['period'] }
  | { kind: 'range'; range: Of<'range'> }
  | { kind: 'multiple'; multiple: Of<'multiple'> /** 'fell by half': the size of the change itself. */; ofChange: boolean }
  | { kind: 'direction'; direction: Of<'direction'>; toLevel: boolean; quantity: Quantity | null }
  | { kind: 'flat'; flat: Of<'flat'> }
  | { kind: 'superlative'; claim: SuperlativeClaim; length: Quantity | null; streak: boolean }
  | { kind: 'streak'; claim: StreakClaim; period: Of<'period'>['period'] | null }
  | { kind: 'period'; period: Of<'period'>; strict: boolean }
  | { kind: 'begin'; since: Of<'since'> }
  | { kind: 'year'; year: Of<'in-year'> }
  | { kind: 'date'; date: Of<'date'> }
  | { kind: 'weekday'; weekday: Of<'weekday'> }
  | { kind: 'relative-day'; day: Of<'relative-day'> };

/** @throws Complaint where words contradict each other or can be read in two ways */
export function claimsOf(text: string, atoms: readonly Atom[]): Claim[] {
  return new Assembly(text, atoms).claims();
}

class Assembly {
  readonly #text: string;
  readonly #atoms: readonly Atom[];
  readonly #taken = new Set<Atom>();
  readonly #claims: Claim[] = [];

  constructor(text: string, atoms: readonly Atom[]) {
    this.#text = text;
    this.#atoms = atoms;
  }

  claims(): Claim[] {
    for (const atom of this.#free('ambiguous'))
      refuse(atom.offset, `'${atom.word}' can be read in two ways. Write 'four times' for a multiple of 4, or the change in percent.`);
    this.#oneDirection();
    for (const superlative of this.#free('superlative')) this.#superlative(superlative, superlative.sign);
    for (const peak of this.#free('peak')) this.#peak(peak);
    for (const unbroken of this.#free('unbroken')) this.#streak(unbroken);
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

  /** 'Rose' and 'fell' of one number contradict each other; so do 'down' and '-3%'. */
  #oneDirection(): void {
    const [first, ...others] = this.#free('direction');
    if (!first) return;
    const other = others.find(({ sign }) => sign !== first.sign);
    if (other) refuse(other.offset, `'${first.word}' and '${other.word}' contradict each other. Give each its own Fact.`);
    const signed = this.#free('quantity').find((quantity) => quantity.signed);
    if (signed && !this.#followsTo(signed))
      refuse(signed.offset, `'${first.word}' already gives the sign. Write '${first.word} ${signed.text.replace(/^[+\-−]/, '')}'.`);
  }

  /** The words before it end with 'to' or 'at': a level that was reached. */
  #followsTo({ offset }: { offset: number }): boolean {
    return /\b(?:to|at)\s*$/i.test(this.#text.slice(0, offset));
  }

  #superlative(superlative: Of<'superlative'>, sign: 1 | -1): void {
    const i = this.#atoms.indexOf(this.#take(superlative));
    const before = this.#atoms[i - 1];
    const ordinal = before?.type === 'ordinal' && !this.#taken.has(before) ? this.#take(before) : null;
    const tie = this.#free('tie').map((atom) => this.#take(atom))[0];
    const scope = this.#scopeOf(superlative);
    const until = scope.offset > superlative.offset ? scope.offset : this.#text.length;
    const inside = this.#atoms.slice(i + 1).filter((atom) => atom.offset < until && !this.#taken.has(atom));
    const fall = inside.find((atom): atom is Of<'direction'> => atom.type === 'direction' && !atom.relative);
    const folded = superlative.word.toLowerCase();
    if (fall && smallSizes.includes(folded))
      refuse(
        superlative.offset,
        `'${superlative.word} ${fall.word}' leaves out the moves the other way. Write 'worst' or 'best' with the period.`,
      );
    const flipped =
      sizes.includes(folded) && (fall?.sign === -1 || inside.some((atom) => atom.type === 'unbroken' && /^losing/i.test(atom.word)));
    for (const atom of inside) if (atom.type === 'period') this.#claims.push({ kind: 'period', period: this.#take(atom), strict: true });
    const length = inside.find((atom): atom is Quantity => atom.type === 'quantity' && (atom.unit === 'sessions' || atom.unit === 'weeks'));
    if (length) this.#take(length);
    const unbroken = inside.find((atom) => atom.type === 'unbroken');
    if (unbroken) this.#take(unbroken);
    const start = Math.min(superlative.offset, ordinal?.offset ?? superlative.offset, tie?.offset ?? superlative.offset);
    const last = Math.max(...inside.map((atom) => ('end' in atom ? atom.end : 0)), superlative.end);
    const after = scope.offset > superlative.offset;
    const end = after ? scope.end : last;
    this.#claims.push({
      kind: 'superlative',
      length: length ?? null,
      streak: unbroken !== undefined,
      claim: {
        text: this.#text.slice(start, end),
        head: this.#text.slice(start, after ? scope.offset : last).trim(),
        offset: start,
        sign: flipped ? (sign === 1 ? -1 : 1) : sign,
        place: ordinal?.place ?? 1,
        tied: tie !== undefined,
        scope: scopeIn(scope),
      },
    });
  }

  /** 'A record high' is a superlative; 'a high' is prose. */
  #peak(peak: Of<'peak'>): void {
    const record = this.#free('record')[0];
    if (!record) return void this.#take(peak);
    this.#superlative({ ...peak, type: 'superlative', offset: Math.min(record.offset, peak.offset) }, peak.sign);
    this.#take(peak);
  }

  /** Since when: what follows the superlative before what stands ahead of it. */
  #scopeOf(superlative: Of<'superlative'>): Scope {
    const scopes = [...this.#free('since'), ...this.#free('in-year'), ...this.#free('record')];
    const scope =
      scopes.sort((a, b) => a.offset - b.offset).find(({ offset }) => offset >= superlative.offset) ??
      this.#spanOf(superlative) ??
      scopes[0];
    if (!scope || (scope.type === 'since' && scope.date === null))
      refuse(
        scope?.offset ?? superlative.offset,
        `'${superlative.word}' since when? Write 'since November 2023', 'in two years', 'in data since 1999' or 'of the year'.`,
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
      const next = this.#atoms[this.#atoms.indexOf(quantity) + 1];
      const counted = quantity.unit === 'sessions' ? ('day' as const) : quantity.unit === 'weeks' ? ('week' as const) : null;
      const period = quantity.unit === null && next?.type === 'period' && !this.#taken.has(next) ? next : null;
      if (offset === null || (!counted && !period) || period?.period === 'close') continue;
      this.#take(quantity);
      if (period) this.#take(period);
      return {
        type: 'span',
        offset,
        end: period?.end ?? quantity.end,
        count: quantity.number,
        period: counted ?? (period?.period as Span['period']),
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

  /** 'Fifth straight gain', 'five-day winning streak', 'at least five days in a row'. */
  #streak(unbroken: Of<'unbroken'>): void {
    this.#take(unbroken);
    const ordinal = this.#free('ordinal').map((atom) => this.#take(atom))[0];
    const counted = ordinal
      ? undefined
      : this.#free('quantity').find(
          ({ unit, scale, decimals }) => (unit === null || unit === 'sessions' || unit === 'weeks') && scale === 1 && decimals === 0,
        );
    if (counted) this.#take(counted);
    if (counted?.bound && counted.bound !== 'least' && counted.bound !== 'more')
      refuse(counted.offset, `a streak has a length: '${counted.boundWord}' is not understood before it. Write the number, or 'at least'.`);
    const direction = this.#free('direction').map((atom) => this.#take(atom))[0];
    const ofWord = /^winning/i.test(unbroken.word) ? 1 : /^losing/i.test(unbroken.word) ? -1 : null;
    const period = this.#free('period').map((atom) => this.#take(atom))[0];
    const members = [ordinal, counted, direction, unbroken, period].filter((atom) => atom !== undefined);
    const start = Math.min(...members.map(({ offset }) => offset));
    const end = Math.max(...members.map((atom) => atom.end));
    const length = ordinal?.place ?? counted?.number ?? null;
    this.#claims.push({
      kind: 'streak',
      period: period?.period ?? (counted?.unit === 'sessions' ? 'day' : counted?.unit === 'weeks' ? 'week' : null),
      claim: {
        text: this.#text.slice(start, end),
        offset: start,
        length: length !== null && counted?.bound === 'more' ? length + 1 : length,
        atLeast: counted?.bound != null,
        sign: direction?.sign ?? ofWord,
      },
    });
  }

  #numbers(): void {
    const [direction] = this.#free('direction');
    for (const quantity of this.#free('quantity')) {
      const next = this.#atoms[this.#atoms.indexOf(quantity) + 1];
      if (
        quantity.unit === null &&
        next?.type === 'period' &&
        !this.#taken.has(next) &&
        /^[\s-]*$/.test(this.#text.slice(quantity.end, next.offset))
      )
        this.#claims.push({ kind: 'stretch', quantity, period: this.#take(next).period });
      else
        this.#claims.push({
          kind: 'quantity',
          quantity,
          unsigned: direction !== undefined && !this.#followsTo(quantity),
          reached: this.#followsTo(quantity),
        });
    }
    for (const multiple of this.#free('multiple')) {
      if (direction && multiple.factor > 1)
        refuse(multiple.offset, `'${direction.word}' and '${multiple.word}' can be read in two ways. Write the multiple alone: 'doubled'.`);
      this.#claims.push({ kind: 'multiple', multiple, ofChange: direction !== undefined });
    }
  }

  #rest(): void {
    const quantities = this.#free('quantity');
    const quantity = quantities.find((one) => !this.#followsTo(one)) ?? quantities[0] ?? null;
    const toLevel = quantity !== null && this.#followsTo(quantity);
    for (const direction of this.#free('direction')) this.#claims.push({ kind: 'direction', direction, toLevel, quantity });
    for (const range of this.#free('range')) this.#claims.push({ kind: 'range', range });
    for (const flat of this.#free('flat')) this.#claims.push({ kind: 'flat', flat });
    for (const since of this.#free('since')) this.#claims.push({ kind: 'begin', since });
    for (const year of this.#free('in-year')) this.#claims.push({ kind: 'year', year });
    for (const date of this.#free('date')) this.#claims.push({ kind: 'date', date });
    for (const weekday of this.#free('weekday')) this.#claims.push({ kind: 'weekday', weekday });
    for (const day of this.#free('relative-day')) this.#claims.push({ kind: 'relative-day', day });
    for (const period of this.#free('period')) if (period.period !== 'close') this.#claims.push({ kind: 'period', period, strict: false });
    for (const ordinal of this.#free('ordinal'))
      refuse(ordinal.offset, `'${ordinal.word}' of what? Write '${ordinal.word} highest since 2005' or '${ordinal.word} straight gain'.`);
    for (const record of this.#free('record'))
      refuse(record.offset, `'${record.word}' of what? Write 'record high' or 'highest close ever'.`);
  }
}

/** A stretch back from the day. */
interface Span {
  type: 'span';
  offset: number;
  end: number;
  count: number;
  period: 'day' | 'week' | 'month' | 'quarter' | 'year';
  bound: Quantity['bound'];
}

type Scope = Of<'since'> | Of<'in-year'> | Of<'record'> | Span;

function scopeIn(scope: Scope): SuperlativeClaim['scope'] {
  if (scope.type === 'span') return { kind: 'span', count: scope.count, period: scope.period, bound: scope.bound };
  if (scope.type === 'record') return { kind: 'record' };
  if (scope.type === 'in-year') return { kind: 'year', year: scope.year };
  if (scope.date === 'year' || scope.date === null) return { kind: 'year', year: 'this' };
  return { kind: 'since', date: scope.date, open: scope.open };
}

/** Carries a complaint out of the assembly. */
export class Refusal extends Error {
  readonly complaint: Complaint;
  constructor(complaint: Complaint) {
    super(complaint.message);
    this.complaint = complaint;
  }
}

function refuse(offset: number, message: string): never {
  throw new Refusal(unclear(offset, message));
}
