/** The Reported of a report as its figures see them: by id, with the return that their words give. */
import { phraseOf } from '../assertions/checks/quantity.ts';
import type { BoundKind } from '../assertions/lexicon.ts';
import { readClaims } from '../assertions/verify.ts';
import type { Said } from '../charts/kind.ts';
import { didYouMean } from '../nearest.ts';
import type { Report } from './figure-attributes.ts';
import type { ReportedRecord } from './record.ts';

/** What a figure needs of a Reported. */
export type ReportedFigure = Pick<ReportedRecord, 'text' | 'status' | 'ours'>;

/** By id; null for one that could not be compiled, of which a finding tells already. */
export type ReportedFigures = ReadonlyMap<string, ReportedFigure | null>;

/** Null (and a finding, unless there is one already) where it is not there. */
export function reportedAt(id: string, offset: number, all: ReportedFigures, report: Report): ReportedFigure | null {
  const found = all.get(id);
  if (found !== undefined) return found;
  const known = all.size === 0 ? 'It has none.' : `Known: ${[...all.keys()].join(', ')}.`;
  return report('unknown-claim', offset, `this report has no Reported with the id '${id}'.${didYouMean(id, [...all.keys()])} ${known}`);
}

/** Where a return lies by a word before its number. */
const SIDES: Readonly<Record<BoundKind, Said['side']>> = { more: 1, least: 1, less: -1, most: -1, nearly: -1, about: 0 };

/**
 * The first percentage in somebody's words, its sign taken from a word where one gives it ('fell 3%'); null where there is none.
 * @param holding our value, where the words hold: a number without sign or verb lies on its side
 */
export function saidIn(words: string, holding = 0): Said | null {
  const claim = readClaims(words).find((one) => one.kind === 'quantity' && one.quantity.unit === 'percent');
  if (claim?.kind !== 'quantity') return null;
  const { quantity, verb } = claim;
  const isFall = verb ? verb.sign === -1 : !quantity.signed && holding < 0;
  const number = quantity.number * quantity.scale;
  const side = quantity.bound ? SIDES[quantity.bound] : 0;
  return {
    text: phraseOf({ ...quantity, text: `${isFall ? '−' : ''}${quantity.text.replace(/^-/, '−')}` }),
    number,
    value: ((isFall ? -1 : 1) * number) / 100,
    side: isFall && side !== 0 ? (side === 1 ? -1 : 1) : side,
  };
}

/** Null (and a finding) where the words hold no percentage. */
export function readSaid(id: string, { text, status, ours }: ReportedFigure, offset: number, report: Report): Said | null {
  const holding = status === 'holds' && typeof ours?.value === 'number' ? ours.value : 0;
  return saidIn(text, holding) ?? report('claim', offset, `the words of '${id}', '${text}', hold no number in percent to draw.`);
}
