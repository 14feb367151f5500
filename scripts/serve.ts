/** A built site over HTTP as a static host would serve it: compressed, with the headers of its `_headers` file. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { headersFor, parseHeaderRules } from '../src/built-site/header-rules.ts';
import { compressed } from './compressed.ts';

export interface StaticServer {
  /** Address of the site's root, with a final slash. */
  url: string;
  close(): Promise<void>;
}

/**
 * @param folder the built site
 * @param port 0 takes a free one
 * @param base the path under which it is served
 */
export async function serveFolder(folder: string, port = 0, base = '/'): Promise<StaticServer> {
  const headersFile = join(folder, '_headers');
  const rules = existsSync(headersFile) ? parseHeaderRules(readFileSync(headersFile, 'utf8')) : [];
  const text = compressed(folder);
  const files = sirv(folder, { dev: true, etag: true });
  const notFound = join(folder, '404.html');
  const server = createServer((request, response) => {
    // One that begins with two slashes would be read as the name of a host.
    const path = URL.parse(`http://localhost${request.url}`)?.pathname;
    if (path === undefined || path.startsWith('//')) return void response.writeHead(400).end();
    if (!path.startsWith(base)) return void response.writeHead(404).end();
    response.setHeader('cache-control', 'public, max-age=0, must-revalidate'); // what hosts send where nothing else is said
    for (const [name, value] of headersFor(`/${path.slice(base.length)}`, rules)) response.setHeader(name, value);
    request.url = `/${(request.url ?? '/').slice(base.length)}`;
    if (text(request, response)) return;
    files(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/html;charset=utf-8' }).end(existsSync(notFound) ? readFileSync(notFound) : '');
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}${base}`,
    close: () => new Promise((resolve, reject) => server.close((fault) => (fault ? reject(fault) : resolve()))),
  };
}
