/** Names that lead out of the data folder, in a declaration or on the command line: refused before anything is read or written. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.ts';
import { after, before, declareFetch, differences, filesIn, makeDesk } from './desk.ts';
import { refreshHere } from './run.ts';

const csv = { kind: 'csv', date: { column: 'date', format: 'YYYY-MM-DD' }, series: { rut: 'rut', spx: 'spx' } };

describe('a name that climbs out', () => {
  it.each<[string, (yaml: string) => string, string]>([
    [
      'of a resource',
      (yaml) => yaml.replace('name: us-equity-indices', 'name: ../../us-equity-indices'),
      "'resources.0.name' is not right",
    ],
    ['of a resource, from the root', (yaml) => yaml.replace('name: us-equity-indices', 'name: /tmp/x'), "'resources.0.name' is not right"],
    ['of a series', (yaml) => yaml.replace('name: rut,', 'name: ../rut,'), "'resources.0.fields.0.name' is not right"],
    ['of a publisher', (yaml) => yaml.replace('id: cboe', 'id: ../cboe'), "the id '../cboe' must be the file's name, 'cboe'"],
  ])('%s is refused with its line', async (_name, by, message) => {
    const desk = makeDesk(temporaryFolder());
    const path = join(desk.data, 'publishers/cboe.yaml');
    writeFileSync(path, by(readFileSync(path, 'utf8')));
    const start = filesIn(dirname(desk.data));
    const { status, stderr } = await refreshHere(desk, ['--from', desk.tables]);
    expect([status, stderr]).toEqual([1, expect.stringMatching(new RegExp(`cboe\\.yaml:\\d+:\\d+  error [\\w-]+  .*${message}`))]);
    expect(differences(start, filesIn(dirname(desk.data)))).toEqual([]);
  });

  it('of a symbol is refused with its line', async () => {
    const desk = makeDesk(temporaryFolder());
    declareFetch(desk, { kind: 'cboe-index', url: 'http://127.0.0.1:1', decimals: 2, series: { rut: '../RUT', spx: 'SPX' } });
    const { status, stderr } = await refreshHere(desk);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/cboe\.yaml:\d+:\d+ {2}error .*a symbol has capital letters and digits/)]);
  });

  it.each([
    ['--id', '../../climbed', 2, 'Write a date as YYYY-MM-DD.'],
    ['--id', '2024-07-18/../x', 2, 'Write a date as YYYY-MM-DD.'],
    ['--id', '2024-02-30', 2, 'Write a date as YYYY-MM-DD.'],
    ['--only', '../treasury-yields', 1, "error unknown-resource  there is no resource '../treasury-yields'."],
  ])('in %s %s is refused with the status %i', async (option, value, expected, message) => {
    const desk = makeDesk(temporaryFolder());
    const start = filesIn(dirname(desk.data));
    const { status, stderr } = await refreshHere(desk, ['--from', desk.tables, option, value]);
    expect([status, stderr]).toEqual([expected, expect.stringContaining(message)]);
    expect(differences(start, filesIn(dirname(desk.data)))).toEqual([]);
  });
});

describe('a folder or an address that is declared', () => {
  it.each([
    [
      'of a file of this computer is not read',
      { ...csv, url: 'file:///etc/passwd' },
      "error wrong-value  'resources.0.fetch.url' is not right: write an address that begins with https:// or http://.",
    ],
    [
      'without a CSV in it is told',
      { ...csv, folder: '../../nowhere' },
      'error folder  there is no CSV for us-equity-indices in this folder.',
    ],
  ])('%s', async (_name, fetch, message) => {
    const desk = makeDesk(temporaryFolder());
    declareFetch(desk, fetch);
    const { status, stderr } = await refreshHere(desk);
    expect([status, stderr]).toEqual([1, expect.stringContaining(message)]);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(readdirSync(join(desk.data, 'snapshots'))).toEqual([before]);
  });

  it('whose files have wild names keeps them in quarantine under tame ones', async () => {
    const desk = makeDesk(temporaryFolder());
    const folder = temporaryFolder();
    writeFileSync(join(folder, '..\\..\\x y.csv'), 'date,rut,spx\n2024-07-16,1,nothing\n');
    declareFetch(desk, { ...csv, folder });
    const { status, stderr } = await refreshHere(desk);
    expect([status, stderr]).toEqual([1, expect.stringContaining("error number  'nothing' in column spx is not a number")]);
    expect(readdirSync(join(desk.data, 'quarantine', after)).sort()).toEqual([
      'answer.us-equity-indices.-x-y.csv',
      'findings.json',
      'findings.txt',
    ]);
  });

  it('may be a link: the data folder works where it leads', async () => {
    const desk = makeDesk(temporaryFolder());
    const link = join(dirname(desk.data), 'linked');
    symlinkSync(desk.data, link);
    expect((await refreshHere({ ...desk, data: link }, ['--from', desk.tables])).status).toBe(0);
    expect(readdirSync(join(desk.data, 'snapshots'))).toEqual([before, after]);
  });
});

describe('a folder of tables', () => {
  it.each<[string, (folder: string) => void, string]>([
    ['that is not there', () => {}, 'error table-missing  there is no table for us-equity-indices.'],
    [
      'with a folder in the place of a table',
      (folder) => mkdirSync(join(folder, 'us-equity-indices.csv'), { recursive: true }),
      "error table-unreadable  the table can't be read (EISDIR).",
    ],
  ])('%s is told, and nothing is promoted', async (_name, prepare, message) => {
    const desk = makeDesk(temporaryFolder());
    const folder = join(temporaryFolder(), 'tables');
    prepare(folder);
    const start = filesIn(desk.data);
    const { status, stderr } = await refreshHere(desk, ['--from', folder, '--only', 'us-equity-indices']);
    expect([status, stderr]).toEqual([1, expect.stringContaining(message)]);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(differences(start, filesIn(desk.data))).toEqual([]);
  });
});
