/** The calls of all reports with what became of them, and how they count by who made them. */

import { formatValue } from '../metrics/format.ts';
import { FEWEST_WINDOWS } from './base-rate.ts';
import type { CallMark } from './call-mark.ts';
import { outcomeOf } from './lapses.ts';
import { type Claim, claimsOf, type Library } from './library.ts';
import type { CallRecord } from './record.ts';

export type CallClaim = Claim & { assertion: CallRecord };

export interface Call {
  claim: CallClaim;
  /** The day on which it was entered; null of one that is not yet, as in the preview. */
  entered: string | null;
  /** What became of it; null where that is not computed yet. */
  mark: CallMark | null;
  /** True where its outcome was known when it was entered. */
  afterTheFact: boolean;
}

type CallDesk = Pick<Library, 'reports' | 'marked' | 'calls'>;

/** In the order in which they are due, those that can't be scored last. */
export function callsOf(desk: CallDesk): Call[] {
  const calls = claimsOf(desk.reports)
    .filter((claim): claim is CallClaim => claim.assertion.kind === 'call')
    .map((claim) => callOf(claim, desk));
  const order = ({ claim: { assertion, report, number } }: Call): string =>
    [assertion.due ?? '9999', assertion.made, report.slug, String(number).padStart(4, '0')].join(' ');
  return calls.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** A Call of a report with what became of it. */
export function callOf(claim: CallClaim, desk: CallDesk): Call {
  const { report, assertion } = claim;
  const mark = outcomeOf(report, assertion);
  const entered = desk.calls.find((entry) => entry.report === report.slug && entry.id === assertion.id)?.entered ?? null;
  const known = mark?.status === 'void' ? assertion.due : (mark?.value?.at ?? null);
  return { claim, entered, mark, afterTheFact: entered !== null && known !== null && entered >= known };
}

/** Outcomes in the order in which they are counted. */
export const OUTCOMES = ['right', 'wrong', 'open', 'void', 'unscorable'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Tally {
  calls: readonly Call[];
  counts: Readonly<Record<Outcome, number>>;
  /** Of those that were scored how many came true, in percent; null where fewer than ten were. */
  share: string | null;
}

export function tallyOf(calls: readonly Call[]): Tally {
  const of = (outcome: Outcome): number => calls.filter(({ claim, mark }) => (mark?.status ?? claim.assertion.status) === outcome).length;
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, of(outcome)])) as Record<Outcome, number>;
  const scored = counts.right + counts.wrong;
  return { calls, counts, share: scored < FEWEST_WINDOWS ? null : formatValue(counts.right / scored, 'ratio', '.0%') };
}

export interface House {
  name: string;
  /** Who spoke, each with the id of their card; the house itself where its own words are quoted. */
  members: readonly { id: string; tally: Tally }[];
  tally: Tally;
}

/** Every call once, under the house of who made it: the firm itself, or that which a person's card names. */
export function housesOf(calls: readonly Call[], { people }: Pick<Library, 'people'>): House[] {
  const houseOf = ({ claim: { assertion } }: Call): string => {
    const card = people.get(assertion.by);
    return card?.affiliation ?? card?.name ?? assertion.by;
  };
  const houses = [...Map.groupBy(calls, houseOf)].map(([name, of]) => ({
    name,
    members: [...Map.groupBy(of, ({ claim }) => claim.assertion.by)].map(([id, own]) => ({ id, tally: tallyOf(own) })),
    tally: tallyOf(of),
  }));
  return houses.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
