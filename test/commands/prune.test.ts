import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyDesk, runHere } from '../support/command.ts';

const PINNED = '2024-07-17';
const REPORT = '2024-07-17-a-small-desk';

/** The small desk with two more snapshots, of which its report needs none. */
function longerDesk(): ReturnType<typeof copyDesk> {
  const desk = copyDesk();
  for (const id of ['2024-07-18', '2024-07-19'])
    cpSync(join(desk.data, 'snapshots', PINNED), join(desk.data, 'snapshots', id), { recursive: true });
  return desk;
}

const snapshotsIn = (data: string): string[] => readdirSync(join(data, 'snapshots')).sort();

describe('npm run prune', () => {
  it('without --yes tells what would be removed and why the others are kept, and changes nothing', async () => {
    const { data, options } = longerDesk();
    const { status, stdout, stderr } = await runHere('prune', options);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.replace(/ *\d\.\d MB/g, ' … MB').split('\n')).toEqual([
      `2024-07-17 … MB  kept: pinned by ${REPORT}`,
      '2024-07-18 … MB  would be removed',
      '2024-07-19 … MB  kept: the newest',
      '1 of 3 snapshots would be removed, … MB. Nothing was changed; --yes removes them.',
      '',
    ]);
    expect(snapshotsIn(data)).toEqual([PINNED, '2024-07-18', '2024-07-19']);
  });

  it('with --yes removes them, and the desk holds', async () => {
    const { data, options } = longerDesk();
    const { status, stdout } = await runHere('prune', ['--yes', '--json', ...options]);
    expect(status).toBe(0);
    const { removed, kept, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({ ok: true, outcome: 'pruned' });
    expect(removed).toEqual([{ id: '2024-07-18', bytes: expect.any(Number) }]);
    expect(kept.map(({ id }: { id: string }) => id)).toEqual([PINNED, '2024-07-19']);
    expect(snapshotsIn(data)).toEqual([PINNED, '2024-07-19']);
    expect(readdirSync(data).filter((name) => name.startsWith('.'))).toEqual([]);
    // What became of the report is told on the newest snapshot, which came without a refresh.
    expect((await runHere('metrics', options)).status).toBe(0);
    expect((await runHere('check', options)).stderr).not.toContain('error');
    expect((await runHere('prune', ['--yes', ...options])).stdout).toContain('Every snapshot is needed.');
  });

  it('keeps what an earlier version stands on', async () => {
    const { data, options, record } = longerDesk();
    const versions = join(data, 'metrics', 'versions', REPORT);
    mkdirSync(versions, { recursive: true });
    writeFileSync(
      join(versions, '1.json'),
      readFileSync(record, 'utf8').replace(`"id": "${PINNED}"`, '"id": "2024-07-18"').replace(`"id":"${PINNED}"`, '"id":"2024-07-18"'),
    );
    expect((await runHere('prune', options)).stdout).toMatch(/^2024-07-18 .* kept: record .*versions.*1\.json$/m);
  });

  it.each([
    ['a report', 'content', `reports/${REPORT}/index.mdx`, (text: string) => text.replace(/^snapshot: .*$/m, 'snapshot: [')],
    ['a record', 'data', `metrics/${REPORT}.json`, (text: string) => text.slice(0, 200)],
    ['what became of the reports', 'data', 'metrics/marks.json', () => '{}'],
  ] as const)('removes nothing where %s can’t be read', async (_what, folder, path, change) => {
    const desk = longerDesk();
    const file = join(desk[folder], path);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    const { status, stderr } = await runHere('prune', ['--yes', ...desk.options]);
    expect(status).toBe(1);
    expect(stderr).toContain(`${file}  error snapshot-unknown  which snapshot it needs can't be read.`);
    expect(snapshotsIn(desk.data)).toHaveLength(3);
  });

  it('waits for a refresh that is at work', async () => {
    const { data, options } = longerDesk();
    writeFileSync(join(data, '.refresh.lock'), `${JSON.stringify({ pid: process.ppid })}\n`);
    const { status, stderr } = await runHere('prune', ['--yes', ...options]);
    expect([status, stderr]).toEqual([1, expect.stringContaining('error refresh-running')]);
    expect(snapshotsIn(data)).toHaveLength(3);
  });

  it('completes what a run that was killed had begun', async () => {
    const { data, options } = longerDesk();
    mkdirSync(join(data, '.staging-killed'));
    renameSync(join(data, 'snapshots', '2024-07-18'), join(data, '.staging-killed', '2024-07-18'));
    expect((await runHere('prune', ['--yes', ...options])).stdout).toContain('Every snapshot is needed.');
    expect(existsSync(join(data, '.staging-killed'))).toBe(false);
  });
});
