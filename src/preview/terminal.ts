/** What the terminal says after each save: what is new, and nothing again that was said before. */
import { formatFinding } from '../finding.ts';
import type { PreviewFinding, PreviewState } from './state.ts';

/** A finding as commands print it, and the line itself with a caret where that helps. */
export function findingLines(finding: PreviewFinding): string[] {
  const { excerpt } = finding;
  return [formatFinding(finding), ...(excerpt ? [`    ${excerpt.text}`, `    ${' '.repeat(excerpt.caret)}^`] : [])];
}

/** @param before null at the beginning; states with reports still to be compiled are none */
export function terminalLines(before: PreviewState | null, after: PreviewState): string[] {
  if (!before) {
    const reports = after.reports.length === 1 ? '1 report' : `${after.reports.length} reports`;
    return [...after.findings.flatMap(findingLines), `${reports}. ${summary(after.findings)}`];
  }
  const lines = groupsOf(before, after).flatMap((group) => newOf(group, before, after));
  if (lines.length > 0 || after.version === before.version) return lines;
  return [after.findings.length === 0 ? HOLDS : `nothing new. ${summary(after.findings)}`];
}

/** Prints the lines of each save; that all is in order is said once, until something else is. */
export function terminal(print: (line: string) => void): (before: PreviewState | null, after: PreviewState) => void {
  let last = '';
  return (before, after) => {
    const lines = terminalLines(before, after);
    const text = lines.join('\n');
    if (text === '' || (text === last && lines.every((line) => line.endsWith(HOLDS)))) return;
    last = text;
    for (const line of lines) print(line);
  };
}

const HOLDS = 'every assertion holds';

/** What is said of by itself: a report by its slug, or all the rest. */
const REST = '';
const groupsOf = (before: PreviewState, after: PreviewState): string[] => [
  ...new Set([before, after].flatMap(({ reports }) => reports.map(({ slug }) => slug))),
  REST,
];

/** All findings of a group in which there is something new, or which was saved; else nothing. */
function newOf(group: string, before: PreviewState, after: PreviewState): string[] {
  const [was, is] = [before, after].map(({ findings }) => findings.filter(({ report }) => (report ?? REST) === group));
  const isGone = group !== REST && versionOf(after, group) === undefined;
  if (isGone) return [`${group} is gone`];
  const said = new Set(was.map(formatFinding));
  const isSaid = is.length === was.length && is.every((finding) => said.has(formatFinding(finding)));
  if (isSaid && !isSaved(group, before, after)) return [];
  if (is.length > 0) return is.flatMap(findingLines);
  return [group === REST ? 'people, sources and the rest are in order' : `${group}: ${HOLDS}`];
}

const versionOf = ({ reports }: PreviewState, slug: string): number | undefined => reports.find((report) => report.slug === slug)?.version;

/** True where it is the only report that was compiled: a change of what many rest on is told by what it changed. */
function isSaved(group: string, before: PreviewState, after: PreviewState): boolean {
  const compiled = after.reports.filter(({ slug, version }) => versionOf(before, slug) !== version);
  return compiled.length === 1 && compiled[0].slug === group;
}

/** 'Every assertion holds, 6 warnings.' '2 errors, 1 warning.' */
export function summary(findings: readonly Pick<PreviewFinding, 'severity'>[]): string {
  const counted = (severity: 'error' | 'warning'): string[] => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  };
  const errors = counted('error');
  return `${[...(errors.length > 0 ? errors : ['Every assertion holds']), ...counted('warning')].join(', ')}.`;
}
