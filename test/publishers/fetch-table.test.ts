import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../src/data/calendar.ts';
import { dayOf } from '../../src/data/day.ts';
import { parseTable } from '../../src/data/table.ts';
import { type Publisher, readPublishers } from '../../src/publishers/declaration.ts';
import { type FetchedTable, type FetchOptions, fetchTable } from '../../src/publishers/fetch-table.ts';
import type { Body } from '../../src/publishers/publisher-kind.ts';
import { temporaryFolder } from '../support/command.ts';
import { caseFile, csvOf, findingsOf, publisherOf } from './resource.ts';
import { csvReply, half, publisherServer, testClient } from './server.ts';

const calendar = readCalendar('data');
const json = (body: string | Uint8Array) => ({ headers: { 'content-type': 'application/json' }, body });

async function fetched(
  publisher: Publisher,
  options: Partial<Omit<FetchOptions, 'until'>> & { until?: string } = {},
): Promise<FetchedTable> {
  const until = dayOf(options.until ?? '2026-08-21');
  return fetchTable(publisher, publisher.resources[0], { client: testClient().client, calendar, ...options, until });
}

describe('a table that is fetched for the first time', () => {
  it('is whole, from its first day to the last wanted', async () => {
    const { url, reply } = await publisherServer();
    for (const symbol of ['RUT', 'SPX']) reply(`/${symbol}_History.csv`, csvReply(caseFile('cboe-index', `${symbol}_History.csv`)));
    const publisher = publisherOf({ kind: 'cboe-index', url, series: { rut: 'RUT', spx: 'SPX' }, decimals: 2, firstDay: '2024-07-12' });
    const seen: string[] = [];
    const onBody = ({ key }: Body, done: number, of: number): void => void seen.push(`${key} ${done}/${of}`);
    const { table, bodies } = await fetched(publisher, { until: '2024-07-15', onBody });
    expect(csvOf(table)).toBe('date,rut,spx\n2024-07-12,2148.27,5615.35\n2024-07-15,2187.02,5631.22\n');
    expect(seen).toEqual(['RUT 1/2', 'SPX 2/2']);
    expect(bodies.map(({ bytes }) => bytes.length)).toEqual([caseFile('cboe-index', 'RUT_History.csv').length, expect.any(Number)]);
  });

  it('comes out of a zip', async () => {
    const { reply } = await publisherServer();
    const body = zipSync({ 'factors.CSV': strToU8(caseFile('ken-french', 'factors.csv').toString()) });
    const url = reply('/f.zip', { headers: { 'content-type': 'application/x-zip-compressed' }, body });
    const publisher = publisherOf({ kind: 'ken-french', url, series: { smb: 'SMB' }, frequency: 'monthly' }, 'percent');
    expect(csvOf((await fetched(publisher)).table)).toBe('date,smb\n2024-06-30,-3.06\n2024-07-31,6.80\n');
  });

  it('comes out of a folder', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.csv'), 'Date,Price\n2024-07-15,1\n');
    writeFileSync(join(folder, 'b.csv'), 'Date,Price\n2024-07-16,2\n');
    const publisher = publisherOf({ kind: 'csv', folder, date: { column: 'Date', format: 'YYYY-MM-DD' }, series: { copper: 'Price' } });
    expect(csvOf((await fetched(publisher)).table)).toBe('date,copper\n2024-07-15,1\n2024-07-16,2\n');
    writeFileSync(join(folder, 'c.csv'), '<html>');
    expect(await findingsOf(() => fetched(publisher))).toContain('error transport-markup  figures of nobody: the answer is a web page');
  });
});

describe('a table that is known already', () => {
  it('of a publisher of years: only the last year is asked for, and replaced', async () => {
    const { url, reply, requests } = await publisherServer();
    const query = 'type=daily_treasury_yield_curve&field_tdr_date_value=2025&page&_format=csv';
    reply(`/2025/all?${query}`, csvReply(caseFile('treasury-yields', '2025.csv')));
    const publisher = publisherOf({ kind: 'treasury-yields', url, series: { ust2y: '2 Yr', ust10y: '10 Yr' }, decimals: 2 }, 'percent');
    const previous = parseTable('date,ust2y,ust10y\n2024-12-31,4.25,4.58\n2025-01-02,9.99,9.99\n', 'x.csv');
    const { table } = await fetched(publisher, { previous, until: '2025-01-06' });
    expect(csvOf(table)).toBe(
      'date,ust2y,ust10y\n2024-12-31,4.25,4.58\n2025-01-02,4.25,4.57\n2025-01-03,4.28,4.60\n2025-01-06,4.28,4.62\n',
    );
    expect(requests).toHaveLength(1);
  });

  it('of a publisher of days: only the sessions that are missing are asked for, without those the publisher lacks', async () => {
    const { url, reply, requests } = await publisherServer();
    const publisher: Publisher = publisherOf(
      { kind: 'cboe-option-volume', url, series: { calls: { section: 'EQUITY OPTIONS', side: 'call' } } },
      'contracts',
    );
    publisher.resources[0].missing = ['2024-07-15'];
    reply('/2024-07-16_daily_options', json(caseFile('cboe-option-volume', '2024-07-16_daily_options')));
    const previous = parseTable('date,calls\n2024-07-12,5\n', 'x.csv');
    const { table } = await fetched(publisher, { previous, until: '2024-07-16' });
    expect(csvOf(table)).toMatch(/^date,calls\n2024-07-12,5\n2024-07-16,\d{7}\n$/);
    expect(requests.map(({ path }) => path)).toEqual(['/2024-07-16_daily_options']);
  });

  it.each([403, 404])('of a publisher of days, whose file of the last one is not out yet (%s): ends a session earlier', async (status) => {
    const { url, reply } = await publisherServer();
    const publisher: Publisher = publisherOf(
      { kind: 'cboe-option-volume', url, series: { calls: { section: 'EQUITY OPTIONS', side: 'call' } } },
      'contracts',
    );
    reply('/2024-07-15_daily_options', json(caseFile('cboe-option-volume', '2024-07-15_daily_options')));
    const late = reply('/2024-07-16_daily_options', { status });
    const previous = parseTable('date,calls\n2024-07-12,5\n', 'x.csv');
    const { table } = await fetched(publisher, { previous, until: '2024-07-16' });
    expect(csvOf(table)).toMatch(/^date,calls\n2024-07-12,5\n2024-07-15,\d{7}\n$/);
    expect((await fetched(publisher, { previous: table, until: '2024-07-16' })).table).toEqual(table);
    expect(await findingsOf(() => fetched(publisher, { previous: table, until: '2024-07-17' }))).toBe(
      `${late}  error transport-status  figures of nobody: the answer has the status ${status}. ${
        status === 403
          ? 'The publisher does not let it be fetched, or not on this day. Drop in a table by hand.'
          : "Look for the file's new address and change it in the publisher's declaration, or drop in a table by hand."
      }`,
    );
  });

  it('and up to date is not asked for', async () => {
    const publisher = publisherOf(
      { kind: 'cboe-option-volume', url: 'http://127.0.0.1:1', series: { calls: { section: 'EQUITY OPTIONS', side: 'call' } } },
      'contracts',
    );
    const previous = parseTable('date,calls\n2024-07-12,5\n', 'x.csv');
    expect(await fetched(publisher, { previous, until: '2024-07-14' })).toEqual({ table: previous, bodies: [], validators: new Map() });
  });

  it('of a publisher that restates: the whole is asked for, and replaces what was', async () => {
    const { url, reply } = await publisherServer();
    reply('/VIX_History.csv', csvReply(caseFile('cboe-index', 'VIX_History.csv')));
    const publisher = publisherOf({ kind: 'cboe-index', url, series: { vix: 'VIX' }, decimals: 2 });
    const previous = parseTable('date,vix\n2024-07-10,99\n2024-07-11,99\n', 'x.csv');
    expect(csvOf((await fetched(publisher, { previous })).table)).toMatch(/^date,vix\n2024-07-10,12\.85\n/);
  });

  it('with other columns than declared now is fetched whole', async () => {
    const { url, reply, requests } = await publisherServer();
    for (const day of ['2024-07-15', '2024-07-16'])
      reply(`/${day}_daily_options`, json(caseFile('cboe-option-volume', `${day}_daily_options`)));
    const publisher = publisherOf(
      { kind: 'cboe-option-volume', url, series: { puts: { section: 'EQUITY OPTIONS', side: 'put' } }, firstDay: '2024-07-15' },
      'contracts',
    );
    await fetched(publisher, { previous: parseTable('date,calls\n2024-07-15,5\n', 'x.csv'), until: '2024-07-16' });
    expect(requests).toHaveLength(2);
  });
});

describe('a conditional request', () => {
  const previous = parseTable('date,rut,spx\n2024-07-16,1,2\n', 'x.csv');
  const declaration = { kind: 'cboe-index', series: { rut: 'RUT', spx: 'SPX' }, decimals: 2 } as const;

  it('leaves the table as it was where every file is', async () => {
    const { url, reply, requests } = await publisherServer();
    const validators = new Map(['RUT', 'SPX'].map((symbol) => [reply(`/${symbol}_History.csv`, { status: 304 }), { etag: `"${symbol}"` }]));
    const answer = await fetched(publisherOf({ ...declaration, url }), { previous, validators });
    expect(answer).toEqual({ table: previous, bodies: [], validators });
    expect(requests.map(({ headers }) => headers['if-none-match'])).toEqual(['"RUT"', '"SPX"']);
  });

  it('is repeated without its condition where another file is new', async () => {
    const { url, reply, requests } = await publisherServer();
    const [rut, spx] = ['RUT', 'SPX'].map((symbol) => caseFile('cboe-index', `${symbol}_History.csv`));
    const validators = new Map([[reply('/RUT_History.csv', { status: 304 }, csvReply(rut)), { etag: '"old"' }]]);
    reply('/SPX_History.csv', csvReply(spx, { etag: '"new"' }));
    const answer = await fetched(publisherOf({ ...declaration, url }), { previous, validators });
    expect(answer.bodies.map(({ key }) => key)).toEqual(['RUT', 'SPX']);
    expect(answer.validators.get(`${url}/SPX_History.csv`)).toEqual({ etag: '"new"' });
    expect(requests).toHaveLength(3);
  });

  it('is not made without the table that it would leave as it was', async () => {
    const { url, reply, requests } = await publisherServer();
    const address = reply('/VIX_History.csv', csvReply(caseFile('cboe-index', 'VIX_History.csv')));
    const publisher = publisherOf({ kind: 'cboe-index', url, series: { vix: 'VIX' }, decimals: 2 });
    await fetched(publisher, { validators: new Map([[address, { etag: '"v"' }]]) });
    expect(requests[0].headers['if-none-match']).toBeUndefined();
  });
});

describe('what goes wrong', () => {
  it('an answer that is not in the publisher’s form has been handed on before', async () => {
    const { url, reply } = await publisherServer();
    reply('/VIX_History.csv', csvReply('DATE,VXN\n07/16/2024,13\n'));
    const kept: string[] = [];
    const onBody = ({ bytes }: Body): void => void kept.push(Buffer.from(bytes).toString());
    const publisher = publisherOf({ kind: 'cboe-index', url, series: { vix: 'VIX' }, decimals: 2 });
    expect(await findingsOf(() => fetched(publisher, { onBody }))).toContain(`${url}/VIX_History.csv:1  error header`);
    expect(kept).toEqual(['DATE,VXN\n07/16/2024,13\n']);
  });

  it('half a body is never a table', async () => {
    const { url, reply } = await publisherServer();
    reply('/VIX_History.csv', half(caseFile('cboe-index', 'VIX_History.csv').toString()));
    const publisher = publisherOf({ kind: 'cboe-index', url, series: { vix: 'VIX' }, decimals: 2 });
    expect(await findingsOf(() => fetched(publisher))).toContain('error transport-truncated');
  });

  it('a session that the publisher does not have is told with its address', async () => {
    const { url, reply } = await publisherServer();
    const address = reply('/2024-07-16_daily_options', { status: 403 });
    const series = { calls: { section: 'EQUITY OPTIONS', side: 'call' } };
    const publisher = publisherOf({ kind: 'cboe-option-volume', url, series, firstDay: '2024-07-16' }, 'contracts');
    expect(await findingsOf(() => fetched(publisher, { until: '2024-07-16' }))).toBe(
      `${address}  error transport-status  figures of nobody: the answer has the status 403. The publisher does not let it be fetched, or not on this day. Drop in a table by hand.`,
    );
  });

  it('a resource that may not be fetched is dropped in by hand', async () => {
    const [futures] = readPublishers('data').flatMap(({ resources }) => resources.filter(({ name }) => name === 'fed-funds-futures'));
    const publisher = {
      ...publisherOf({ kind: 'cboe-index', url: 'http://127.0.0.1:1', series: { a: 'A' }, decimals: 2 }),
      resources: [futures],
    };
    expect(await findingsOf(() => fetched(publisher))).toContain("error not-fetched  fed-funds-futures has no 'fetch' in its declaration.");
  });
});
