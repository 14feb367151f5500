/** What a new snapshot does to what the desk shows: the refresh report, the state of the market, and what became of the reports. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listSnapshots, type Snapshot } from '../data/snapshot.ts';
import type { Finding } from '../finding.ts';
import { replaceFile } from '../replace-file.ts';
import { compileHome, compileMarks, HOME, MARKS, type OpenDesk, publishedReports, writeChangedRecord } from '../reports/desk.ts';
import { stoppedIn } from '../reports/living-findings.ts';
import { markReports } from '../reports/marks.ts';
import { formatMarks } from '../reports/marks-record.ts';
import { refreshMarkdown } from '../reports/refresh-markdown.ts';
import { type RefreshReport, refreshReport } from '../reports/refresh-report.ts';
import { formatState } from '../reports/state.ts';

export interface Effects {
  report: RefreshReport;
  findings: Finding[];
}

/**
 * What is other on the new snapshot than on the one before; as errors, what stopped being true in living reports, and as warnings the
 * reports that could not be looked at.
 */
export function reportOn(desk: OpenDesk, before: Snapshot, after: Snapshot): Effects {
  const published = publishedReports(desk);
  const marks = markReports(desk, published, after);
  const report = refreshReport(markReports(desk, published, before), marks);
  return { report, findings: [...stoppedIn(marks), ...marks.findings.map(recorded)] };
}

/** Where the refresh report of a snapshot stands, without the ending. */
export function reportPath(data: string, id: string): string {
  return join(data, 'refreshes', id);
}

/**
 * Brings what follows from a snapshot up to it: its refresh report, if it has none yet, and the records of the home page and of what
 * became of the reports. So a refresh that was killed after its snapshot came into place is completed by the next.
 * @param told the report, where it is known already; its findings are not told again
 */
export function settle(desk: OpenDesk, id: string, told?: Effects | null): Finding[] {
  const { data } = desk.folders;
  const ids = listSnapshots(data);
  const before = ids[ids.indexOf(id) - 1];
  const path = reportPath(data, id);
  const findings: Finding[] = [];
  if (before !== undefined && !['md', 'json'].every((ending) => existsSync(`${path}.${ending}`))) {
    const effects = told ?? reportOn(desk, desk.snapshot(before), desk.snapshot(id));
    if (!told) findings.push(...effects.findings);
    replaceFile(`${path}.json`, `${JSON.stringify(effects.report, null, 2)}\n`);
    replaceFile(`${path}.md`, refreshMarkdown(effects.report));
  }
  const home = compileHome(desk);
  if (home && home.findings.length === 0) writeChangedRecord(desk.folders, HOME, formatState(home.record));
  const marks = compileMarks(desk);
  if (marks) writeChangedRecord(desk.folders, MARKS, formatMarks(marks));
  return [...findings, ...(home?.findings ?? []).map(recorded)];
}

/** By now the snapshot is good: what is wrong with the content is for `check` to stop. */
function recorded(finding: Finding): Finding {
  return { ...finding, severity: 'warning' };
}
