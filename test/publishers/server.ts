/** A local server in the place of a publisher, and a client whose clock only moves when it sleeps. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type HttpClient, type HttpOptions, httpClient } from '../../src/publishers/http.ts';

/** An answer, or what is done with the connection instead. */
export type Reply =
  | { status?: number; headers?: Record<string, string>; body?: string | Uint8Array }
  | ((response: ServerResponse) => void);

export interface PublisherServer {
  /** Without a final slash. */
  url: string;
  /** What a path answers: one reply a request, the last one for all that follow. */
  reply(path: string, ...replies: Reply[]): string;
  /** All requests so far, in order. */
  requests: { path: string; headers: IncomingHttpHeaders }[];
}

/** Listens until the test is over. A path without a reply answers 404. */
export async function publisherServer(): Promise<PublisherServer> {
  const replies = new Map<string, Reply[]>();
  const requests: PublisherServer['requests'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push({ path, headers: request.headers });
    const planned = replies.get(path) ?? [{ status: 404 }];
    const reply = planned.length > 1 ? planned.shift() : planned[0];
    if (typeof reply === 'function') reply(response);
    else response.writeHead(reply?.status ?? 200, reply?.headers).end(reply?.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    requests,
    reply(path, ...planned) {
      replies.set(path, planned);
      return url + path;
    },
  };
}

/** A whole CSV, as a well-behaved server sends it. */
export function csvReply(body: string | Uint8Array, headers: Record<string, string> = {}): Reply {
  return { headers: { 'content-type': 'text/csv', ...headers }, body };
}

/** Hangs up before it says anything. */
export const reset: Reply = (response) => response.socket?.resetAndDestroy();

/** Promises the whole body and hangs up after half of it. */
export function half(body: string): Reply {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/csv', 'content-length': String(Buffer.byteLength(body)) });
    response.write(body.slice(0, body.length / 2), () => response.socket?.destroy());
  };
}

/** Sends without end; `sent` counts the bytes. */
export function endless(): { reply: Reply; sent: () => number } {
  let sent = 0;
  const chunk = '2024-07-16,1\n'.repeat(1000);
  const reply: Reply = (response) => {
    response.writeHead(200, { 'content-type': 'text/csv' });
    const send = (): void => {
      while (!response.destroyed && response.write(chunk)) sent += chunk.length;
    };
    response.on('drain', send);
    send();
  };
  return { reply, sent: () => sent };
}

/** A client that never waits, and the pauses it would have made, in milliseconds. */
export function testClient(options: Partial<HttpOptions> = {}): { client: HttpClient; pauses: number[] } {
  const pauses: number[] = [];
  let now = Date.parse('2024-07-17T12:00:00Z');
  const client = httpClient({
    now: () => now,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      pauses.push(milliseconds);
      now += milliseconds;
    },
    interval: 0,
    ...options,
  });
  return { client, pauses };
}
