/** What each kind of publisher provides: what to ask for, and how to read the answers. */
import type { z } from 'zod';
import type { Day } from '../data/day.ts';
import type { Table } from '../data/table.ts';
import type { ResourceDeclaration } from './declaration.ts';

/** What an answer must look like. */
export type Form = 'csv' | 'json' | 'tsv' | 'zip';

export interface PublisherRequest {
  /** A URL, or the path of a file. */
  address: string;
  form: Form;
  /** What the answer is of: a year, a symbol, a day. Unique within a resource, fit for a file's name. */
  key: string;
  /** Of the last day wanted: the publisher may not have it yet, and the table then ends a day earlier. */
  mayBeLate?: boolean;
  /**
   * Gives the answer, where it is not to be had from the address by http or as a file: the answer to a query.
   * @throws Fault where there is none
   * @throws the signal's reason, when it is aborted
   */
  ask?(signal?: AbortSignal): Promise<Uint8Array>;
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

/** What every `fetch:` block has; a kind's schema has its own keys beside. */
export interface FetchBlock {
  kind: string;
  firstDay: string;
  /** By the id of the series, what it is at the publisher. */
  series: Record<string, unknown>;
  url?: string;
}

/** A resource that is fetched in this way. */
export type Fetched<F extends FetchBlock> = ResourceDeclaration & { fetch: F };

export interface PublisherKind<F extends FetchBlock = FetchBlock> {
  /** Its `fetch:` block, strict: `kind` is a literal with the name of the file. */
  schema: z.ZodType<F> & { shape: { kind: z.ZodLiteral<string> } };
  /** Its row in docs/publishers.md, in Markdown. */
  docs: {
    /** What is asked for, and how often. */
    asked: string;
    /** The quirks of the publisher that `parse` knows. */
    knows: string;
    /** The keys of its `fetch:` block, without `firstDay`. */
    options: string;
  };
  /** Why a table with these fields can't be fetched in this way, after a colon; null where it can. */
  refuse?(fields: ResourceDeclaration['fields']): string | null;
  /**
   * The first day that is asked for when all before `missingFrom` is known: later rows are replaced by the answer.
   * null where the publisher restates its history, so that the whole is asked for every time.
   */
  asksFrom: ((missingFrom: Day, fetch: F) => Day | null) | null;
  /** @throws Fault where the publisher no longer has a day of the span */
  requests(resource: Fetched<F>, span: Span): PublisherRequest[];
  /**
   * The table, ascending, with the resource's fields as columns.
   * @throws Fault with the place of whatever is not in the publisher's form
   */
  parse(bodies: readonly Body[], resource: Fetched<F>): Table;
}
