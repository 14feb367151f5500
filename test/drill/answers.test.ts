/** Files that are almost right: those that say the same are taken, byte for byte as ever; the others are told, kept aside, and not promoted. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publisherServer } from '../publishers/server.ts';
import { type Ran, temporaryFolder } from '../support/command.ts';
import { after, before, change, type Desk, differences, filesIn, inFolder, leftovers, makeDesk } from './desk.ts';
import { cboeAnswer, cboeFile, declareIndices, deskTable } from './publisher.ts';
import { refreshHere } from './run.ts';

type Change = (text: string) => string | Uint8Array;

const table = 'us-equity-indices';
const newest = (desk: Desk): Record<string, string> => filesIn(join(desk.data, 'snapshots', after));

/** A refresh of which the publisher's file of the Russell 2000 was changed. */
async function fetched(desk: Desk, by: Change): Promise<Ran> {
  const server = await publisherServer();
  server.reply('/RUT_History.csv', cboeAnswer('RUT', by));
  server.reply('/SPX_History.csv', cboeAnswer('SPX'));
  declareIndices(server.url)(desk);
  return refreshHere(desk);
}

/** A manual refresh of one table that was changed. */
async function dropped(desk: Desk, by: Change): Promise<Ran> {
  change(desk, table, by);
  return refreshHere(desk, ['--from', desk.tables, '--only', table]);
}

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
const bigEndian = (text: string): Buffer => utf16(text).swap16();
const latin1 = (text: string): Buffer => Buffer.from(text.replace('\n', '\nÄ'), 'latin1');
const bom: Change = (text) => `\uFEFF${text}`;
const crlf: Change = (text) => text.replaceAll('\n', '\r\n');
const last = /(?<=\n).*\n$/;
const shuffle: Change = (text) => {
  const [header, ...rows] = text.trimEnd().split('\n');
  return `${[header, ...rows.reverse()].join('\n')}\n`;
};

const usual = await inFolder(async (folder) => {
  const desk = makeDesk(folder);
  await refreshHere(desk, ['--from', desk.tables, '--only', table]);
  return newest(desk);
});

describe('a file that says the same', () => {
  it.each<[string, (desk: Desk, by: Change) => Promise<Ran>, Change]>([
    ['fetched with a byte order mark', fetched, bom],
    ['fetched with CRLF', fetched, crlf],
    ['fetched with both', fetched, (text) => bom(crlf(text) as string)],
    ['fetched with its rows shuffled', fetched, shuffle],
    ['fetched with empty lines', fetched, (text) => text.replaceAll('\n', '\n\n')],
    ['fetched with spaces around its cells', fetched, (text) => text.replaceAll(',', ' , ')],
    ['fetched with quotes', fetched, (text) => text.replace(/[^,\n]+/g, '"$&"')],
    ['fetched with more columns', fetched, (text) => text.replace('RUT', 'OPEN,HIGH,LOW,CLOSE').replace(/,(\d)/g, ',0,0,0,$1')],
    ['fetched with rows that are not final yet', fetched, (text) => `${text}07/19/2024,9.000000\n`],
    ['dropped with a byte order mark', dropped, bom],
    ['dropped with CRLF', dropped, crlf],
    ['dropped with both', dropped, (text) => bom(crlf(text) as string)],
  ])('%s gives the same snapshot, byte for byte', async (_name, way, by) => {
    const desk = makeDesk(temporaryFolder());
    const { status, stderr } = await way(desk, by);
    expect([status, stderr]).toEqual([0, expect.not.stringMatching(/error|warning/)]);
    expect(differences(newest(desk), usual)).toEqual([]);
  });
});

describe('a fetched file', () => {
  it.each<[string, Change, string]>([
    ['in UTF-16', utf16, 'error encoding  the line is not UTF-8.'],
    ['in UTF-16 the other way round', bigEndian, 'error encoding  the line is not UTF-8.'],
    ['in UTF-16 without a mark', (text) => Buffer.from(text, 'utf16le'), 'error row  the row has 1 cells, the header 2'],
    ['with bytes of Latin-1', latin1, ':2  error encoding  the line is not UTF-8.'],
    ['with a row twice', (text) => text.replace(last, '$&$&'), 'error duplicate-date  2024-07-17 stands twice'],
    [
      'without a session',
      (text) => text.replace(/07\/12.*\n/, ''),
      'error revised-index  rut was 2148.27 on 2024-07-12 and is now missing.',
    ],
    ['without its last rows', (text) => text.replace(/07\/10[\s\S]*/, ''), 'error'],
    ['with its header alone', (text) => text.replace(/\n[\s\S]*/, '\n'), 'error'],
    ['without its header', (text) => text.replace(/.*\n/, ''), "error header  there is no column 'DATE'."],
    [
      'with a renamed column',
      (text) => text.replace('RUT', 'RUT_PX'),
      "error header  there is no column 'RUT'. The header is 'DATE,RUT_PX'. If the publisher renamed it",
    ],
    ['with a column twice', (text) => text.replace(/,/g, ',0,').replace('0,RUT', 'RUT,RUT'), "error header  there are two columns 'RUT'."],
    ['with a row that is longer', (text) => text.replace(last, '07/17/2024,2,239.66\n'), 'error row  the row has 3 cells, the header 2'],
    ['with a quote that is never closed', (text) => text.replace(last, '07/17/2024,"2239.66\n'), 'error csv  this is not a CSV'],
    ['with a text for a number', (text) => text.replace('2239.66', 'n/a'), "error number  'n/a0000' in column RUT is not a number."],
    ['with an exponent', (text) => text.replace('2239.660000', '2.23966e3'), "error number  '2.23966e3' in column RUT is not a number."],
    [
      'with another form of date',
      (text) => text.replaceAll(/(..)\/(..)\/(....)/g, '$3-$1-$2'),
      "error date  '2024-06-20' is not a date of",
    ],
    ['with a day that is none', (text) => text.replace('07/17', '07/37'), "error date  '07/37/2024' is not a date of"],
    ['with a row of a Sunday', (text) => `${text}07/14/2024,2150.000000\n`, 'error weekend  2024-07-14 is a Sunday'],
    ['with a close of zero', (text) => text.replace('2239.66', '0'), 'error'],
    ['with a close below zero', (text) => text.replace('2239.66', '-2239.66'), 'error'],
    ['in another unit', (text) => text.replace('2239.66', '22.3966'), 'error unit  rut is 22.40 on 2024-07-17'],
    ['with a revised close', (text) => text.replace('2187.02', '2187.20'), 'error revised-index  rut was 2187.02 on 2024-07-15'],
    [
      'of another index',
      () => cboeFile(deskTable(), 'SPX').replace('SPX', 'RUT'),
      'error revised-index  rut was 2017.39 on 2024-06-20 and is now 5473.17.',
    ],
    ['with a zero byte', (text) => text.replace('2239', '22\u000039'), 'is not a number'],
  ])('%s is told and kept in quarantine as it came, and nothing is promoted', async (_name, by, message) => {
    const desk = makeDesk(temporaryFolder());
    const { status, stderr } = await fetched(desk, by);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).toContain(`${join(desk.data, 'quarantine', after)}  error quarantined  nothing was promoted.`);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect([readdirSync(join(desk.data, 'snapshots')), leftovers(desk.data)]).toEqual([[before], []]);
    expect(existsSync(join(desk.data, '.fetched.json'))).toBe(false);
    const kept = readFileSync(join(desk.data, 'quarantine', after, `answer.${table}.RUT.csv`));
    expect(kept.equals(Buffer.from(by(cboeFile(deskTable(), 'RUT'))))).toBe(true);
  });
});

describe('a dropped file', () => {
  it.each<[string, Change, string]>([
    ['in UTF-16', utf16, "error header  the first column must be 'date'"],
    ['with bytes of Latin-1', latin1, 'error date  '],
    ['that is empty', () => '', "error header  the first column must be 'date'"],
    ['with rows shuffled', shuffle, 'error unordered-date'],
    ['with a row twice', (text) => text.replace(last, '$&$&'), 'error duplicate-date'],
    ['with a renamed column', (text) => text.replace('spx', 'sp500'), 'error header'],
    ['with columns swapped', (text) => text.replace('rut,spx', 'spx,rut'), 'error header'],
    [
      'that is cut off within a number',
      (text) => text.slice(0, -4),
      "error no-final-newline  the file ends after '2024-07-17,2239.66,5588'",
    ],
    ['that is a web page', () => '<html>\n', "error header  the first column must be 'date'"],
    ['with a zero byte', (text) => text.replace('2239', '22\u000039'), 'is not a number'],
  ])('%s is told, and nothing is promoted', async (_name, by, message) => {
    const desk = makeDesk(temporaryFolder());
    const start = filesIn(desk.data);
    const { status, stderr } = await dropped(desk, by);
    expect([status, stderr]).toEqual([1, expect.stringContaining(message)]);
    expect(stderr).toContain(join(desk.tables, `${table}.csv`));
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(differences(start, filesIn(desk.data))).toEqual([]);
  });
});
