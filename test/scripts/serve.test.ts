import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { serveFolder } from '../../scripts/serve.ts';
import { temporaryFolder } from '../support/command.ts';

/** As it is sent, without what a URL would make of it. */
const statusOf = (url: string, path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

it('a path that is none is answered, and the server goes on', async () => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<title>Home</title>');
  const server = await serveFolder(folder);
  try {
    expect(await statusOf(server.url, '//')).toBe(400);
    expect(await statusOf(server.url, 'x://[')).toBe(400);
    expect(await statusOf(server.url, '/')).toBe(200);
  } finally {
    await server.close();
  }
});
