/** A refresh of a table that is a query's answer, with the declaration that docs/raw-data.md shows. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeTape } from '../../scripts/bench/generated-tape.ts';
import { dayOf } from '../../src/data/day.ts';
import { readSnapshot } from '../../src/data/snapshot.ts';
import { calendar, shown, tape } from '../publishers/sql/tape.ts';
import { copyDesk, runHere, temporaryFolder } from '../support/command.ts';

const [declaration] = shown('yaml');
const [table] = shown('csv');

it('promotes a snapshot with it, asks again for what is new, and keeps what fails in quarantine', async () => {
  const { data, options } = copyDesk();
  const raw = temporaryFolder();
  await writeTape({ ...tape, sessions: tape.sessions.slice(0, 4) }, join(raw, 'tape'));
  const path = join(data, 'publishers', 'tape.yaml');
  writeFileSync(path, declaration);
  const refresh = (id: string, ...more: string[]) =>
    runHere('refresh', ['--only', 'rut-options', '--id', id, '--retrieved', '2024-07-20', ...more, ...options], { MTM_RAW: raw });
  const stored = (id: string) => readFileSync(join(data, 'snapshots', id, 'rut-options.csv'), 'utf8');

  const first = await refresh('2024-07-19', '--until', '2024-07-18');
  expect(first.status, first.stderr).toBe(0);
  expect(stored('2024-07-19')).toBe(table.replace(/2024-07-19.*\n/, ''));
  expect(readSnapshot(data, '2024-07-19').manifest.resources.find(({ name }) => name === 'rut-options')?.provenance.publisher).toBe('tape');

  await writeTape(tape, join(raw, 'tape'));
  writeFileSync(path, declaration.replace('      limits:', '      lookBack: 1\n      limits:'));
  const second = await refresh('2024-07-20');
  expect(second.status, second.stderr).toBe(0);
  expect(second.stdout).toContain('1 new row in 1 table, no value revised');
  expect(stored('2024-07-20')).toBe(table);

  // Fewer than no contracts: a check stops the table, as it would any publisher's.
  writeFileSync(path, declaration.replaceAll('ELSE 0 END)', 'ELSE 0 END) * -1'));
  const third = await refresh('2024-07-21');
  expect([third.status, third.stderr]).toEqual([1, expect.stringContaining('error range')]);
  expect(readFileSync(join(data, 'quarantine', '2024-07-21', 'answer.rut-options.query.tsv'), 'utf8')).toMatch(
    /^date\tcalls\tputs\nDATE\tHUGEINT\tHUGEINT\n2024-07-1\d\t-/,
  );
  expect(readdirSync(join(data, 'snapshots'))).toEqual(['2024-07-17', '2024-07-19', '2024-07-20']);
  expect(calendar.sessions(dayOf('2024-07-15'), dayOf('2024-07-19'))).toEqual(tape.sessions);
});

it('no engine is loaded before a query is asked', () => {
  const program = `
    await import('./src/refresh/refresh.ts');
    await import('./src/reports/check.ts');
    const { sharedObjects } = process.report.getReport();
    process.stdout.write(sharedObjects.filter((path) => path.includes('duckdb')).join());
    await import('./src/publishers/sql/duckdb.ts');
    process.stdout.write(' then ' + process.report.getReport().sharedObjects.filter((path) => path.includes('duckdb')).length);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
  expect([stdout, stderr]).toEqual([expect.stringMatching(/^ then [1-9]/), '']);
});
