/** The most remarkable facts, as lines of text for a terminal. */
import { countWord } from '../metrics/count-word.ts';
import { oneIn } from './answer-lines.ts';
import type { RemarkableFacts } from './remarkable-facts.ts';

export function factsLines(found: RemarkableFacts): string[] {
  const { metric, at, snapshot, against, looked, facts } = found;
  const beside = against.length === 0 ? '' : `, against ${against.join(', ')}`;
  return [
    `${metric} on ${at}, snapshot ${snapshot}${beside}`,
    howRemarkable(found),
    '',
    ...(facts.length === 0
      ? [`Of ${looked} metrics none has anything to tell.`]
      : facts.map(({ share, sentence }) => `${oneIn(share).padStart(11)}  ${sentence}`)),
  ];
}

/** Whether the rarest is rarer than the rarest of so many metrics is on any day. */
export function howRemarkable({ facts, looked }: RemarkableFacts): string {
  const news = facts.filter(({ share }) => share * looked < 1).length;
  const chance = `on any day one of ${looked} metrics is as rare as 1 in ${looked}`;
  if (news === 0) return `Little is remarkable: ${chance}${facts[0] ? `, and the rarest here is ${oneIn(facts[0].share)}` : ''}.`;
  const rarer = news === facts.length ? 'All of these are' : news === 1 ? 'The first is' : `The first ${countWord(news)} are`;
  return `${rarer} remarkable: ${chance} by chance.`;
}
