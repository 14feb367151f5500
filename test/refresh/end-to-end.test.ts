/** From 2024-07-17 to 2026-08-21 as the desk would refresh: asked of the publishers' forms on a local server, the rest dropped in by hand. */
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { refreshReportSchema } from '../../src/reports/refresh-report.ts';
import { runCommandBeside, temporaryFolder } from '../support/command.ts';
import { publishersAt, publishersOf } from '../support/publishers.ts';

const newest = 'data/snapshots/2026-08-21';
// Sessions after the last one of Cboe's volume in that snapshot would be asked for, and are not there.
const byHand = ['cboe-option-volume', 'fed-decisions', 'fed-funds-futures', 'magnificent-seven', 'nasdaq-composite', 'russell-2000-etfs'];
const env = { MTM_HTTP_OPTIONS: '{"interval":0}' };

function filesOf(folder: string): Map<string, string> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'base64')]));
}

it('gives the snapshot in the project, byte for byte, leaves the records as they are, and asks no publisher of years again for the past', async () => {
  const server = await publishersOf(newest);
  const data = temporaryFolder();
  publishersAt(server, data);
  cpSync('data/snapshots/2024-07-17', join(data, 'snapshots/2024-07-17'), { recursive: true });
  cpSync('data/metrics', join(data, 'metrics'), { recursive: true });
  const from = join(data, 'by-hand');
  mkdirSync(from);
  for (const name of byHand) cpSync(join(newest, `${name}.csv`), join(from, `${name}.csv`));
  const records = filesOf(join(data, 'metrics'));

  const args = ['--from', from, '--fetch', '--id', '2026-08-21', '--retrieved', '2026-08-21', '--data', data];
  const first = await runCommandBeside('refresh', args, env);
  expect(first.status, first.stderr).toBe(0);
  expect(filesOf(join(data, 'snapshots/2026-08-21'))).toEqual(filesOf(newest));
  expect(filesOf(join(data, 'metrics'))).toEqual(records);
  const report = refreshReportSchema.parse(JSON.parse(readFileSync(join(data, 'refreshes/2026-08-21.json'), 'utf8')));
  expect(report.revised).toEqual([]);
  expect(report.reports.map(({ moved }) => moved)).toEqual([[], []]);
  expect(first.stdout).toContain('2,132 new rows in 9 tables, no value revised; 9 superlatives superseded, 1 call due.');

  const asked = server.requests.length;
  const again = ['--only', 'us-equity-indices,treasury-yields,volatility'];
  const second = await runCommandBeside('refresh', [...again, '--retrieved', '2026-08-21', '--id', '2026-08-22', '--data', data], env);
  expect([second.status, second.stdout]).toEqual([0, 'Nothing is new since the snapshot 2026-08-21.\n']);
  const years = new Set(server.requests.slice(asked).map(({ path }) => path.match(/\/(\d{4})\/all/)?.[1]));
  expect([...years].filter(Boolean)).toEqual(['2025', '2026']);
  expect(readdirSync(join(data, 'snapshots'))).toEqual(['2024-07-17', '2026-08-21']);
});

it('gives a table that is asked for a session at a time as it stands in the project', async () => {
  const server = await publishersOf(newest);
  const data = temporaryFolder();
  publishersAt(server, data);
  cpSync('data/snapshots/2024-07-17', join(data, 'snapshots/2024-07-17'), { recursive: true });
  const table = (snapshot: string) => readFileSync(join(snapshot, 'cboe-option-volume.csv'), 'utf8');
  const until = table(newest).trimEnd().split('\n').at(-1)?.slice(0, 10) ?? '';
  const args = ['--only', 'cboe-option-volume', '--until', until, '--id', '2026-08-21', '--data', data];
  const { status, stderr } = await runCommandBeside('refresh', args, env);
  expect(status, stderr).toBe(0);
  expect(table(join(data, 'snapshots/2026-08-21'))).toBe(table(newest));
});
