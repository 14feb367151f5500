/** From tokens to atoms: what a word means by itself, and what a number is with its sign, scale and unit. */
import type { IToken } from 'chevrotain';
import type { Atom, PeriodName, Place, Quantity } from './atoms.ts';
import { fractionIn } from './fractions.ts';
import {
  acts,
  type BoundKind,
  bounds,
  directions,
  type PrintedUnit,
  peaks,
  periods,
  positions,
  relations,
  scales,
  standing,
  strongDirections,
  superlatives,
  trailingBounds,
  units,
  weekdayAbbreviations,
  weekdays,
} from './lexicon.ts';
import { numberWords, placeWords } from './number-words.ts';
import * as t from './tokens.ts';

export const fold = (image: string): string => image.toLowerCase().replace(/[\s\u00A0]+/g, ' ');

export const placeOf = (first: IToken, last: IToken = first): Place => ({
  word: first.image,
  offset: first.startOffset,
  end: (last.endOffset ?? last.startOffset) + 1,
});

type BothSigns = Readonly<Record<'up' | 'down', readonly string[]>>;
const signIn = (lists: BothSigns, folded: string): 1 | -1 => (lists.up.includes(folded) ? 1 : -1);

/** The meaning of a token that stands alone; null where it has none. */
export function atomOf(token: IToken): Atom | null {
  const folded = fold(token.image);
  const here = placeOf(token);
  const stray = (what: (Atom & { type: 'stray' })['what']): Atom => ({ type: 'stray', what, ...here });
  switch (token.tokenType) {
    case t.Direction:
      return {
        type: 'direction',
        sign: signIn(directions, folded),
        strong: false,
        relative: false,
        standing: standing.includes(folded),
        ...here,
      };
    case t.Act:
      return { type: 'direction', sign: signIn(acts, folded), strong: false, relative: false, standing: false, ...here };
    case t.StrongDirection:
      return { type: 'direction', sign: signIn(strongDirections, folded), strong: true, relative: false, standing: false, ...here };
    case t.Relation:
      return { type: 'direction', sign: signIn(relations, folded), strong: false, relative: true, standing: true, ...here };
    case t.Flat:
      return { type: 'flat', ...here };
    case t.Superlative:
      return { type: 'superlative', sign: superlatives.most.includes(folded) ? 1 : -1, ...here };
    case t.Ordinal:
      return { type: 'ordinal', place: rankIn(folded), ...here };
    case t.Multiple:
      // 'a third straight gain'
      return { type: 'ordinal', place: 3, ...here };
    case t.Record:
      return { type: 'record', ...here };
    case t.Peak:
      return { type: 'peak', sign: peaks.most.includes(folded) ? 1 : -1, ...here };
    case t.Unbroken:
      return { type: 'unbroken', ...here };
    case t.Tie:
      return { type: 'tie', ...here };
    case t.ThisYear:
      return { type: 'in-year', year: 'this', ...here };
    case t.RelativeDay:
      return { type: 'relative-day', ...here };
    case t.Weekday:
      return { type: 'weekday', weekday: weekdayIn(folded), last: false, ...here };
    case t.Period:
      return { type: 'period', period: periodIn(folded), ...here };
    case t.Unit:
      if (units.sessions.includes(folded)) return { type: 'period', period: 'day', ...here };
      if (units.weeks.includes(folded)) return { type: 'period', period: 'week', ...here };
      // 'Calls on the fund' names a thing.
      return units.contracts.includes(folded) ? null : stray('unit');
    case t.ForeignUnit:
    case t.Scale:
      return stray('unit');
    case t.Fraction:
      return stray('number');
    case t.NumberWord:
      return folded === 'one' ? null : stray('number');
    case t.SignWord:
      return stray('number');
    case t.Glued:
      return stray('form');
    case t.Hedge:
      return stray('hedge');
    case t.Ambiguous:
      return stray('ambiguous');
    case t.Bound:
      return strayBound(folded, here);
    default:
      return null;
  }
}

/** 'Over', 'about' and 'under' are prepositions too; 'above' and 'below' say where something stands. */
function strayBound(folded: string, here: Place): Atom | null {
  if (folded === 'above' || folded === 'below')
    return { type: 'direction', sign: signIn(positions, folded), strong: false, relative: false, standing: true, ...here };
  return ['over', 'under', 'about', 'around', 'some', 'short of'].includes(folded) ? null : { type: 'stray', what: 'bound', ...here };
}

const rankIn = (folded: string): number => placeWords.get(folded.replace(/-$/, '')) ?? Number.parseInt(folded, 10);

function weekdayIn(folded: string): number {
  const full = weekdays.findIndex((day) => day.toLowerCase() === folded);
  return (
    1 + (full >= 0 ? full : weekdayAbbreviations.findIndex((short) => short.some((word) => word.toLowerCase() === folded.replace('.', ''))))
  );
}

const periodIn = (folded: string): PeriodName =>
  (Object.entries(periods).find(([, words]) => words.includes(folded))?.[0] ?? 'day') as PeriodName;

export function boundOf(token: IToken | undefined): BoundKind | null {
  if (!token) return null;
  const folded = fold(token.image);
  const entry = [...Object.entries(bounds), ...Object.entries(trailingBounds)].find(([, words]) => words.includes(folded));
  return (entry?.[0] as BoundKind | undefined) ?? null;
}

/** A range where both ends are of one kind; the first may leave its unit to the second. Else the two by themselves. */
export function rangeOf(low: Quantity, high: Quantity, offset: number): Atom[] {
  if (low.unit !== null && low.unit !== high.unit) return [low, high];
  const shared =
    low.unit === null ? { ...low, unit: high.unit, unitWord: high.unitWord, scale: low.scaleWord ? low.scale : high.scale } : low;
  const ends = [shared, { ...high, signed: false }].sort((a, b) => a.number * a.scale - b.number * b.scale);
  return [{ type: 'range', low: ends[0], high: ends[1], offset, end: high.end, text: `${low.text} to ${high.text}` }];
}

export interface NumberTokens {
  bound?: IToken;
  sign?: IToken;
  dollar?: IToken;
  number: IToken;
  scale?: IToken;
  unit?: IToken;
  trailing?: IToken;
}

export function quantityOf({ bound, sign, dollar, number, scale, unit, trailing }: NumberTokens): Quantity {
  const parts = [sign, dollar, number, scale, unit].filter((part) => part !== undefined);
  const start = parts[0].startOffset;
  const fraction = number.tokenType === t.Fraction ? fractionIn(number.image) : null;
  // 'In more than a year' is in more than one.
  const image = number.tokenType === t.OnePeriod ? 'one' : fraction === null ? number.image.replace(/-$/, '') : written(fraction);
  const magnitude = numberWords.get(image.toLowerCase()) ?? Number(image.replaceAll(',', ''));
  const scaleWord = scale?.image ?? null;
  return {
    type: 'quantity',
    text: textOf(parts, start),
    number: sign && sign.image !== '+' ? -magnitude : magnitude,
    signed: sign !== undefined,
    fraction: fraction !== null,
    decimals: Math.min(image.split('.')[1]?.length ?? 0, fraction === null ? Infinity : 2),
    digits: image.replaceAll(',', ''),
    scale: scaleWord === null ? 1 : scales[scaleWord.toLowerCase()],
    scaleWord,
    unit: dollar ? 'dollars' : unitIn(unit?.image),
    unitWord: unit?.image ?? null,
    bound: boundOf(bound ?? trailing),
    boundWord: (bound ?? trailing)?.image ?? null,
    offset: bound?.startOffset ?? start,
    end: Math.max(...[...parts, trailing].map((part) => (part?.endOffset ?? 0) + 1)),
  };
}

/** Parts are told to the hundredth, for that is how rates are quoted: 4-1/2 is 4.50. */
const written = (fraction: number): string =>
  Number.isInteger(fraction) ? String(fraction) : fraction.toFixed(fraction * 4 === Math.round(fraction * 4) ? 2 : 3);

function textOf(parts: readonly IToken[], start: number): string {
  let text = '';
  for (const part of parts) text = text.padEnd(part.startOffset - start, ' ') + part.image;
  return text.trim();
}

function unitIn(word: string | undefined): PrintedUnit | null {
  const found = Object.entries(units).find(([, words]) => word !== undefined && words.includes(fold(word)));
  return (found?.[0] as PrintedUnit | undefined) ?? null;
}
