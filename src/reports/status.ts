/** The word and the icon of a status, the same everywhere. */
import type { AssertionRecord } from './record.ts';

export type IconName = 'ok' | 'reported' | 'bad' | 'opinion' | 'tick' | 'warning';

export interface Status {
  /** As a column says it: 'Verified'. */
  word: string;
  /** As a count says it: '11 verified'. */
  counted: string;
  icon: IconName;
}

const COMPUTED: Status = { word: 'Computed', counted: 'computed', icon: 'ok' };
const VERIFIED: Status = { word: 'Verified', counted: 'verified', icon: 'ok' };
const FAILS: Status = { word: 'Fails', counted: 'fail', icon: 'bad' };
const REPORTED: Status = { word: 'Reported', counted: 'reported', icon: 'reported' };
const OPINION: Status = { word: 'Opinion', counted: 'opinion', icon: 'opinion' };

/** A Fact is Computed where the build wrote the number, Verified where the author did and the data agree. */
export function statusOf(assertion: AssertionRecord): Status {
  if (assertion.kind === 'quote') return OPINION;
  if (assertion.kind === 'reported') return REPORTED;
  if (assertion.status === 'fails') return FAILS;
  return assertion.checks.length === 0 ? COMPUTED : VERIFIED;
}

/** How many assertions have each status, in a fixed order, those with none left out. */
export function countByStatus(assertions: readonly AssertionRecord[]): { status: Status; count: number }[] {
  const statuses = assertions.map(statusOf);
  return [VERIFIED, COMPUTED, REPORTED, FAILS, OPINION].flatMap((status) => {
    const count = statuses.filter((other) => other === status).length;
    return count > 0 ? [{ status, count }] : [];
  });
}
