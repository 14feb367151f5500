/** The claims of all reports on pages: all of them, and those of each status that one of them has, so many a page. */
import { statusNow } from './lapses.ts';
import { type Claim, claimsOf, type Report } from './library.ts';
import { countStatuses, type Status } from './status.ts';

/** Statements on one page. */
const SHOWN = 500;

export interface ClaimPage {
  /** Null for the pages of all. */
  shown: Status | null;
  claims: readonly Claim[];
  /** The number of this page, and how many there are. */
  page: number;
  pages: number;
  counts: { status: Status; count: number }[];
  total: number;
  hasCalls: boolean;
}

/** Newest report first. */
export function claimPages(reports: readonly Report[]): ClaimPage[] {
  const all = claimsOf(reports);
  const counts = countStatuses(all.map(statusNow));
  const [total, hasCalls] = [all.length, all.some(({ assertion }) => assertion.kind === 'call')];
  return [null, ...counts.map(({ status }) => status)].flatMap((shown) => {
    const claims = all.filter((claim) => shown === null || statusNow(claim).id === shown.id);
    const pages = Math.max(1, Math.ceil(claims.length / SHOWN));
    return Array.from({ length: pages }, (_page, k) => ({
      shown,
      claims: claims.slice(k * SHOWN, (k + 1) * SHOWN),
      page: k + 1,
      pages,
      counts,
      total,
      hasCalls,
    }));
  });
}

/** 'verified/2' for the second page of a status; null for the first of all. */
export function claimsPath(shown: Status | null, page: number): string | null {
  const parts = [shown?.id ?? null, page > 1 ? String(page) : null].filter((part) => part !== null);
  return parts.length > 0 ? parts.join('/') : null;
}
