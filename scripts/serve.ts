/** A built site over HTTP as a static host would serve it, the headers of its `_headers` file included. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

interface HeaderRule {
  pattern: RegExp;
  headers: [string, string][];
}

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
  const rules = readHeaders(join(folder, '_headers'));
  const files = sirv(folder, { dev: true, etag: true });
  const notFound = join(folder, '404.html');
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    for (const { pattern, headers } of rules) if (pattern.test(path)) for (const [name, value] of headers) response.setHeader(name, value);
    if (!path.startsWith(base)) return void response.writeHead(404).end();
    request.url = `/${(request.url ?? '/').slice(base.length)}`;
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

/** A path pattern a line, its headers indented below it; `*` stands for anything. */
function readHeaders(path: string): HeaderRule[] {
  if (!existsSync(path)) return [];
  const rules: HeaderRule[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (/^\//.test(line)) {
      const escaped = line
        .trim()
        .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*');
      rules.push({ pattern: new RegExp(`^${escaped}$`), headers: [] });
    } else if (/^\s+\S/.test(line)) {
      const [, name, value] = line.match(/^\s+([^:]+):\s*(.*)$/) ?? [];
      if (name) rules.at(-1)?.headers.push([name, value]);
    }
  }
  return rules;
}
