/** What an editor's list of problems reads of the preview: all findings after each save, between two lines. */
import { type Finding, formatFinding } from '../finding.ts';

export const CHECKING = 'checking';
export const CHECKED = 'checked';

export function problemLines(findings: readonly Finding[]): string[] {
  return [CHECKING, ...findings.map(formatFinding), CHECKED];
}
