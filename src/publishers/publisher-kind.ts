/** What each kind of publisher provides: what to ask for, and how to read the answers. */
import type { Day } from '../data/day.ts';
import type { Table } from '../data/table.ts';
import type { ResourceDeclaration } from './declaration.ts';
import type { FetchDeclaration, FetchKind } from './fetch-declaration.ts';

/** What an answer must look like. */
export type Form = 'csv' | 'json' | 'zip';

export interface PublisherRequest {
  /** A URL, or the path of a file. */
  address: string;
  form: Form;
  /** What the answer is of: a year, a symbol, a day. Unique within a resource, fit for a file's name. */
  key: string;
  /** Of the last day wanted: the publisher may not have it yet, and the table then ends a day earlier. */
  mayBeLate?: boolean;
}

/** An answer, byte for byte. */
export interface Body extends PublisherRequest {
  bytes: Uint8Array;
}

/** The days wanted, both included. */
export interface Span {
  from: Day;
  until: Day;
  /** The New York Stock Exchange's sessions of the span for which the publisher has figures. */
  sessions: readonly Day[];
}

/** A resource that is fetched in this way. */
export type Fetched<K extends FetchKind> = ResourceDeclaration & { fetch: Extract<FetchDeclaration, { kind: K }> };

export interface PublisherKind<K extends FetchKind> {
  /**
   * The first day that is asked for when all before `missingFrom` is known: later rows are replaced by the answer.
   * null where the publisher restates its history, so that the whole is asked for every time.
   */
  asksFrom: ((missingFrom: Day) => Day) | null;
  /** @throws Fault where the publisher no longer has a day of the span */
  requests(resource: Fetched<K>, span: Span): PublisherRequest[];
  /**
   * The table, ascending, with the resource's fields as columns.
   * @throws Fault with the place of whatever is not in the publisher's form
   */
  parse(bodies: readonly Body[], resource: Fetched<K>): Table;
}
