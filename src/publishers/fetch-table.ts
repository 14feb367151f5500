/** From a declaration to a table: what to ask for, the asking, the reading, and joining it to what is known already. */
import { readFileSync } from 'node:fs';
import type { Calendar } from '../data/calendar.ts';
import { type Day, dayOf } from '../data/day.ts';
import type { Table } from '../data/table.ts';
import { error, Fault } from '../finding.ts';
import type { Publisher, ResourceDeclaration } from './declaration.ts';
import { type HttpClient, StatusFault, type Validators } from './http.ts';
import { kinds } from './kinds/index.ts';
import type { Body, FetchBlock, Fetched, PublisherKind, PublisherRequest } from './publisher-kind.ts';
import { checkBody } from './transport.ts';

export interface FetchOptions {
  client: HttpClient;
  calendar: Calendar;
  /** The last day wanted; later rows are left out. */
  until: Day;
  /** The table as it was. Without one the whole history is asked for. */
  previous?: Table;
  /** By address, as `fetchTable` gave them when `previous` was fetched. */
  validators?: ReadonlyMap<string, Validators>;
  signal?: AbortSignal;
  /** Called with each answer before anything reads it, so that it can be kept even where it turns out to be wrong. */
  onBody?(body: Body, done: number, of: number): void;
}

export interface FetchedTable {
  table: Table;
  /** The answers, byte for byte; empty where nothing new was there. */
  bodies: Body[];
  /** By address, for the next conditional request. */
  validators: Map<string, Validators>;
}

/** True where a resource can be fetched; the others are dropped in by hand. */
export function isFetched(resource: ResourceDeclaration): resource is Fetched<FetchBlock> {
  return resource.fetch !== undefined;
}

/**
 * The table of one resource, as of `until`.
 * @throws Fault where the publisher can't be reached or its answers are not in its form
 * @throws the signal's reason, when it is aborted
 */
export async function fetchTable(publisher: Publisher, resource: ResourceDeclaration, options: FetchOptions): Promise<FetchedTable> {
  if (!isFetched(resource)) {
    throw new Fault(
      error(
        'not-fetched',
        { path: resource.name },
        `${resource.name} has no 'fetch' in its declaration. Drop its CSV into a folder and use --from.`,
      ),
    );
  }
  const kind = kinds.get(resource.fetch.kind);
  if (!kind) throw new TypeError(`no kind '${resource.fetch.kind}'`);
  const previous = sameColumns(options.previous, resource) ? options.previous : undefined;
  const firstDay = dayOf(resource.fetch.firstDay);
  const from = Math.max(firstDay, askedFrom(kind, resource.fetch, previous) ?? firstDay);
  const requests =
    from > options.until ? [] : kind.requests(resource, { from, until: options.until, sessions: sessions(resource, from, options) });
  const { bodies, validators } = await answers(publisher, resource, requests, previous ? options : { ...options, validators: undefined });
  if (bodies.length === 0 && previous) return { table: previous, bodies, validators };
  const fetched = between(kind.parse(bodies, resource), from, options.until);
  const known = kind.asksFrom && previous ? between(previous, firstDay, from - 1) : undefined;
  return { table: known ? joined(known, fetched) : fetched, bodies, validators };
}

function sameColumns(table: Table | undefined, { fields }: ResourceDeclaration): boolean {
  return table !== undefined && table.columns.join() === fields.map((field) => field.name).join();
}

/** null where the whole history is asked for. */
function askedFrom(kind: PublisherKind, fetch: FetchBlock, previous: Table | undefined): Day | null {
  if (!kind.asksFrom || !previous || previous.days.length === 0) return null;
  return kind.asksFrom(previous.days[previous.days.length - 1] + 1, fetch);
}

function sessions({ missing }: ResourceDeclaration, from: Day, { calendar, until }: FetchOptions): Day[] {
  const left = new Set(missing.map(dayOf));
  return calendar.sessions(from, until).filter((day) => !left.has(day));
}

/**
 * All bodies, or none where every file is as it was. Where only some are, the unchanged ones are asked for again
 * without a condition, because a table needs all of them.
 */
async function answers(
  publisher: Publisher,
  resource: ResourceDeclaration,
  requests: readonly PublisherRequest[],
  options: FetchOptions,
): Promise<Pick<FetchedTable, 'bodies' | 'validators'>> {
  const validators = new Map<string, Validators>();
  const bodies = new Map<PublisherRequest, Body>();
  const take = async (request: PublisherRequest, known?: Validators): Promise<void> => {
    const asked = { publisher: publisher.id, resource: resource.name, ...request };
    if (request.ask || !URL.canParse(request.address)) {
      const bytes = await (request.ask?.(options.signal) ?? readFileSync(request.address));
      options.onBody?.({ ...request, bytes }, bodies.size + 1, requests.length);
      checkBody(bytes, request.form, null, asked);
      bodies.set(request, { ...request, bytes });
      return;
    }
    const answer = await options.client.get({ ...asked, validators: known, signal: options.signal });
    validators.set(request.address, answer.validators);
    if (answer.unchanged) return;
    const body = { ...request, bytes: answer.bytes };
    bodies.set(request, body);
    options.onBody?.(body, bodies.size, requests.length);
  };
  const late = new Set<PublisherRequest>();
  for (const request of requests) {
    try {
      await take(request, options.validators?.get(request.address));
    } catch (fault) {
      const isAllThere = request.mayBeLate && isAbsent(fault) && (bodies.size > 0 || options.previous);
      if (!isAllThere) throw fault;
      late.add(request);
    }
  }
  const unchanged = requests.filter((request) => !bodies.has(request) && !late.has(request));
  if (bodies.size > 0) for (const request of unchanged) await take(request);
  return { bodies: requests.flatMap((request) => bodies.get(request) ?? []), validators };
}

/** True where the publisher says that it has no such file; some say that it is forbidden. */
function isAbsent(failure: unknown): boolean {
  return failure instanceof StatusFault && [403, 404].includes(failure.status);
}

function between(table: Table, from: Day, until: Day): Table {
  const rows = [...table.days.keys()].filter((row) => from <= table.days[row] && table.days[row] <= until);
  return { columns: table.columns, days: rows.map((row) => table.days[row]), cells: rows.map((row) => table.cells[row]) };
}

function joined(before: Table, after: Table): Table {
  return { columns: after.columns, days: [...before.days, ...after.days], cells: [...before.cells, ...after.cells] };
}
