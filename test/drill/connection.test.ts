/** A publisher that can't be reached, or answers with something else: told with the rule and what to do, and nothing is promoted. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { csvReply, endless, half, publisherServer, type Reply, reset } from '../publishers/server.ts';
import { temporaryFolder } from '../support/command.ts';
import { after, before, leftovers, makeDesk } from './desk.ts';
import { cboeAnswer, cboeFile, declareIndices, deskTable } from './publisher.ts';
import { refreshHere } from './run.ts';

const file = cboeFile(deskTable(), 'RUT');
const html = '<!doctype html><title>Just a moment…</title>';
const drip: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'text/csv' });
  const timer = setInterval(() => response.write('0'), 20);
  response.on('close', () => clearInterval(timer));
};
const cutShort: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'text/csv' });
  response.write(file.slice(0, 200), () => response.socket?.destroy());
};
/** Only the end of the connection tells where this answer ends: here it is 2239.66 without its decimals. */
const unmarked: Reply = (response) =>
  void response.socket?.end(
    `HTTP/1.1 200 OK\r\ncontent-type: text/csv\r\nconnection: close\r\n\r\n${file.slice(0, file.lastIndexOf('.'))}`,
  );

describe('a publisher that', () => {
  it.each<[string, Reply, string, string, object?]>([
    ['hangs up', reset, 'connection', 'there was no answer (ECONNRESET)'],
    ['answers 500 for ever', { status: 500 }, 'status', 'the answer has the status 500. Try again later.'],
    ['answers 403', { status: 403 }, 'status', 'the answer has the status 403. The publisher does not let it be fetched'],
    ['has moved the file', { status: 404 }, 'status', "the answer has the status 404. Look for the file's new address"],
    ['is overrun', { status: 429, headers: { 'retry-after': '86400' } }, 'status', 'Ask less often, and try again later.', { retries: 4 }],
    ['never answers', () => {}, 'timeout', 'there was no whole answer within 0.5 seconds', { timeout: 500 }],
    ['answers a byte at a time', drip, 'timeout', 'there was no whole answer within 0.5 seconds', { timeout: 500 }],
    ['sends half of the length it promised', half(file), 'truncated', 'the connection broke in the middle of the answer'],
    ['breaks off in the middle of a piece', cutShort, 'truncated', 'the connection broke in the middle of the answer'],
    ['breaks off in the middle of a number, of an answer without a length', unmarked, 'truncated', 'the connection broke in the middle'],
    ['sends without end', endless().reply, 'size', 'the answer is over 1000000 bytes', { maxBytes: 1_000_000 }],
    [
      'packs what unpacks to more than is read',
      csvReply(gzipSync('0'.repeat(2_000_000)), { 'content-encoding': 'gzip' }),
      'size',
      'the answer is over 1000000 bytes',
      { maxBytes: 1_000_000 },
    ],
    ['sends what can’t be unpacked', csvReply('no gzip', { 'content-encoding': 'gzip' }), 'truncated', 'the connection broke'],
    ['redirects in a circle', { status: 302, headers: { location: '/RUT_History.csv' } }, 'connection', 'there was no answer'],
    ['redirects to a file', { status: 302, headers: { location: 'file:///etc/passwd' } }, 'connection', 'there was no answer'],
    [
      'sends a web page with status 200',
      { headers: { 'content-type': 'text/html' }, body: html },
      'type',
      'the answer is text/html, not CSV',
    ],
    ['sends a web page as CSV', csvReply(html), 'markup', 'the answer is a web page, not CSV'],
    ['sends JSON as CSV', csvReply('{"error":"none"}'), 'markup', 'the answer is JSON, not CSV'],
    ['sends nothing', csvReply(''), 'empty', 'the answer is empty'],
    ['sends spaces', csvReply('\uFEFF \r\n \r\n'), 'empty', 'the answer is empty'],
    [
      'says with status 200 that a daily limit is reached',
      csvReply('You have exceeded your daily request limit.'),
      'limit',
      'asked too often',
    ],
  ])('%s is told, and nothing is promoted', async (_name, reply, rule, message, http) => {
    const server = await publisherServer();
    const address = server.reply('/RUT_History.csv', reply);
    server.reply('/SPX_History.csv', cboeAnswer('SPX'));
    const desk = makeDesk(temporaryFolder());
    declareIndices(server.url)(desk);
    const { status, stderr } = await refreshHere(desk, [], { http });
    expect(status).toBe(1);
    expect(stderr).toContain(`${address}  error transport-${rule}  us-equity-indices of cboe: `);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect([readdirSync(join(desk.data, 'snapshots')), leftovers(desk.data)]).toEqual([[before], []]);
    expect(existsSync(join(desk.data, '.fetched.json'))).toBe(false);
  });

  it('is not there is told, and nothing is promoted', async () => {
    const desk = makeDesk(temporaryFolder());
    declareIndices('http://127.0.0.1:1')(desk);
    const { status, stderr } = await refreshHere(desk);
    expect([status, stderr]).toEqual([1, expect.stringContaining('error transport-connection  us-equity-indices of cboe: ')]);
  });

  it.each([
    ['is down for a moment is asked again', [{ status: 503, headers: { 'retry-after': '0' } }], 0, 3],
    ['is down for long is asked no more often than set', Array(9).fill({ status: 503, headers: { 'retry-after': '0' } }), 1, 2],
  ])('%s', async (_name, replies, expected, requests) => {
    const server = await publisherServer();
    server.reply('/RUT_History.csv', ...replies, cboeAnswer('RUT'));
    server.reply('/SPX_History.csv', cboeAnswer('SPX'));
    const desk = makeDesk(temporaryFolder());
    declareIndices(server.url)(desk);
    expect((await refreshHere(desk, [], { http: { retries: 1 } })).status).toBe(expected);
    expect(server.requests).toHaveLength(requests);
    expect(readdirSync(join(desk.data, 'snapshots'))).toEqual(expected === 0 ? [before, after] : [before]);
  });
});
