/** One refresh at a time: a second is refused, and a lock that nobody holds stops nobody. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publisherServer, type Reply } from '../publishers/server.ts';
import { temporaryFolder } from '../support/command.ts';
import { after, before, type Desk, leftovers, makeDesk } from './desk.ts';
import { drill } from './drill.ts';
import { cboeAnswer, declareIndices } from './publisher.ts';
import { begin, refresh, refreshHere } from './run.ts';

const lockOf = ({ data }: Desk): string => join(data, '.refresh.lock');
const args = (desk: Desk): string[] => ['--from', desk.tables];

/** A server that answers when it is let, and a promise of the first request. */
async function heldServer(): Promise<{ url: string; asked: Promise<void>; release: () => void }> {
  const { url, reply } = await publisherServer();
  const held: (() => void)[] = [];
  let tell: () => void = () => {};
  const asked = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const once: Reply = (response) => {
    held.push(() => cboeAnswer('RUT')(response));
    tell();
  };
  reply('/RUT_History.csv', once, cboeAnswer('RUT'));
  reply('/SPX_History.csv', cboeAnswer('SPX'));
  const release = (): void => {
    for (const answer of held) answer();
  };
  return { url, asked, release };
}

/** The id of a process that is over. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['-e', '0']).pid;
}

describe('a second refresh', () => {
  it('of the same data is refused with refresh-running while the first is at work, and the first is not disturbed', async () => {
    const desk = makeDesk(temporaryFolder());
    const { url, asked, release } = await heldServer();
    declareIndices(url)(desk);
    const first = begin(desk, ['--retrieved', after]);
    await asked;
    const lock = readFileSync(lockOf(desk), 'utf8');
    expect(JSON.parse(lock)).toEqual({ pid: first.child.pid });
    const second = await refresh(desk, args(desk));
    expect(second.status).toBe(1);
    expect(second.stderr).toBe(
      `${lockOf(desk)}  error refresh-running  process ${first.child.pid} is refreshing these data. Nothing was changed. Wait until it is done; if no refresh is running, delete this file.\n\n1 error\n`,
    );
    expect([readFileSync(lockOf(desk), 'utf8'), readdirSync(join(desk.data, 'snapshots'))]).toEqual([lock, [before]]);
    release();
    expect((await first.ended).status).toBe(0);
    expect([readdirSync(join(desk.data, 'snapshots')), leftovers(desk.data)]).toEqual([[before, after], []]);
  });

  it('does not sweep the folder in which the first is staging', async () => {
    const desk = makeDesk(temporaryFolder());
    writeFileSync(lockOf(desk), `{"pid":${process.pid}}\n`);
    const staging = join(desk.data, '.staging-others');
    writeFileSync(staging, '');
    expect((await refresh(desk, args(desk))).status).toBe(1);
    expect(existsSync(staging)).toBe(true);
  });

  it('of other data goes its own way', async () => {
    const [one, other] = [makeDesk(temporaryFolder()), makeDesk(temporaryFolder())];
    writeFileSync(lockOf(one), '{"pid":1}\n');
    expect((await refreshHere(other, args(other))).status).toBe(0);
  });

  it('finds the lock of another user’s process held', async () => {
    const desk = makeDesk(temporaryFolder());
    writeFileSync(lockOf(desk), '{"pid":1}\n');
    const { status, stderr } = await refreshHere(desk, args(desk));
    expect([status, stderr]).toEqual([1, expect.stringContaining('error refresh-running  process 1 is refreshing')]);
  });

  it('five at once on a lock whose owner is gone: one makes the snapshot, the others are refused or find nothing new', async () => {
    const desk = makeDesk(temporaryFolder());
    writeFileSync(lockOf(desk), `{"pid":${deadProcess()}}\n`);
    const ended = await Promise.all(Array.from({ length: 5 }, () => refresh(desk, args(desk))));
    const promoted = ended.filter(({ stdout }) => stdout.includes('is in place'));
    const others = ended.filter(({ stdout }) => !stdout.includes('is in place'));
    expect(promoted).toHaveLength(1);
    for (const { status, stdout, stderr } of others)
      expect(status === 0 ? stdout : stderr).toMatch(/Nothing is new since the snapshot 2024-07-18|error refresh-running/);
    expect(leftovers(desk.data)).toEqual([]);
  });
});

describe('a lock whose owner is gone', async () => {
  const run = await drill(
    (desk) => writeFileSync(lockOf(desk), `{"pid":${deadProcess()}}\n`),
    (desk) => args(desk),
  );
  const taking = run.calls.filter(({ path }) => path.includes('.refresh.lock'));

  it.each(taking.map(({ name, path, number }) => [`before ${name} ${path}`, number]))(
    'is taken over by the next when the process that takes it over is killed %s',
    async (_when, number) => {
      expect(await run.under(`kill:${number}`)).toMatchObject({ harmed: [], unreadable: [], again: { status: 0, differs: [] } });
    },
  );

  it('is taken over once: who found it dead does not remove the lock of who was faster', async () => {
    const desk = makeDesk(temporaryFolder());
    const { url, asked, release } = await heldServer();
    declareIndices(url)(desk);
    writeFileSync(lockOf(desk), `{"pid":${deadProcess()}}\n`);
    const [go, log] = [join(desk.content, 'go'), join(desk.content, 'log')];
    const removing = run.calls.find(({ path, number }) => number > 2 && path.startsWith('data/.refresh.lock'))?.number ?? 0;
    const slow = begin(desk, ['--retrieved', after, ...args(desk)], { fault: `wait:${removing}`, log, go });
    await expect.poll(() => existsSync(log) && readFileSync(log, 'utf8').trim().split('\n').length, { timeout: 20_000 }).toBe(removing);
    const fast = begin(desk, ['--retrieved', after]);
    await asked;
    writeFileSync(go, '');
    const { status, stderr } = await slow.ended;
    expect([status, stderr]).toEqual([1, expect.stringContaining(`error refresh-running  process ${fast.child.pid} is refreshing`)]);
    expect(JSON.parse(readFileSync(lockOf(desk), 'utf8'))).toEqual({ pid: fast.child.pid });
    release();
    expect([(await fast.ended).status, leftovers(desk.data)]).toEqual([0, []]);
  });
});

describe('a lock that nobody holds', () => {
  it.each([
    ['whose process is gone', () => `{"pid":${deadProcess()}}\n`],
    ['that is empty', () => ''],
    ['that was cut off', () => '{"pi'],
    ['that is no JSON', () => 'locked\n'],
    ['that is not text', () => Buffer.from([0, 255, 254, 7])],
    ['with the process 0, which would be every process of the group', () => '{"pid":0}\n'],
    ['with the process -1, which would be every process', () => '{"pid":-1}\n'],
    ['with a process beyond all numbers', () => '{"pid":1e300}\n'],
  ])('%s is taken over', async (_name, content) => {
    const desk = makeDesk(temporaryFolder());
    writeFileSync(lockOf(desk), content());
    const { status, stderr } = await refreshHere(desk, args(desk));
    expect([status, stderr]).toEqual([0, expect.not.stringContaining('error')]);
    expect([readdirSync(join(desk.data, 'snapshots')), leftovers(desk.data)]).toEqual([[before, after], []]);
  });
});
