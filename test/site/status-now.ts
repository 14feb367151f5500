/** The status of an assertion as of now, by the committed marks: of a call how it came out, of words that hold no longer that. */
import { readFileSync } from 'node:fs';
import { marksSchema } from '../../src/reports/marks-record.ts';
import type { AssertionRecord } from '../../src/reports/record.ts';
import { type Status, statusOf } from '../../src/reports/status.ts';

const { reports } = marksSchema.parse(JSON.parse(readFileSync('data/metrics/marks.json', 'utf8')));

export function statusNow(slug: string, assertion: AssertionRecord): Status {
  const marks = reports.find(({ report }) => report === slug);
  const isOurs = ({ id }: { id: string }): boolean => id === assertion.id;
  if (assertion.kind === 'call') return statusOf(assertion, marks?.calls.find(isOurs)?.status);
  const couldLapse = assertion.status === 'verified' || assertion.status === 'holds';
  return statusOf(assertion, couldLapse && marks?.statements.find(isOurs)?.lapse ? 'lapsed' : null);
}
