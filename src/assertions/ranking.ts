/** What a superlative ranks, and which way: the metric itself or the level that it reached, seen from the side that the words speak of. */

import type { SuperlativeClaim } from './checks/superlative.ts';
import type { Claim } from './claims.ts';
import { isReversed } from './series-names.ts';
import { type Complaint, type Subject, unclear } from './subject.ts';

export interface Ranking {
  /** With the sign that the words mean: that of the metric where they speak of the other side of a difference. */
  claim: SuperlativeClaim;
  subject: Subject;
}

/** A complaint where the superlative is not one of the metric. */
export function rankingOf(
  { claim, ofLevel, move, streak }: Claim & { kind: 'superlative' },
  text: string,
  subject: Subject,
): Ranking | Complaint {
  const meant = isReversed(move, text, subject) ? { ...claim, sign: turned(claim.sign) } : claim;
  // 'Fell 3.3% to 2,039, its lowest close since July 9': the level is what is ranked.
  if (ofLevel && subject.level) return { claim: meant, subject: { ...subject, ...subject.level } };
  if (ofLevel && subject.shape.kind === 'move')
    return unclear(claim.offset, `'${claim.head}' is said of a level, and ${subject.metric} is a move. Give it a Fact of the level.`);
  if (streak && !subject.shape.isStreak)
    return unclear(claim.offset, `'${claim.head}' is said of a streak. Use streak(${subject.metric}).`);
  return { claim: meant, subject };
}

export const turned = (sign: 1 | -1): 1 | -1 => (sign === 1 ? -1 : 1);
