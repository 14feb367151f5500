import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSnapshot } from '../../src/data/snapshot.ts';
import { copyDesk, runCommand, runHere, temporaryFolder } from '../support/command.ts';

const tables = 'test/cases/desk/tables';

/** A data folder without snapshots, of the project's publishers or the small desk's. */
function emptyData(from = 'test/cases/desk/data'): string {
  const data = temporaryFolder();
  for (const folder of ['publishers', 'calendar']) cpSync(join(from, folder), join(data, folder), { recursive: true });
  return data;
}

/** A folder of tables with one of them changed. */
function changed(name: string, change: (text: string) => string): string {
  const folder = temporaryFolder();
  cpSync(tables, folder, { recursive: true });
  writeFileSync(join(folder, name), change(readFileSync(join(folder, name), 'utf8')));
  return folder;
}

/** A folder of tables with one of them missing. */
function without(name: string): string {
  const folder = temporaryFolder();
  cpSync(tables, folder, { recursive: true });
  rmSync(join(folder, name));
  return folder;
}

describe('npm run refresh', () => {
  it('makes the project’s own snapshots again, byte for byte', () => {
    const data = emptyData('data');
    const from = 'data/snapshots/2026-08-21';
    expect(
      runCommand('refresh', ['--from', from, '--until', '2024-07-16', '--id', '2024-07-17', '--retrieved', '2026-08-21', '--data', data])
        .status,
    ).toBe(0);
    expect(runCommand('refresh', ['--from', from, '--id', '2026-08-21', '--retrieved', '2026-08-21', '--data', data]).status).toBe(0);
    for (const id of ['2024-07-17', '2026-08-21']) {
      const names = readdirSync(join('data/snapshots', id));
      expect(readdirSync(join(data, 'snapshots', id))).toEqual(names);
      for (const name of names)
        expect(readFileSync(join(data, 'snapshots', id, name)).equals(readFileSync(join('data/snapshots', id, name))), name).toBe(true);
    }
  });

  it('keeps in the manifest the hash that a table had before', async () => {
    const { data, options } = copyDesk();
    const from = changed('us-equity-indices.csv', (text) => `${text}2024-07-17,2239.66,5588.27\n`);
    expect((await runHere('refresh', ['--from', from, '--id', '2024-07-18', ...options])).status).toBe(0);
    const [before, after] = ['2024-07-17', '2024-07-18'].map((id) =>
      JSON.parse(readFileSync(join(data, 'snapshots', id, 'datapackage.json'), 'utf8')),
    );
    expect(before.resources[0].provenance.previous).toBe(null);
    expect(after.resources[0].provenance.previous).toBe(before.resources[0].hash);
  });

  it('keeps a table as Parquet where its declaration says so, whichever way it comes', async () => {
    const { data, options } = copyDesk();
    const publisher = join(data, 'publishers', 'cboe.yaml');
    writeFileSync(publisher, readFileSync(publisher, 'utf8').replace(/^( +)calendar: nyse$/m, '$1calendar: nyse\n$1format: parquet'));
    const from = changed('us-equity-indices.csv', (text) => `${text}2024-07-17,2239.66,5588.27\n`);
    expect((await runHere('refresh', ['--from', from, '--id', '2024-07-18', ...options])).status).toBe(0);
    const file = join(data, 'snapshots/2024-07-18/us-equity-indices.parquet');
    const [was, now] = ['2024-07-17', '2024-07-18'].map((id) => readSnapshot(data, id).series.get('rut'));
    expect(now?.values.slice(0, -1)).toEqual(was?.values);
    expect(now?.values.at(-1)).toBe(2239.66);
    // What it keeps is taken again, and carried over byte for byte.
    expect((await runHere('refresh', ['--from', dirname(file), '--id', '2024-07-19', ...options])).stdout).toContain('Nothing is new');
    expect((await runHere('refresh', ['--from', from, '--only', 'treasury-yields', '--id', '2024-07-19', ...options])).stdout).toContain(
      'Nothing is new',
    );
    expect((await runHere('check', options)).status).toBe(0);
  });

  it.each([
    [
      'a table is missing',
      () => without('treasury-yields.csv'),
      /treasury-yields\.csv {2}error table-missing {2}there is no table for treasury-yields\. Put it here as CSV or Parquet, with the columns 'date,ust2y,ust10y', name the tables that are here with --only, or have the others fetched with --fetch\./,
    ],
    [
      'a value is not a number',
      () => changed('us-equity-indices.csv', (text) => text.replace('2263.67', 'n/a')),
      /us-equity-indices\.csv:19 {2}error number {2}'n\/a' in column rut is not a number/,
    ],
    [
      'a session is missing',
      () => changed('us-equity-indices.csv', (text) => text.replace(/2024-07-11.*\n/, '')),
      /error missing-session {2}there is no row for 2024-07-11/,
    ],
    [
      'rows are shuffled',
      () => changed('treasury-yields.csv', (text) => text.replace(/(2024-07-11.*\n)(2024-07-12.*\n)/, '$2$1')),
      /error unordered-date {2}2024-07-11 comes after 2024-07-12/,
    ],
    [
      'a row stands twice',
      () => changed('treasury-yields.csv', (text) => text.replace(/(2024-07-11.*\n)/, '$1$1')),
      /error duplicate-date {2}2024-07-11 stands twice/,
    ],
  ])('promotes nothing when %s', async (_name, from, message) => {
    const data = emptyData();
    const { status, stderr } = await runHere('refresh', ['--from', from(), '--id', '2024-07-17', '--data', data]);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(readdirSync(data).sort()).toEqual(['calendar', 'publishers']);
  });

  it('tells a revised close, and takes it only when told to', async () => {
    const { data, options } = copyDesk();
    const from = changed('us-equity-indices.csv', (text) => text.replace('2187.02', '2187.20'));
    const args = ['--from', from, '--id', '2024-07-18', ...options];
    const refused = await runHere('refresh', args);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(
      /us-equity-indices\.csv:\d+:12 {2}error revised-index {2}rut was 2187\.02 on 2024-07-15 and is now 2187\.20\.[\s\S]*\n\n1 error\n$/,
    );
    expect(readdirSync(join(data, 'snapshots'))).toEqual(['2024-07-17']);

    const accepted = await runHere('refresh', [...args, '--accept-revisions']);
    expect(accepted.status).toBe(0);
    expect(accepted.stderr).toMatch(/warning revised {2}rut was 2187\.02 on 2024-07-15 and is now 2187\.20\.[\s\S]*\n\n1 warning\n$/);
    expect(accepted.stdout).toMatch(/^The snapshot 2024-07-18 is in place\.\nNo new rows, 1 value revised; /);
  });

  it('checks what enters the snapshot, not what --until leaves out', async () => {
    const { options } = copyDesk();
    const from = changed('us-equity-indices.csv', (text) => `${text}2024-07-17,22396.60,5588.27\n`);
    const args = ['--from', from, '--id', '2024-07-18', ...options];
    const whole = await runHere('refresh', args);
    expect([whole.status, whole.stderr]).toEqual([1, expect.stringContaining('error unit  rut is 22396.60 on 2024-07-17')]);
    const cut = await runHere('refresh', [...args, '--until', '2024-07-16']);
    expect([cut.status, cut.stdout]).toEqual([0, 'Nothing is new since the snapshot 2024-07-17.\n']);
  });

  it.each([
    [
      'has fewer rows than the snapshot before',
      ['--until', '2024-07-15'],
      (text: string) => text,
      /us-equity-indices\.csv {2}error fewer-rows {2}the table has \d+ rows\. [\s\S]*error earlier-end {2}the last row is of 2024-07-15\./,
    ],
    [
      'was retrieved before its last row',
      ['--retrieved', '2024-07-15'],
      (text: string) => text,
      /error future-date {2}2024-07-16 has not come: it is 2024-07-15 in New York\./,
    ],
    ['has lost its last line feed', [], (text: string) => text.trimEnd(), /error no-final-newline {2}the file ends after '2024-07-16,/],
  ])('promotes nothing when a table %s', async (_name, options, change, message) => {
    const { data } = copyDesk();
    const { status, stderr } = await runHere('refresh', [
      '--from',
      changed('us-equity-indices.csv', change),
      '--id',
      '2024-07-18',
      '--data',
      data,
      ...options,
    ]);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(readdirSync(join(data, 'snapshots'))).toEqual(['2024-07-17']);
  });

  it('never changes a snapshot', async () => {
    const { data } = copyDesk();
    const { status, stderr } = await runHere('refresh', ['--from', tables, '--id', '2024-07-17', '--data', data]);
    expect(status).toBe(1);
    expect(stderr).toContain(
      "error snapshot-exists  the snapshot '2024-07-17' exists, and a snapshot is never changed. Choose another --id.",
    );
  });

  it('tells a wrong declaration with its line', async () => {
    const data = emptyData();
    const path = join(data, 'publishers/treasury.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('redistribution: public', 'redistribution: free'));
    const { status, stderr } = await runHere('refresh', ['--from', tables, '--id', '2024-07-17', '--data', data]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/treasury\.yaml:15:5 {2}error wrong-value {2}'resources\.0\.redistribution' is not right/);
  });

  it.each([
    [['--id'], "option '--id <date>' argument missing"],
    [['--from', tables, '--id', 'today'], 'Write a date as YYYY-MM-DD.'],
    [['--from', tables, '--id', '2024-07-17', '--unitl', '2024-07-16'], "unknown option '--unitl'"],
  ])('says with exit status 2 that %j is wrong usage', async (args, message) => {
    const { status, stderr } = await runHere('refresh', args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  it('has --help', async () => {
    const { status, stdout } = await runHere('refresh', ['--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('Usage: npm run refresh -- [options]');
  });
});
