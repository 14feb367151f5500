/** A disk that is full from any moment on, and one that refuses any single change: a line that says so, no stack trace, nothing harmed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drill, type Outcome } from './drill.ts';
import { declareIndices, deskTable, serveTable } from './publisher.ts';

const publisher = await serveTable(deskTable());
afterAll(publisher.close);
const run = await drill(declareIndices(publisher.url));

/** Removing needs no room. */
const making = run.calls.filter(({ name }) => name !== 'rm');
/** The folder or file that a fault kept from being removed. */
const keptBy = (name: string, path: string): string[] => (name === 'rm' && !path.endsWith('.new') ? [path.replace('data/', '')] : []);

describe.each([
  { name: 'a disk that is full', code: 'ENOSPC', calls: making, says: 'the disk is full' },
  { name: 'a change that is not permitted', code: 'EACCES', calls: run.calls, says: 'writing here is not permitted' },
])('$name', ({ code, calls, says }) => {
  const cases = calls.map((call) => [`${code === 'ENOSPC' ? 'from' : 'at'} ${call.name} ${call.path}`, call] as const);
  const outcomes = new Map<number, Outcome>();
  beforeAll(async () => {
    for (const { number } of calls) outcomes.set(number, await run.under(`${code}:${number}`));
  });

  it.each(cases)('%s is told in a line, harms nothing, and the refresh can be run again', (_when, { number, name, path }) => {
    const { stderr, left, ...outcome } = outcomes.get(number) as Outcome;
    expect(outcome).toEqual({
      status: 1,
      harmed: [],
      unreadable: [],
      promoted: run.promotedAt < number,
      again: { status: 0, differs: [] },
    });
    expect(stderr).toMatch(new RegExp(`^\\S+/data\\S*  error disk  ${says}.*\\n\\n1 error\\n$`, 'm'));
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(left.map((found) => found.replace(/\.staging-\w+.*/, '.staging-…'))).toEqual(keptBy(name, path));
  });
});
