import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Answer, type HttpClient, httpClient, type Question } from '../../src/publishers/http.ts';
import { findingsOf } from './resource.ts';
import { csvReply, endless, half, publisherServer, reset, testClient } from './server.ts';

const text = 'DATE,RUT\n07/16/2024,2263.670000\n';
const ask = (client: HttpClient, address: string, more: Partial<Question> = {}): Promise<Answer> =>
  client.get({ publisher: 'cboe', resource: 'us-equity-indices', address, form: 'csv', ...more });
const bodyOf = (answer: Answer): string => (answer.unchanged ? 'unchanged' : Buffer.from(answer.bytes).toString());

describe('a request', () => {
  it('names the project and says what it wants', async () => {
    const { reply, requests } = await publisherServer();
    const address = reply('/RUT.csv', csvReply(text));
    expect(bodyOf(await ask(testClient().client, address))).toBe(text);
    expect(requests[0].headers).toMatchObject({
      'user-agent': expect.stringContaining('marked-to-market'),
      accept: expect.stringContaining('text/csv'),
    });
  });

  it('waits its interval between two requests to one host, not to another', async () => {
    const [one, two] = [await publisherServer(), await publisherServer()];
    const { client, pauses } = testClient({ interval: 1000 });
    await ask(client, one.reply('/a.csv', csvReply(text)));
    await ask(client, two.reply('/a.csv', csvReply(text)));
    expect(pauses).toEqual([]);
    await ask(client, `${one.url}/a.csv`);
    expect(pauses).toEqual([1000]);
  });

  it('follows a redirect and tells where it led', async () => {
    const { reply, url } = await publisherServer();
    reply('/new.csv', csvReply(text));
    const answer = await ask(testClient().client, reply('/old.csv', { status: 301, headers: { location: '/new.csv' } }));
    expect(answer).toMatchObject({ unchanged: false, address: `${url}/new.csv` });
  });

  it('unpacks what the server packed with gzip', async () => {
    const { reply } = await publisherServer();
    expect(bodyOf(await ask(testClient().client, reply('/a.csv', csvReply(gzipSync(text), { 'content-encoding': 'gzip' }))))).toBe(text);
  });

  it('gives the validators back and is told that nothing changed', async () => {
    const { reply, requests } = await publisherServer();
    const validators = { etag: '"v1"', lastModified: 'Tue, 16 Jul 2024 22:00:00 GMT' };
    const address = reply('/a.csv', csvReply(text, { etag: validators.etag, 'last-modified': validators.lastModified }), { status: 304 });
    const { client } = testClient();
    expect((await ask(client, address)).validators).toEqual(validators);
    expect(await ask(client, address, { validators })).toEqual({ unchanged: true, validators });
    expect(requests[1].headers).toMatchObject({ 'if-none-match': validators.etag, 'if-modified-since': validators.lastModified });
  });
});

describe('asking again', () => {
  it.each([408, 429, 500, 502, 503])('after a %i, and the 200 counts', async (status) => {
    const { reply } = await publisherServer();
    const { client, pauses } = testClient();
    expect(bodyOf(await ask(client, reply('/a.csv', { status }, csvReply(text))))).toBe(text);
    expect(pauses).toEqual([1000]);
  });

  it('after a reset', async () => {
    const { reply } = await publisherServer();
    expect(bodyOf(await ask(testClient().client, reply('/a.csv', reset, reset, csvReply(text))))).toBe(text);
  });

  it('after half a body', async () => {
    const { reply } = await publisherServer();
    expect(bodyOf(await ask(testClient().client, reply('/a.csv', half(text), csvReply(text))))).toBe(text);
  });

  it('backs off 1, 2, 4, 8 seconds and then tells the status', async () => {
    const { reply, requests } = await publisherServer();
    const { client, pauses } = testClient();
    const address = reply('/a.csv', { status: 503 });
    expect(await findingsOf(() => ask(client, address))).toBe(
      `${address}  error transport-status  us-equity-indices of cboe: the answer has the status 503. Try again later.`,
    );
    expect(pauses).toEqual([1000, 2000, 4000, 8000]);
    expect(requests).toHaveLength(5);
  });

  it.each([
    ['seconds', '7', 7000],
    ['a date', 'Wed, 17 Jul 2024 12:00:30 GMT', 30_000],
    ['a date that is past', 'Wed, 17 Jul 2024 11:00:00 GMT', 0],
    ['nonsense', 'soon', 1000],
  ])('waits as long as Retry-After says, in %s', async (_form, after, pause) => {
    const { reply } = await publisherServer();
    const { client, pauses } = testClient();
    await ask(client, reply('/a.csv', { status: 429, headers: { 'retry-after': after } }, csvReply(text)));
    expect(pauses).toEqual([pause]);
  });

  it('leaves a server alone that wants a longer pause', async () => {
    const { reply, requests } = await publisherServer();
    const address = reply('/a.csv', { status: 429, headers: { 'retry-after': '3600' } });
    expect(await findingsOf(() => ask(testClient().client, address))).toContain('the answer has the status 429. Ask less often');
    expect(requests).toHaveLength(1);
  });

  it.each([
    [404, "Look for the file's new address"],
    [403, 'The publisher does not let it be fetched'],
  ])('not after a %i', async (status, advice) => {
    const { reply, requests } = await publisherServer();
    const address = reply('/a.csv', { status });
    expect(await findingsOf(() => ask(testClient().client, address))).toContain(`the answer has the status ${status}. ${advice}`);
    expect(requests).toHaveLength(1);
  });
});

describe('what is refused, with what to do', () => {
  it.each([
    ['transport-type', 'a web page with status 200', csvReply('<!doctype html>', { 'content-type': 'text/html' }), 'text/html, not CSV'],
    ['transport-markup', 'a web page that says it is a CSV', csvReply('\n<html>'), 'a web page, not CSV'],
    ['transport-markup', 'a JSON error in a CSV', csvReply('{"error": "no such file"}'), 'JSON, not CSV'],
    ['transport-empty', 'an empty answer', csvReply(''), 'the answer is empty'],
    ['transport-empty', 'nothing but a byte order mark', csvReply('\ufeff\r\n'), 'the answer is empty'],
    ['transport-limit', 'a daily limit', csvReply('Exceeded the daily hits limit'), 'asked too often'],
    ['transport-limit', 'a rate limit in JSON', csvReply('{"Note": "API rate limit reached"}'), 'asked too often'],
    ['transport-truncated', 'half a body every time', half(text), 'the connection broke in the middle of the answer'],
    ['transport-connection', 'a reset every time', reset, 'there was no answer'],
    ['transport-connection', 'redirects in a circle', { status: 302, headers: { location: '/a.csv' } }, 'redirect count exceeded'],
  ])('%s: %s', async (rule, _what, planned, told) => {
    const { reply } = await publisherServer();
    const address = reply('/a.csv', planned);
    const found = await findingsOf(() => ask(testClient().client, address));
    expect(found).toContain(`${address}  error ${rule}  us-equity-indices of cboe: `);
    expect(found).toContain(told);
  });

  it('does not take a series that is called a limit for a notice', async () => {
    const { reply } = await publisherServer();
    const table = `date,target rate upper limit\n${'2024-07-16,5.50\n'.repeat(200)}`;
    expect(bodyOf(await ask(testClient().client, reply('/a.csv', csvReply(table))))).toBe(table);
  });

  it.each([
    ['json', '<html>', 'not JSON'],
    ['zip', 'Sorry', 'not a zip archive'],
  ] as const)('what is not %s', async (form, body, told) => {
    const { reply } = await publisherServer();
    const address = reply('/a', { headers: { 'content-type': 'application/octet-stream' }, body });
    expect(await findingsOf(() => ask(testClient().client, address, { form }))).toContain(told);
  });

  it('transport-size: stops reading a file that has no end', async () => {
    const { reply } = await publisherServer();
    const { reply: stream, sent } = endless();
    const address = reply('/a.csv', stream);
    expect(await findingsOf(() => ask(testClient({ maxBytes: 100_000 }).client, address))).toContain('error transport-size');
    expect(sent()).toBeLessThan(20_000_000);
  });

  it('transport-size: counts what gzip unpacks to', async () => {
    const { reply } = await publisherServer();
    const address = reply('/a.csv', csvReply(gzipSync('0'.repeat(1_000_000)), { 'content-encoding': 'gzip' }));
    expect(await findingsOf(() => ask(testClient({ maxBytes: 100_000 }).client, address))).toContain('error transport-size');
  });

  it('transport-timeout: a server that says nothing, asked again and then left', async () => {
    const { reply, requests } = await publisherServer();
    const deadlines: AbortController[] = [];
    const deadline = (): AbortSignal => {
      deadlines.push(new AbortController());
      return deadlines[deadlines.length - 1].signal;
    };
    const address = reply('/a.csv', () => deadlines[deadlines.length - 1].abort());
    expect(await findingsOf(() => ask(testClient({ deadline, retries: 1 }).client, address))).toContain(
      'error transport-timeout  us-equity-indices of cboe: there was no whole answer within 60 seconds.',
    );
    expect(requests).toHaveLength(2);
  });
});

describe('cancelling', () => {
  it('ends a request that is under way', async () => {
    const { reply, requests } = await publisherServer();
    const controller = new AbortController();
    const address = reply('/a.csv', () => controller.abort(new Error('enough')));
    await expect(ask(testClient().client, address, { signal: controller.signal })).rejects.toThrow('enough');
    expect(requests).toHaveLength(1);
  });

  it('ends a pause', async () => {
    const { reply, requests } = await publisherServer();
    const controller = new AbortController();
    const sleep = async (): Promise<void> => controller.abort(new Error('enough'));
    const address = reply('/a.csv', { status: 503 });
    await expect(ask(testClient({ sleep }).client, address, { signal: controller.signal })).rejects.toThrow('enough');
    expect(requests).toHaveLength(1);
  });

  it('ends a real pause, with its own reason', async () => {
    const { reply } = await publisherServer();
    const controller = new AbortController();
    let asked = 0;
    // The clock is read for the host's turn, and again for the pause.
    const now = (): number => {
      if (++asked === 2) setImmediate(() => controller.abort(new Error('enough')));
      return 0;
    };
    const address = reply('/a.csv', { status: 503 });
    await expect(ask(httpClient({ now }), address, { signal: controller.signal })).rejects.toThrow('enough');
  });
});
