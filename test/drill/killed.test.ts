/**
 * A refresh that is killed at every moment at which it changes the disk: before each call, which is after the call before it, and in
 * the middle of each file of a snapshot or of what follows from one. The calls are counted in a run that nothing disturbs, so that a new one is drilled without a word here.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drill, type Outcome } from './drill.ts';
import { declareIndices, deskTable, serveTable } from './publisher.ts';
import { twoAtATime } from './run.ts';

const publisher = await serveTable(deskTable());
const wrong = await serveTable(deskTable().replace('2239.66', '22396.60'));
afterAll(() => {
  publisher.close();
  wrong.close();
});

describe.each([
  { name: 'a refresh from the publishers', run: await drill(declareIndices(publisher.url)), status: 0 },
  { name: 'a refresh that is refused and keeps what came', run: await drill(declareIndices(wrong.url)), status: 1 },
])('$name', ({ run, status }) => {
  const cases = run.calls.flatMap(({ number, name, path }) => [
    [`before ${name} ${path}`, `kill:${number}`],
    ...(name === 'writeFile' && status === 0 ? [[`in the middle of ${path}`, `torn:${number}`]] : []),
  ]);
  const outcomes = new Map<string, Outcome>();
  beforeAll(async () => {
    await twoAtATime(cases, async ([, fault]) => outcomes.set(fault, await run.under(fault)));
  });

  it('undisturbed ends as it should, and leaves nothing behind', () => {
    expect([run.ended.status, run.left]).toEqual([status, []]);
    expect(run.calls.length).toBeGreaterThan(10);
  });

  it.each(cases)('killed %s harms no snapshot, shows no half of one, and is whole when it is run again', (_when, fault) => {
    expect(outcomes.get(fault)).toMatchObject({ status: null, harmed: [], unreadable: [], again: { status, differs: [] } });
  });
});
