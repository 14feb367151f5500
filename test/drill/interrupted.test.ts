/** Ctrl-C: the exit status is 130, and nothing is left behind. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publisherServer, type Reply } from '../publishers/server.ts';
import { temporaryFolder } from '../support/command.ts';
import { after, before, differences, filesIn, makeDesk } from './desk.ts';
import { drill, type Outcome } from './drill.ts';
import { cboeAnswer, declareIndices, deskTable, serveTable } from './publisher.ts';
import { begin, twoAtATime } from './run.ts';

describe('Ctrl-C while a publisher', () => {
  it.each<[string, Reply, object]>([
    ['has not answered', () => {}, {}],
    ['is in the middle of its answer', (response) => void response.writeHead(200, { 'content-type': 'text/csv' }).write('DATE,'), {}],
    ['is to be asked again after a while', { status: 503, headers: { 'retry-after': '60' } }, { retries: 3 }],
  ])('%s ends the refresh with 130 and leaves everything as it was', async (_name, reply, http) => {
    const desk = makeDesk(temporaryFolder());
    const server = await publisherServer();
    declareIndices(server.url)(desk);
    const asked = new Promise<void>((resolve) => {
      server.reply('/RUT_History.csv', (response) => {
        if (typeof reply === 'function') reply(response);
        else response.writeHead(reply.status ?? 200, reply.headers).end();
        resolve();
      });
    });
    const start = filesIn(desk.data);
    const { child, ended } = begin(desk, ['--retrieved', after], { http });
    await asked;
    child.kill('SIGINT');
    const { status, stderr } = await ended;
    expect([status, stderr]).toEqual([130, expect.stringMatching(/^Interrupted\. Nothing was changed\.\n$/m)]);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(differences(start, filesIn(desk.data))).toEqual([]);
  });

  it('has sent one of its files ends the refresh with 130, and keeps nothing of it', async () => {
    const desk = makeDesk(temporaryFolder());
    const { url, reply } = await publisherServer();
    declareIndices(url)(desk);
    reply('/RUT_History.csv', cboeAnswer('RUT'));
    const asked = new Promise<void>((resolve) => void reply('/SPX_History.csv', () => resolve()));
    const { child, ended } = begin(desk, ['--retrieved', after]);
    await asked;
    child.kill('SIGINT');
    expect((await ended).status).toBe(130);
    expect(readdirSync(desk.data).sort()).toEqual(['calendar', 'metrics', 'publishers', 'snapshots']);
    expect(readdirSync(join(desk.data, 'snapshots'))).toEqual([before]);
  });
});

describe('Ctrl-C at a change of the disk', async () => {
  const publisher = await serveTable(deskTable());
  afterAll(publisher.close);
  const run = await drill(declareIndices(publisher.url));
  /** The first, some before the snapshot is in place, some after it, the last. */
  const calls = run.calls.filter(({ number }) =>
    [1, 3, 5, run.promotedAt - 1, run.promotedAt, run.promotedAt + 1, run.calls.length].includes(number),
  );
  const outcomes = new Map<number, Outcome>();
  beforeAll(async () => {
    await twoAtATime(calls, async ({ number }) => outcomes.set(number, await run.under(`SIGINT:${number}`)));
  });

  it.each(calls.map((call) => [`${call.name} ${call.path}`, call] as const))(
    '%s leaves all or nothing, and says which',
    (_name, { number }) => {
      const { status, stderr, ...outcome } = outcomes.get(number) as Outcome;
      expect(outcome).toEqual({ harmed: [], unreadable: [], left: [], promoted: status === 0, again: { status: 0, differs: [] } });
      expect([0, 130]).toContain(status);
      expect(stderr.includes('Interrupted. Nothing was changed.')).toBe(status === 130);
    },
  );
});
