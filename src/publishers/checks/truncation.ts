/** Whether a table has lost its end, or a part of it. */
import { isoOf } from '../../data/day.ts';
import type { Finding } from '../../finding.ts';
import type { Check } from './checked-table.ts';
import { found, type Rule } from './rule.ts';

const noFinalNewline: Rule = {
  name: 'no-final-newline',
  severity: 'error',
  trips: 'The file does not end with a line feed: its last row may be cut in the middle of a number.',
  threshold: '',
  remedy: 'Get the whole file again.',
};

const fewerRows: Rule = {
  name: 'fewer-rows',
  severity: 'error',
  trips: 'The table has fewer rows than in the snapshot before.',
  threshold: 'one row',
  remedy: 'Get the whole file again. Where a publisher keeps only the last years, join them to the rows of the snapshot before.',
};

const earlierEnd: Rule = {
  name: 'earlier-end',
  severity: 'error',
  trips: 'The last row is of an earlier day than in the snapshot before.',
  threshold: 'one day',
  remedy: 'Get the whole file again.',
};

/** What a parsed table no longer shows: whether its text is whole. */
export function checkText(text: string, path: string): Finding[] {
  if (text.endsWith('\n')) return [];
  const lines = text.split('\n');
  const last = lines[lines.length - 1];
  return [
    found(
      noFinalNewline,
      { path, line: lines.length, column: last.length + 1 },
      `the file ends after '${last.slice(-40)}'. A whole file ends with a line feed. Get it again, or end its last line if that is whole.`,
    ),
  ];
}

export const truncation: Check = {
  rules: [noFinalNewline, fewerRows, earlierEnd],
  findings: ({ table, previous, path }) => {
    if (!previous || previous.days.length === 0) return [];
    const findings: Finding[] = [];
    const [rows, rowsBefore] = [table.days.length, previous.days.length];
    const [last, lastBefore] = [table.days[rows - 1], previous.days[rowsBefore - 1]];
    if (rows < rowsBefore)
      findings.push(
        found(fewerRows, { path }, `the table has ${rows} rows. In the snapshot before it had ${rowsBefore}. Get the whole file again.`),
      );
    if (last < lastBefore) {
      findings.push(
        found(
          earlierEnd,
          { path, line: rows + 1, column: 1 },
          `the last row is of ${isoOf(last)}. The snapshot before reaches ${isoOf(lastBefore)}. Get the whole file again.`,
        ),
      );
    }
    return findings;
  },
};
