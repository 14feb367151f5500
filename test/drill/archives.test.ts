/** Archives that are not what they should be: nothing outside the data folder is written, nothing over the limit is unpacked. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { publisherServer } from '../publishers/server.ts';
import { temporaryFolder } from '../support/command.ts';
import { after, before, type Desk, leftovers, makeDesk } from './desk.ts';
import { refreshHere } from './run.ts';

const csv = strToU8('A preamble\n\n,Mkt-RF,SMB\n202405,    4.34,   -1.01\n202406,    2.77,   -3.06\n\nCopyright\n');

/** Adds a publisher of a zip, as Ken French's data library has them. */
function declareArchive({ data }: Desk, url: string): void {
  const publisher = parse(readFileSync(join(data, 'publishers/treasury.yaml'), 'utf8'));
  const [resource] = publisher.resources;
  const fields = [{ name: 'market', title: 'Market', shortTitle: 'Market', unit: 'percent' }];
  const fetch = { kind: 'ken-french', url, firstDay: '1990-01-01', series: { market: 'Mkt-RF' }, frequency: 'monthly' };
  const changed = { ...resource, name: 'factors', calendar: 'events', fields, fetch };
  writeFileSync(join(data, 'publishers/french.yaml'), stringify({ ...publisher, id: 'french', resources: [changed] }));
}

/** An archive whose directory says another unpacked size. */
function saying(size: number, files: Zippable): Uint8Array {
  const bytes = Buffer.from(zipSync(files));
  for (const [mark, offset] of [
    ['PK\u0001\u0002', 24],
    ['PK\u0003\u0004', 22],
  ] as const)
    bytes.writeUInt32LE(size, bytes.indexOf(mark, 0, 'latin1') + offset);
  return bytes;
}

/** An archive that holds its file as it is, with another digit in it. */
function changedDigit(): Uint8Array {
  return Buffer.from(
    Buffer.from(zipSync({ 'factors.csv': csv }, { level: 0 }))
      .toString('latin1')
      .replace('4.34', '4.43'),
    'latin1',
  );
}

async function fetched(desk: Desk, body: Uint8Array) {
  const { reply } = await publisherServer();
  declareArchive(desk, reply('/factors.zip', { headers: { 'content-type': 'application/zip' }, body }));
  return refreshHere(desk, ['--only', 'factors']);
}

describe('an archive', () => {
  it('with one CSV becomes a table', async () => {
    const desk = makeDesk(temporaryFolder());
    const { status } = await fetched(desk, zipSync({ 'factors.csv': csv }));
    expect(status).toBe(0);
    expect(readFileSync(join(desk.data, 'snapshots', after, 'factors.csv'), 'utf8')).toBe(
      'date,market\n2024-05-31,4.34\n2024-06-30,2.77\n',
    );
  });

  it.each<[string, Uint8Array, string]>([
    ['whose entry climbs out', zipSync({ '../../climbed.csv': csv }), "error zip-path  '../../climbed.csv' leads out of its folder."],
    ['whose entry climbs out by backslashes', zipSync({ '..\\climbed.csv': csv }), 'error zip-path'],
    ['whose entry climbs out further in', zipSync({ 'a/../../climbed.csv': csv }), 'error zip-path'],
    ['whose entry begins at the root', zipSync({ '/tmp/climbed.csv': csv }), 'error zip-path'],
    ['whose entry begins at a drive', zipSync({ 'C:\\climbed.csv': csv }), 'error zip-path'],
    ['whose other entry climbs out', zipSync({ 'factors.csv': csv, '../climbed.txt': csv }), 'error zip-path'],
    ['that says it unpacks to two gigabytes', saying(2_000_000_000, { 'factors.csv': csv }), 'error zip-size'],
    ['that unpacks to more than it says', saying(60, { 'factors.csv': csv }), "error zip  'factors.csv' does not have the checksum"],
    ['of which a digit has changed', changedDigit(), "error zip  'factors.csv' does not have the checksum"],
    ['with an archive in it', zipSync({ 'factors.zip': zipSync({ 'factors.csv': csv }) }), 'error zip-entry  one CSV is expected'],
    ['with two CSVs', zipSync({ 'a.csv': csv, 'b.csv': csv }), 'error zip-entry  one CSV is expected, and there are a.csv, b.csv.'],
    ['that is empty', zipSync({}), 'error zip-entry  one CSV is expected, and there is none.'],
    ['that is cut off', zipSync({ 'factors.csv': csv }).slice(0, -30), 'error zip  this is not a whole zip archive'],
    ['that is a CSV', csv, 'error transport-markup  factors of treasury'.replace('treasury', 'french')],
  ])('%s is refused, and nothing is written but the quarantine', async (_name, body, message) => {
    const desk = makeDesk(temporaryFolder());
    const { status, stderr } = await fetched(desk, body);
    expect([status, stderr]).toEqual([1, expect.stringContaining(message)]);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect([readdirSync(join(desk.data, 'snapshots')), leftovers(desk.data)]).toEqual([[before], []]);
    expect(existsSync('/tmp/climbed.csv')).toBe(false);
    const folder = dirname(desk.data);
    expect(readdirSync(folder, { recursive: true }).filter((path) => String(path).includes('climbed'))).toEqual([]);
  });
});
