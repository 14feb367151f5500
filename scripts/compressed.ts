/** Text as hosts send it: compressed with what the browser accepts, once a file. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, resolve, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { pathAt } from '../src/built-site/site-files.ts';

const ROOT = new URL('http://localhost/');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8',
  '.css': 'text/css;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.json': 'application/json;charset=utf-8',
  '.xml': 'application/xml;charset=utf-8',
  '.svg': 'image/svg+xml;charset=utf-8',
  '.csv': 'text/csv;charset=utf-8',
  '.txt': 'text/plain;charset=utf-8',
};

const ENCODINGS = {
  // About what a host that compresses as it serves does.
  br: (text: Buffer): Buffer => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (text: Buffer): Buffer => gzipSync(text),
} as const;

/**
 * @param folder the built site
 * @returns what answers where a compressed file is the answer, and says whether it did
 */
export function compressed(folder: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  const bodies = new Map<string, Buffer>();
  return (request, response) => {
    const { range, 'accept-encoding': accepted = '' } = request.headers;
    const encoding = (['br', 'gzip'] as const).find((name) =>
      String(accepted)
        .split(/[\s,;]+/)
        .includes(name),
    );
    const path = pathAt(new URL(request.url ?? '/', ROOT), ROOT) ?? '';
    const file = resolve(folder, path);
    const type = TYPES[extname(path)];
    if (!type || !encoding || range || !file.startsWith(resolve(folder) + sep) || !existsSync(file)) return false;
    const stats = statSync(file);
    if (!stats.isFile()) return false;
    const etag = `W/"${encoding}-${stats.size}-${stats.mtimeMs}"`;
    response.setHeader('vary', 'accept-encoding').setHeader('etag', etag);
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304).end();
      return true;
    }
    const body = bodies.get(file + etag) ?? ENCODINGS[encoding](readFileSync(file));
    bodies.set(file + etag, body);
    response.writeHead(200, { 'content-type': type, 'content-encoding': encoding, 'content-length': body.length }).end(body);
    return true;
  };
}
