/** What a command says of a report when it is done: for tools how many assertions have each status, for people a line of words. */
import type { CompiledReport } from './compile.ts';
import { countByStatus } from './status.ts';

export interface ReportSummary {
  /** By the status in the record. */
  counts: Record<string, number>;
  /** In the words of the pages: '15 verified, 4 computed, 1 opinion'. */
  words: string;
}

/** By slug, in the order of the reports. */
export function summariesOf(reports: readonly CompiledReport[]): Record<string, ReportSummary> {
  return Object.fromEntries(reports.map((report) => [report.slug, { counts: countStatuses(report), words: wordsOf(report) }]));
}

function countStatuses({ record }: CompiledReport): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of record?.assertions ?? []) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** Without a record not everything could be looked at. */
function wordsOf({ record, findings }: CompiledReport): string {
  if (!record) {
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    return `can't be read yet, ${errors} ${errors === 1 ? 'error' : 'errors'}`;
  }
  const told = countByStatus(record.assertions).map(({ status, count }) => `${count} ${status.counted[count === 1 ? 0 : 1]}`);
  return told.join(', ') || 'nothing to check';
}
