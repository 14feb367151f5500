/**
 * The one client that asks publishers: by name, one request at a time and not too often, with a time-out, a size limit,
 * retries where they can help, and conditional requests. Clock, sleep and deadline are given, so that tests don't wait.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { Fault } from '../finding.ts';
import { backOff } from './back-off.ts';
import type { Form } from './publisher-kind.ts';
import { type Asked, checkBody, transportFinding } from './transport.ts';

/** What a server said about a version of a file, to be given back at the next request. */
export interface Validators {
  etag?: string;
  lastModified?: string;
}

export interface Question extends Asked {
  form: Form;
  /** With these, an unchanged file is answered with `unchanged`. */
  validators?: Validators;
  signal?: AbortSignal;
}

export type Answer =
  | { unchanged: true; validators: Validators }
  | {
      unchanged: false;
      bytes: Uint8Array;
      /** Where redirects led. */
      address: string;
      validators: Validators;
    };

export interface HttpClient {
  /**
   * @throws Fault naming publisher, resource and address, with a rule that begins with `transport-`
   * @throws the signal's reason, when it is aborted
   */
  get(question: Question): Promise<Answer>;
}

export interface HttpOptions {
  userAgent: string;
  /** Until the whole answer is read, in milliseconds. */
  timeout: number;
  /** Requests after the first, for 408, 429, 5xx, a lost connection and a time-out. */
  retries: number;
  /** Between the starts of two requests to one host, in milliseconds. */
  interval: number;
  /** Longest wait before asking again, in milliseconds. Who asks for more is left alone. */
  longestWait: number;
  /** Largest answer, unpacked, in bytes. */
  maxBytes: number;
  /** Milliseconds since 1970. */
  now(): number;
  sleep(milliseconds: number, signal?: AbortSignal): Promise<unknown>;
  /** A signal that aborts after so many milliseconds. */
  deadline(milliseconds: number): AbortSignal;
}

const defaults: HttpOptions = {
  userAgent: 'marked-to-market/0.1.0 (market-research reports; npm run refresh)',
  timeout: 60_000,
  retries: 4,
  interval: 1000,
  longestWait: 120_000,
  maxBytes: 50_000_000,
  now: Date.now,
  sleep: (milliseconds, signal) =>
    wait(milliseconds, undefined, { signal }).catch((failure: unknown) => {
      signal?.throwIfAborted();
      throw failure;
    }),
  deadline: AbortSignal.timeout,
};

/** An answer with a status that is final: the file is not there, or not for us. */
export class StatusFault extends Fault {
  readonly status: number;

  constructor(status: number, findings: Fault['findings']) {
    super(findings);
    this.status = status;
  }
}

/** A failure after which it makes sense to ask again. */
class Passing extends Error {
  readonly fault: Fault;
  readonly retryAfter: string | null;

  constructor(fault: Fault, retryAfter: string | null = null) {
    super(fault.message);
    this.fault = fault;
    this.retryAfter = retryAfter;
  }
}

export function httpClient(changed: Partial<HttpOptions> = {}): HttpClient {
  const options = { ...defaults, ...changed };
  /** When each host may be asked next. */
  const free = new Map<string, number>();

  /** Waits for the host's turn. */
  const turn = async (address: string, signal?: AbortSignal): Promise<void> => {
    const { host } = new URL(address);
    const now = options.now();
    const at = Math.max(now, free.get(host) ?? now);
    free.set(host, at + options.interval);
    if (at > now) await options.sleep(at - now, signal);
  };

  const get = async (question: Question): Promise<Answer> => {
    for (let attempt = 1; ; attempt++) {
      question.signal?.throwIfAborted();
      await turn(question.address, question.signal);
      try {
        return await ask(question, options);
      } catch (failure) {
        question.signal?.throwIfAborted();
        if (!(failure instanceof Passing)) throw failure;
        const pause = backOff(attempt, failure.retryAfter, options.now());
        if (attempt > options.retries || pause > options.longestWait) throw failure.fault;
        await options.sleep(pause, question.signal);
      }
    }
  };
  return { get };
}

async function ask(question: Question, options: HttpOptions): Promise<Answer> {
  const deadline = options.deadline(options.timeout);
  const signal = question.signal ? AbortSignal.any([deadline, question.signal]) : deadline;
  let response: Response | undefined;
  try {
    response = await fetch(question.address, { headers: headersOf(question, options), signal });
    const validators = validatorsOf(response.headers);
    if (response.status === 304) return { unchanged: true, validators: { ...question.validators, ...validators } };
    if (response.status !== 200) {
      await response.body?.cancel();
      throw statusFailure(response, question);
    }
    const bytes = await readAll(response, question, options.maxBytes);
    if (question.form === 'csv' && !tellsItsEnd(response.headers) && bytes.at(-1) !== lineFeed) throw truncated(question);
    checkBody(bytes, question.form, response.headers.get('content-type'), question);
    return { unchanged: false, bytes, address: response.url, validators };
  } catch (failure) {
    if (failure instanceof Fault || failure instanceof Passing) throw failure;
    if (deadline.aborted) {
      throw new Passing(
        new Fault(
          transportFinding('timeout', question, `there was no whole answer within ${options.timeout / 1000} seconds`, 'Try again later.'),
        ),
      );
    }
    throw connectionFailure(failure, question, response !== undefined);
  }
}

function headersOf({ form, validators }: Question, { userAgent }: HttpOptions): Record<string, string> {
  const accept = {
    csv: 'text/csv, text/plain;q=0.9, */*;q=0.1',
    json: 'application/json',
    tsv: 'text/tab-separated-values, text/plain;q=0.9, */*;q=0.1',
    zip: 'application/zip, */*;q=0.1',
  };
  return {
    'user-agent': userAgent,
    accept: accept[form],
    ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
    ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
  };
}

function validatorsOf(headers: Headers): Validators {
  const [etag, lastModified] = [headers.get('etag'), headers.get('last-modified')];
  return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
}

function statusFailure({ status, headers }: Response, question: Question): Fault | Passing {
  const advice =
    status === 401 || status === 403
      ? 'The publisher does not let it be fetched, or not on this day. Drop in a table by hand.'
      : status === 404 || status === 410
        ? "Look for the file's new address and change it in the publisher's declaration, or drop in a table by hand."
        : status === 429
          ? 'Ask less often, and try again later.'
          : 'Try again later.';
  const fault = new StatusFault(status, [transportFinding('status', question, `the answer has the status ${status}`, advice)]);
  return status === 408 || status === 429 || status >= 500 ? new Passing(fault, headers.get('retry-after')) : fault;
}

/** The body, of which no more is read than the limit. Node's fetch throws where it is shorter than its content-length. */
async function readAll(response: Response, question: Question, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) {
      throw new Fault(
        transportFinding(
          'size',
          question,
          `the answer is over ${maxBytes} bytes`,
          'Look at the address in a browser, and drop in a table by hand.',
        ),
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const lineFeed = 10;

/** False where an answer ends with its connection, however it came to that: only its text then tells whether it is whole. */
function tellsItsEnd(headers: Headers): boolean {
  return headers.has('content-length') || headers.has('transfer-encoding') || headers.has('content-encoding');
}

function truncated(question: Question): Passing {
  return new Passing(
    new Fault(transportFinding('truncated', question, 'the connection broke in the middle of the answer', 'Try again later.')),
  );
}

/** Connections that were lost or could not be made; a name that does not exist is not among them. */
const lost = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT']);

function connectionFailure(failure: unknown, question: Question, answered: boolean): Fault | Passing {
  if (answered) return truncated(question);
  const cause = failure instanceof Error && failure.cause instanceof Error ? (failure.cause as NodeJS.ErrnoException) : null;
  const told = cause?.code ?? cause?.message ?? String(failure);
  const advice = 'Check the address in the declaration and the network, and try again later.';
  const fault = new Fault(transportFinding('connection', question, `there was no answer (${told})`, advice));
  return cause?.code !== undefined && lost.has(cause.code) ? new Passing(fault) : fault;
}
