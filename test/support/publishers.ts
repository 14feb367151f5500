/** The project's tables in the form of their publishers, on a local server: what a real refresh would be answered. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPublishers } from '../../src/publishers/declaration.ts';
import { csvReply, type PublisherServer, publisherServer } from '../publishers/server.ts';

/** Rows of a table, as objects by column. */
function rowsOf(table: string): Record<string, string>[] {
  const [header, ...lines] = readFileSync(table, 'utf8').trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index], cell])));
}

const american = (iso: string): string => `${iso.slice(5, 7)}/${iso.slice(8)}/${iso.slice(0, 4)}`;

/** A server that answers with the tables of a snapshot, each in its publisher's form. */
export async function publishersOf(snapshot: string): Promise<PublisherServer> {
  const server = await publisherServer();
  const rows = (name: string) => rowsOf(join(snapshot, `${name}.csv`));

  const indices = rows('us-equity-indices');
  for (const [symbol, id] of [
    ['RUT', 'rut'],
    ['SPX', 'spx'],
  ]) {
    const lines = indices.map((row) => `${american(row.date)},${Number(row[id]).toFixed(6)}`);
    server.reply(`/cboe-index/${symbol}_History.csv`, csvReply(`DATE,${symbol}\n${lines.join('\n')}\n`));
  }

  const closes = rows('volatility').map(({ date, vix }) => `${american(date)},0,0,0,${Number(vix).toFixed(6)}`);
  server.reply('/csv', csvReply(`DATE,OPEN,HIGH,LOW,CLOSE\n${closes.join('\n')}\n`));

  const yields = rows('treasury-yields');
  for (let year = Number(yields[0].date.slice(0, 4)); year <= Number(snapshot.slice(-10, -6)); year++) {
    const lines = yields
      .filter(({ date }) => date.startsWith(String(year)))
      .reverse()
      .map(({ date, ust2y, ust10y }) => `${american(date)},4.00,${ust2y},${ust10y}`);
    const query = `type=daily_treasury_yield_curve&field_tdr_date_value=${year}&page&_format=csv`;
    server.reply(
      `/treasury-yields/${year}/all?${query}`,
      csvReply(`Date,"1 Mo","2 Yr","10 Yr"\n${lines.map((line) => `${line}\n`).join('')}`),
    );
  }

  for (const row of rows('cboe-option-volume')) {
    const section = (id: string) => {
      const [call, put] = [Number(row[`${id}_calls`]), Number(row[`${id}_puts`])];
      return [{ name: 'VOLUME', call, put, total: call + put }];
    };
    const body = JSON.stringify({
      'EQUITY OPTIONS': section('equity'),
      'EXCHANGE TRADED PRODUCTS': section('etp'),
      'INDEX OPTIONS': section('index'),
    });
    server.reply(`/cboe-option-volume/${row.date}_daily_options`, { headers: { 'content-type': 'application/json' }, body });
  }
  return server;
}

/** Copies the project's publishers and calendar, every address led to the server. */
export function publishersAt(server: PublisherServer, data: string): void {
  for (const folder of ['publishers', 'calendar']) cpSync(join('data', folder), join(data, folder), { recursive: true });
  for (const file of readdirSync(join(data, 'publishers'))) {
    const path = join(data, 'publishers', file);
    const kinds = readPublishers('data').flatMap(({ resources }) => resources.flatMap(({ fetch }) => (fetch ? [fetch] : [])));
    let text = readFileSync(path, 'utf8');
    for (const { kind, ...fetch } of kinds)
      if ('url' in fetch && fetch.url) text = text.replace(`url: ${fetch.url}\n`, `url: ${server.url}/${kind}\n`);
    writeFileSync(path, text);
  }
}
