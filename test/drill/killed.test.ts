/** A refresh that is killed at every moment at which it changes the disk: before each call, in the middle of each file, after the last. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, declareFetch, inFolder, makeDesk } from './desk.ts';
import { drill, type Outcome } from './drill.ts';
import { serveTable } from './publisher.ts';
import { twoAtATime } from './run.ts';

const table = await inFolder(async (folder) => readFileSync(join(makeDesk(folder).tables, 'us-equity-indices.csv'), 'utf8'));
const publisher = await serveTable(table);
const wrong = await serveTable(table.replace('2239.66', '22396.60'));
afterAll(() => {
  publisher.close();
  wrong.close();
});

const fetching = (url: string) => (desk: Desk) => declareFetch(desk, { kind: 'cboe-index', url, decimals: 2 });
const ways = [
  { name: 'a refresh from the publishers', run: await drill(fetching(publisher.url), () => []), status: 0 },
  { name: 'a refresh that is refused', run: await drill(fetching(wrong.url), () => []), status: 1 },
];

describe.each(ways)('$name', ({ run, status }) => {
  const { calls } = run;
  const cases = calls.flatMap(({ number, name, path }) => [
    { fault: `kill:${number}`, when: `before ${name} ${path}` },
    ...(name === 'writeFile' ? [{ fault: `torn:${number}`, when: `in the middle of ${path}` }] : []),
  ]);
  const outcomes = new Map<string, Outcome>();
  beforeAll(async () => {
    await twoAtATime(cases, async ({ fault }) => outcomes.set(fault, await run.under(fault)));
  });

  it('ends as it should when nothing disturbs it', () => {
    expect(run.ended).toMatchObject({ status });
    console.log(run, run.ended.stderr);
  });

  it.each(cases)('killed $when harms nothing and can be run again', ({ fault }) => {
    expect(outcomes.get(fault)).toMatchObject({ status: null, stderr: expect.not.stringContaining('rror'), harmed: [], unreadable: [], again: { status, differs: [] } });
  });
});
