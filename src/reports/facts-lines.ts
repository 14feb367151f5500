/** The most remarkable facts, as lines of text for a terminal. */
import { countWord } from '../metrics/count-word.ts';
import { oneIn } from './answer-lines.ts';
import type { RemarkableFacts } from './remarkable-facts.ts';

export function factsLines(found: RemarkableFacts): string[] {
  const { metric, at, snapshot, against, facts } = found;
  const beside = against.length === 0 ? '' : `, against ${against.join(', ')}`;
  return [
    `${metric} on ${at}, snapshot ${snapshot}${beside}`,
    howRemarkable(found),
    '',
    ...facts.map(({ share, sentence }) => `${oneIn(share).padStart(11)}  ${sentence}`),
  ];
}

/** However few metrics are looked at, what is less rare than 1 in so many is not told of as rare. */
const USUAL = 20;

/** How many of the facts are rarer than the rarest of so many metrics is on any day. */
export function howRemarkable({ facts, looked }: Pick<RemarkableFacts, 'facts' | 'looked'>): string {
  if (facts.length === 0) return `${looked} metrics were looked at, and none has anything to tell.`;
  const bar = Math.max(USUAL, looked);
  const rare = facts.filter(({ share }) => share * bar < 1).length;
  const which = rare === facts.length ? 'all of these' : rare === 1 ? 'the first of these' : `the first ${countWord(rare)} of these`;
  const told = rare === 0 ? `Little to tell: none of these is rarer than 1 in ${bar}` : `Rarer than 1 in ${bar}: ${which}`;
  return `${looked} metrics were looked at. ${told}.`;
}
