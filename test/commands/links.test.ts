import { writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runHere, temporaryFolder } from '../support/command.ts';

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.closeAllConnections());
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A site of one page that leads to these addresses. */
function siteWith(addresses: readonly string[]): string {
  const folder = temporaryFolder();
  const links = addresses.map((address) => `<a href="${address}">there</a>`).join('');
  writeFileSync(join(folder, 'index.html'), `<link rel="canonical" href="https://desk.example/">${links}<a href="/">here</a>`);
  return folder;
}

describe('npm run links', () => {
  it('asks for each address once, by HEAD and where that is refused by GET, and tells what is dead', async () => {
    const asked: string[] = [];
    const origin = await serve(({ method, url = '' }, response) => {
      asked.push(`${method} ${url}`);
      if (url === '/slow') return; // never answers
      if (url === '/moved') return void response.writeHead(301, { location: '/alive' }).end();
      const status = { '/gone': 404, '/shy': 403, '/busy': 429 }[url] ?? (url === '/no-head' && method === 'HEAD' ? 405 : 200);
      response.writeHead(status).end();
    });
    const paths = ['/alive', '/alive#part', '/no-head', '/moved', '/gone', '/shy', '/busy', '/slow'];
    // Nothing listens on port 1.
    const out = siteWith([...paths.map((path) => origin + path), 'http://127.0.0.1:1/']);
    const { status, stdout } = await runHere('links', ['--out', out, '--timeout', '1', '--json']);
    const { ok, links, findings } = JSON.parse(stdout);
    expect([status, ok]).toEqual([1, false]);
    expect(links.map(({ address, fate, answer }: Record<string, string>) => [address.replace(origin, ''), fate, answer])).toEqual([
      ['/alive', 'alive', '200'],
      ['/no-head', 'alive', '200'],
      ['/moved', 'alive', '200'],
      ['/gone', 'dead', '404'],
      ['/shy', 'unsure', '403'],
      ['/busy', 'unsure', '429'],
      ['/slow', 'unsure', 'no answer within 1 s'],
      ['http://127.0.0.1:1/', 'dead', expect.any(String)],
    ]);
    expect(findings.map(({ rule, path }: Record<string, string>) => `${path} ${rule}`)).toEqual([
      'index.html dead-link',
      'index.html unsure-link',
      'index.html unsure-link',
      'index.html unsure-link',
      'index.html dead-link',
    ]);
    expect(asked.filter((line) => line.endsWith(' /alive'))).toEqual(['HEAD /alive', 'HEAD /alive']); // its own, and where /moved leads
    expect(asked.filter((line) => line.endsWith(' /no-head'))).toEqual(['HEAD /no-head', 'GET /no-head']);
  });

  it('ends well where all is there, or can only not be told', async () => {
    const origin = await serve(({ url }, response) => void response.writeHead(url === '/shy' ? 403 : 200).end());
    const { status, stdout, stderr } = await runHere('links', ['--out', siteWith([`${origin}/`, `${origin}/shy`])]);
    expect([status, stdout]).toEqual([0, '2 addresses asked, 1 of them there\n']);
    expect(stderr).toContain(`index.html  warning unsure-link  ${origin}/shy can't be told: 403. Open it in a browser.`);
  });

  it.each([
    [['--timeout', '0'], 2, 'Write a number above 0.'],
    [['--out', 'nowhere'], 1, "there is no built site. Run 'npm run build' first."],
  ])('%j ends with %i', async (args, expected, message) => {
    const { status, stderr } = await runHere('links', args);
    expect([status, stderr]).toEqual([expected, expect.stringContaining(message)]);
  });
});
