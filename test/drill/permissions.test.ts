/** Folders that really are closed to the user. Root may write anywhere, so that as root the command runs as nobody. */
import { chmodSync, chownSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Ran, temporaryFolder } from '../support/command.ts';
import { after, before, type Desk, leftovers, makeDesk } from './desk.ts';
import { refresh, refreshHere } from './run.ts';

const nobody = process.getuid?.() === 0 ? 65534 : undefined;

/** Gives a folder to the user that the command runs as. */
function handOver(folder: string): void {
  if (nobody === undefined) return;
  for (const path of [folder, ...readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path)))])
    chownSync(path, nobody, nobody);
}

/** A refresh while a folder is closed. */
async function whileClosed(desk: Desk, path: string, mode: number): Promise<Ran> {
  const target = join(desk.data, path);
  chmodSync(target, mode);
  onTestFinished(() => chmodSync(target, 0o755));
  const ended = await refresh(desk, ['--from', desk.tables], { uid: nobody });
  chmodSync(target, 0o755);
  return ended;
}

function handedDesk(): Desk {
  const folder = temporaryFolder();
  const desk = makeDesk(folder);
  mkdirSync(join(desk.data, 'refreshes'));
  handOver(folder);
  return desk;
}

describe('a folder that is closed to writing', () => {
  it.each([
    ['the data folder', '.', false],
    ['the folder of the snapshots', 'snapshots', false],
    ['the folder of the refresh reports', 'refreshes', true],
    ['the folder of the records', 'metrics', true],
  ])('%s is told in a line with its path, and once it is open the refresh is completed', async (_name, path, promoted) => {
    const desk = handedDesk();
    const { status, stderr } = await whileClosed(desk, path, 0o555);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^\S+ {2}error disk {2}writing here is not permitted\..*\n\n1 error\n$/m);
    expect(stderr.match(/^(\S+) {2}error disk/m)?.[1]).toContain(join(desk.data, path));
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect([readdirSync(join(desk.data, 'snapshots')), leftovers(desk.data)]).toEqual([promoted ? [before, after] : [before], []]);
    const again = await refresh(desk, ['--from', desk.tables], { uid: nobody });
    expect([again.status, again.stderr]).toEqual([0, expect.not.stringContaining('error')]);
    expect(readdirSync(join(desk.data, 'refreshes'))).toEqual([`${after}.json`, `${after}.md`]);
    expect(readdirSync(join(desk.data, 'metrics'))).toContain('home.json');
  });

  it('a table that may not be read is told with its path', async () => {
    const desk = handedDesk();
    const path = join(desk.tables, 'treasury-yields.csv');
    chmodSync(path, 0);
    const { status, stderr } = await refresh(desk, ['--from', desk.tables], { uid: nobody });
    expect([status, stderr]).toEqual([1, expect.stringContaining(`${path}  error table-unreadable  the table can't be read (EACCES).`)]);
  });
});

describe('a file in the place of a folder', () => {
  it.each(['refreshes', 'quarantine', 'metrics'])('of %s ends with a line and no stack trace, and harms no snapshot', async (name) => {
    const desk = makeDesk(temporaryFolder());
    rmSync(join(desk.data, name), { recursive: true, force: true });
    writeFileSync(join(desk.data, name), '');
    const { stderr } = await refreshHere(desk, ['--from', desk.tables]);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(leftovers(desk.data)).toEqual([]);
    rmSync(join(desk.data, name));
    expect((await refreshHere(desk, ['--from', desk.tables])).status).toBe(0);
    expect(readdirSync(dirname(desk.data)).sort()).toEqual(['content', 'data', 'tables']);
  });
});
