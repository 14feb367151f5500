/** The status of an assertion outside of its report: of a call what became of it, as the published file says. */
import { readFileSync } from 'node:fs';
import type { CallStatus } from '../../src/reports/call-mark.ts';
import type { AssertionRecord } from '../../src/reports/record.ts';
import { type Status, statusOf } from '../../src/reports/status.ts';

const { calls }: { calls: { report: string; id: string; outcome: { status: CallStatus } }[] } = JSON.parse(
  readFileSync('dist/calls.json', 'utf8'),
);

export function statusNow(report: string, assertion: AssertionRecord): Status {
  const call = assertion.kind === 'call' ? calls.find((one) => one.report === report && one.id === assertion.id) : undefined;
  return statusOf(assertion, call?.outcome.status);
}
