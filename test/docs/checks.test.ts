import { expect, it } from 'vitest';
import { sessionsGranted } from '../../src/data/late.ts';
import { rules } from '../../src/publishers/checks/index.ts';
import { indexRevision } from '../../src/publishers/thresholds.ts';
import { readTableRules } from '../../src/reports/table-rules.ts';

const head = `# The checks

What a table must pass before it enters a snapshot. \`npm run refresh\` runs all of them on every table. An **error** keeps the whole
snapshot from being made; a **warning** is printed, and nothing waits for it. Each finding names the file, the row and the place in it,
what is wrong, what was expected and what to do:

\`\`\`
tables/us-equity-indices.csv:6425:12  error unit  rut is 226367 on 2024-07-16, after 2187.02 on 2024-07-15: about 100 times. The series is in points, and no day moves it so far. Correct the unit or the decimal point.
\`\`\`

The file must be a CSV with \`date\` first, written as YYYY-MM-DD, and as many cells in each row. Faults of rows are told first, all at once; what
looks at the table as a whole is run when there are none. One wrong cell is one finding, not a second one for the way back.
The snapshot before is the newest with an earlier id. The names are permanent. The thresholds and the reason for each stand in
\`src/publishers/thresholds.ts\`. This page is written from the code; a test keeps it so.

| rule | severity | what trips it | threshold | what to do |
|---|---|---|---|---|
`;

const tail = `
An index is any series in points unless its resource says otherwise. A share or a fund is a series in USD, a rate one in percent.

## Revised closes

Publishers restate their past. A new close of an index within ${indexRevision} points of the old one is a warning, as is anything else that changed; more is an
error until somebody has looked:

\`\`\`sh
npm run refresh -- --from data/snapshots/2026-08-21 --until 2025-06-30 --id 2025-07-01 --accept-revisions
\`\`\`

Published reports stay pinned to the snapshot they were written on, whatever is revised.

## Tables that are late

\`npm run check\` warns with the rule \`late\` when a table of the newest snapshot ends more than ${sessionsGranted} sessions before the one with the newest
last row. It looks at last rows and calendars, never at the clock: the same commit gives the same answer on any day. Sessions are those
of the resource's own calendar: \`nyse\` the exchange's, \`bond\` the same without Columbus Day and Veterans Day. A table of \`events\` is
never late. A warning stops nothing; ask the publisher, or drop the table in by hand. The number and its reason stand in \`src/data/late.ts\`.

## What a resource may declare

In \`data/publishers/<id>.yaml\`, beside its calendar and its fields:

\`\`\`yaml
missing: ["2023-06-27"]   # sessions for which the publisher has no row
extra: ["2024-03-29"]     # days on which it has one though the exchange was closed
instrument: volatility    # or future: figures in points that are no index
events:                   # splits: the first day on the new basis, shares after for one before
  - { date: "2024-06-10", series: nvda, ratio: 10 }
\`\`\`

A ratio of 1 says that a large move is no split and real. Prices may be adjusted for a recorded split or not; both pass.
A measure reads prices as they stand, so a table that reports rest on should be adjusted.
`;

it('docs/checks.md lists every rule, in the order of the checks', async () => {
  const rows = rules.map(
    ({ name, severity, trips, threshold, remedy }) => `| \`${name}\` | ${severity} | ${trips} | ${threshold} | ${remedy} |\n`,
  );
  await expect(head + rows.join('') + tail).toMatchFileSnapshot('../../docs/checks.md');
});

it('the names of the rules are unique', () => {
  const names = rules.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

it('the site lists them from that page, all and in the same order', () => {
  expect(readTableRules()).toEqual(rules.map(({ name, severity, trips, threshold }) => ({ name, severity, trips, threshold })));
});
