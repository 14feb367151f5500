/** What became of statements and forecasts by the newest snapshot: which no longer hold, how calls came out, and how that is told. */
import { dayOf } from '../data/day.ts';
import { formatDay } from '../metrics/format.ts';
import type { CallMark } from './call-mark.ts';
import type { Claim, Report } from './library.ts';
import type { Lapse, StatementMark } from './marks-record.ts';
import type { AssertionRecord } from './record.ts';
import { type Became, type Status, statusOf } from './status.ts';

type Marked = Pick<Report, 'marks'>;

/** True where there are data of later days than that of which the report speaks: then something may have become of it. */
export function hasAged({ marks, record }: Pick<Report, 'marks' | 'record'>, newest: string | undefined): boolean {
  return marks !== null && newest !== undefined && newest > record.asOf;
}

/** What became of a statement; null where its report has no marks, or it has no metric. */
export function markIn({ marks }: Marked, { id }: Pick<AssertionRecord, 'id'>): StatementMark | null {
  return marks?.statements.find((statement) => statement.id === id) ?? null;
}

/** Null while the words hold, and for what others said wrongly from the start: that keeps its own status. */
export function lapseIn(report: Marked, { id, status }: Pick<AssertionRecord, 'id' | 'status'>): Lapse | null {
  return status === 'verified' || status === 'holds' ? (markIn(report, { id })?.lapse ?? null) : null;
}

/** What became of a Call; null for any other assertion, and where there are no marks. */
export function outcomeOf({ marks }: Marked, { id, kind }: Pick<AssertionRecord, 'id' | 'kind'>): CallMark | null {
  return kind === 'call' ? (marks?.calls.find((call) => call.id === id) ?? null) : null;
}

/** The status by what the newest snapshot says. */
export function statusNow({ report, assertion }: { report: Marked; assertion: AssertionRecord }): Status {
  const became: Became = lapseIn(report, assertion) ? 'lapsed' : (outcomeOf(report, assertion)?.status ?? null);
  return statusOf(assertion, became);
}

const short = (iso: string): string => formatDay(dayOf(iso), 'short');

/** '91 days after publication'. */
export function sincePublished(days: number): string {
  if (days === 0) return 'on the day of publication';
  const count = Math.abs(days);
  return `${count} ${count === 1 ? 'day' : 'days'} ${days < 0 ? 'before' : 'after'} publication`;
}

/** 'Oct 16, 2024, 91 days after publication'. */
export function lapsedWhen({ on, days }: Lapse): string {
  return `${short(on)}, ${sincePublished(days)}`;
}

/** '“highest close since January 4, 2022”: beaten on Oct 16, 2024, with 2,286.7, 91 days after publication.' */
export function lapseInWords({ words, cause, on, days, by }: Lapse): string {
  if (cause === 'superseded') return `“${words}”: beaten on ${short(on)}${by ? `, with ${by.display}` : ''}, ${sincePublished(days)}.`;
  return `“${words}”: the data were revised, as of the snapshot of ${short(on)}${by ? `, and give ${by.display}` : ''}.`;
}

/** What a paragraph has to tell: one entry a lapse, and none twice where the same metric fell on the same day under the same words. */
export function lapsesAmong(report: Report, ids: readonly string[]): Lapse[] {
  const found = report.record.assertions.flatMap((assertion) => {
    const lapse = ids.includes(assertion.id) ? lapseIn(report, assertion) : null;
    return lapse ? [[`${lapse.words} ${lapse.on} ${lapse.by?.value}`, lapse] as const] : [];
  });
  return [...new Map(found).values()];
}

export interface StoppedClaim extends Claim {
  lapse: Lapse;
}

/** Every claim that stopped holding, that which did last first; one a report where several are of one metric and fell on one day. */
export function stoppedHolding(claims: readonly Claim[]): StoppedClaim[] {
  const stopped = claims.flatMap((claim): [string, StoppedClaim][] => {
    const { report, assertion } = claim;
    const lapse = lapseIn(report, assertion);
    const metric = assertion.kind === 'fact' ? assertion.metric : assertion.kind === 'reported' ? assertion.ours?.metric : '';
    return lapse ? [[`${report.slug} ${metric} ${lapse.on}`, { ...claim, lapse }]] : [];
  });
  // Of claims alike the first in the text: what was put in last stays in a map.
  return [...new Map(stopped.reverse()).values()]
    .reverse()
    .sort((a, b) => (a.lapse.on < b.lapse.on ? 1 : a.lapse.on > b.lapse.on ? -1 : 0));
}
