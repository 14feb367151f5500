/** What a phrase is made of, before it is known which words belong together. */
import type { BoundKind, PrintedUnit, periods } from './lexicon.ts';

/** A date as precise as it is written. */
export interface DateMention {
  /** 0 where none is written. */
  year: number;
  /** 1 to 12. */
  month?: number;
  day?: number;
  text: string;
}

/** Words with their place in the phrase. */
export interface Place {
  word: string;
  offset: number;
  end: number;
}

export interface Quantity {
  type: 'quantity';
  /** As written, with its unit. */
  text: string;
  /** The number as written, sign included, before its scale: 2.1 in '2.1 million'. */
  number: number;
  signed: boolean;
  /** True of a part of one, and of 'a full point': '4-1/2', 'a quarter point'. */
  fraction: boolean;
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

/**
 * How a date after 'since' is meant: `false` for when it was last so, 'least' for how far back nothing is as good, 'data' as far as
 * the data go, 'start' from the start of the date on, where only a better value counts.
 */
export type SinceOpen = false | 'least' | 'data' | 'start';

export type PeriodName = keyof typeof periods | 'day';

export type Atom =
  | Quantity
  | { type: 'range'; low: Quantity; high: Quantity; offset: number; end: number; text: string }
  | ({ type: 'multiple'; factor: number; bound: BoundKind | null } & Place)
  | ({
      type: 'direction';
      sign: 1 | -1;
      strong: boolean;
      /** Of one thing against another. */
      relative: boolean;
      /** Where it stands, not where it went. */
      standing: boolean;
    } & Place)
  | ({ type: 'flat' } & Place)
  | ({ type: 'superlative'; sign: 1 | -1 } & Place)
  | ({ type: 'ordinal'; place: number } & Place)
  | ({ type: 'record' } & Place)
  | ({ type: 'peak'; sign: 1 | -1 } & Place)
  | ({ type: 'period'; period: PeriodName } & Place)
  | ({ type: 'unbroken' } & Place)
  | ({ type: 'tie' } & Place)
  | ({ type: 'since'; date: DateMention | 'year' | null; open: SinceOpen } & Place)
  | ({ type: 'in-year'; year: number | 'this' } & Place)
  | ({ type: 'date'; date: DateMention } & Place)
  | ({ type: 'weekday'; weekday: number; last: boolean } & Place)
  | ({ type: 'relative-day' } & Place)
  /** A word of a claim that none was made of: a unit without a number, 'nearly' without one, 'not'; 'form' is a number in a form of its own: '7/16'. */
  | ({ type: 'stray'; what: 'unit' | 'number' | 'form' | 'bound' | 'hedge' | 'ambiguous' } & Place);
