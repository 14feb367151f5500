/** Cboe's two files of the small desk, from a local server that knows ETags, for as long as it is wanted. */
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sha256 } from '../../src/data/hash.ts';
import { type Desk, declareFetch, newRows } from './desk.ts';

/** The table that the publisher has: the desk's, and the rows that a refresh brings. */
export function deskTable(): string {
  const name = 'us-equity-indices';
  return `${readFileSync(`test/cases/desk/tables/${name}.csv`, 'utf8')}${newRows[name].join('\n')}\n`;
}

/** Lets a desk fetch its indices from a server. */
export function declareIndices(url: string): (desk: Desk) => void {
  return (desk) => declareFetch(desk, { kind: 'cboe-index', url, decimals: 2 });
}

/** A column of a table in Cboe's form. */
export function cboeFile(table: string, column: 'RUT' | 'SPX'): string {
  const [, ...rows] = table.trimEnd().split('\n');
  const lines = rows.map((row) => {
    const [date, rut, spx] = row.split(',');
    const [year, month, day] = date.split('-');
    return `${month}/${day}/${year},${column === 'RUT' ? rut : spx}0000`;
  });
  return `DATE,${column}\n${lines.join('\n')}\n`;
}

/** Serves a table's two columns. */
export async function serveTable(table: string): Promise<{ url: string; close: () => void }> {
  const files = new Map((['RUT', 'SPX'] as const).map((column) => [`/${column}_History.csv`, cboeFile(table, column)]));
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '') ?? '';
    const etag = `"${sha256(file).slice(-8)}"`;
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { 'content-type': 'text/csv', etag }).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Answers with one of the two, perhaps changed. */
export function cboeAnswer(column: 'RUT' | 'SPX', by: (text: string) => string | Uint8Array = (text) => text) {
  return (response: ServerResponse): void =>
    void response.writeHead(200, { 'content-type': 'text/csv' }).end(by(cboeFile(deskTable(), column)));
}
