/** The tables of a new snapshot: fetched, dropped into a folder, or carried over from the snapshot before; each checked as it comes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Calendar } from '../data/calendar.ts';
import { type Day, isoOf } from '../data/day.ts';
import { sha256 } from '../data/hash.ts';
import { type TableFormat, tableFormat } from '../data/manifest.ts';
import { readTable, tableFile } from '../data/resource-table.ts';
import type { Table } from '../data/table.ts';
import { error, Fault, type Finding } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import type { Described, NewYorkHour } from '../publishers/checks/checked-table.ts';
import { checkText } from '../publishers/checks/truncation.ts';
import type { Publisher, ResourceDeclaration } from '../publishers/declaration.ts';
import { fetchTable } from '../publishers/fetch-table.ts';
import type { HttpClient, Validators } from '../publishers/http.ts';
import type { Body } from '../publishers/publisher-kind.ts';
import { finalFrom } from '../publishers/thresholds.ts';
import { validateTable } from '../publishers/validate.ts';
import type { FetchMemory } from './fetch-memory.ts';
import type { Previous } from './previous.ts';
import type { Progress } from './progress.ts';

export type Way = 'fetched' | 'dropped' | 'carried over';

export interface CollectOptions {
  /** Folder with the tables; without one the publishers are asked. */
  from?: string;
  /** Ask the publishers for the tables that the folder does not have. */
  fetchRest: boolean;
  /** Resources that are renewed; the others are carried over. All, if left out. */
  only?: readonly string[];
  /** Rows after this day are left out. */
  until?: Day;
  /** When the figures are retrieved, in New York. */
  today: NewYorkHour;
  acceptRevisions: boolean;
  calendar: Calendar;
  previous: Previous;
  memory: FetchMemory;
  client: HttpClient;
  progress: Progress;
  signal: AbortSignal;
}

export interface Collected {
  tables: Map<string, Table>;
  ways: Map<string, Way>;
  findings: Finding[];
  /** Answers of the publishers as they came, by a name fit for a file. */
  bodies: Map<string, Uint8Array>;
  memory: FetchMemory;
}

/** Every resource of every publisher. Faults are collected: one table's does not hide another's. */
export async function collectTables(publishers: readonly Publisher[], options: CollectOptions): Promise<Collected> {
  const collected: Collected = { tables: new Map(), ways: new Map(), findings: [], bodies: new Map(), memory: {} };
  for (const publisher of publishers) {
    for (const resource of publisher.resources) {
      options.signal.throwIfAborted();
      await collect(publisher, resource, options, collected);
    }
  }
  return collected;
}

async function collect(publisher: Publisher, resource: ResourceDeclaration, options: CollectOptions, collected: Collected): Promise<void> {
  const { name } = resource;
  const way = wayOf(resource, options);
  const line = options.progress.begin(name);
  const findings: Finding[] = [];
  try {
    const { table, path } = await tableBy(way, publisher, resource, options, collected, (text) => line.step(text), findings);
    if (way !== 'carried over') {
      const { today, acceptRevisions, calendar, previous } = options;
      const against = { previous: previous.tables.get(name), described: describedIn(previous, name), today, acceptRevisions };
      findings.push(...validateTable(table, resource, calendar, path, against));
    }
    collected.tables.set(name, table);
    collected.ways.set(name, way);
  } catch (fault) {
    if (!(fault instanceof Fault)) {
      line.fail('stopped');
      throw fault;
    }
    findings.push(...fault.findings);
  }
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const table = collected.tables.get(name);
  if (errors > 0 || !table) line.fail(`${errors} error${errors === 1 ? '' : 's'}`);
  else line.done(`${way}, ${table.days.length} rows to ${isoOf(table.days[table.days.length - 1])}`);
  collected.findings.push(...findings);
}

function describedIn({ resources }: Previous, name: string): Described | undefined {
  const resource = resources.get(name);
  if (!resource) return undefined;
  const [, ...fields] = resource.schema.fields;
  return { basis: resource.provenance.basis, units: new Map(fields.map((field) => [field.name, field.unit])) };
}

function wayOf(resource: ResourceDeclaration, { from, fetchRest, only, previous }: CollectOptions): Way {
  const { name, fetch } = resource;
  if (only && !only.includes(name)) return 'carried over';
  if (from !== undefined && (!fetchRest || existsSync(droppedFile(resource, from).path))) return 'dropped';
  return !fetch && previous.tables.has(name) ? 'carried over' : 'fetched';
}

async function tableBy(
  way: Way,
  publisher: Publisher,
  resource: ResourceDeclaration,
  options: CollectOptions,
  collected: Collected,
  step: (text: string) => void,
  findings: Finding[],
): Promise<{ table: Table; path: string }> {
  const { name, format } = resource;
  if (way === 'dropped') return dropped(droppedFile(resource, String(options.from)), resource, options, findings);
  if (way === 'carried over') {
    const table = options.previous.tables.get(name);
    if (!table)
      throw new Fault(error('table-missing', { path: name }, 'the snapshot before has no such table to carry over. Name it in --only.'));
    const known = options.memory[name];
    if (known) collected.memory[name] = known;
    return { table, path: name };
  }
  const known = options.memory[name];
  const isSame = known !== undefined && known.hash === options.previous.resources.get(name)?.hash;
  const { table, validators } = await fetchTable(publisher, resource, {
    client: options.client,
    calendar: options.calendar,
    until: options.until ?? lastFinalDay(options.today),
    previous: options.previous.tables.get(name),
    validators: isSame ? new Map(Object.entries(known.validators)) : undefined,
    signal: options.signal,
    onBody: ({ key, form, bytes }: Body, done, of) => {
      collected.bodies.set(`${name}.${key.replace(/[^\w-]+/g, '-')}.${form}`, bytes);
      if (of > 1) step(`${done} of ${of}`);
    },
  });
  collected.memory[name] = { hash: sha256(tableFile(table, format)), validators: recordOf(validators) };
  return { table, path: name };
}

interface DroppedFile {
  path: string;
  format: TableFormat;
}

/** Where the table of a resource lies, or is to be put: it may be dropped in either format, whichever the snapshot keeps it in. */
function droppedFile({ name, format }: ResourceDeclaration, from: string): DroppedFile {
  const files = [format, ...tableFormat.options].map((one): DroppedFile => ({ path: join(from, `${name}.${one}`), format: one }));
  return files.find(({ path }) => existsSync(path)) ?? files[0];
}

/** The file a person put there. @throws Fault where there is none, or it is not a table */
function dropped(
  { path, format }: DroppedFile,
  resource: ResourceDeclaration,
  { until }: CollectOptions,
  findings: Finding[],
): { table: Table; path: string } {
  if (!existsSync(path)) {
    const header = ['date', ...resource.fields.map((field) => field.name)].join();
    throw new Fault(
      error(
        'table-missing',
        { path },
        `there is no table for ${resource.name}. Put it here as CSV or Parquet, with the columns '${header}', name the tables that are here with --only, or have the others fetched with --fetch.`,
      ),
    );
  }
  const bytes = readDropped(path);
  const whole = readTable(bytes, format, path);
  if (format === 'csv') findings.push(...checkText(bytes.toString('utf8'), path));
  return { table: until === undefined ? whole : cut(whole, until), path };
}

/** @throws Fault where the file can't be read: it is a folder, or this user may not */
function readDropped(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException;
    throw new Fault(error('table-unreadable', { path }, `the table can't be read (${code}). Put a file here that this user may read.`));
  }
}

/** The rows up to the last one that is not after a day. In a table out of order later ones stay among them, for the checks to find. */
function cut(table: Table, until: Day): Table {
  const rows = table.days.findLastIndex((day) => day <= until) + 1;
  return { ...table, days: table.days.slice(0, rows), cells: table.cells.slice(0, rows) };
}

/** The last day whose figures can be final: today once they are final. */
function lastFinalDay({ day, hour }: NewYorkHour): Day {
  return hour >= finalFrom ? day : day - 1;
}

function recordOf(validators: ReadonlyMap<string, Validators>): Record<string, Validators> {
  return Object.fromEntries([...validators].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Names in --only that are no resource. */
export function unknownResources(only: readonly string[] = [], publishers: readonly Publisher[]): Finding[] {
  const names = publishers.flatMap(({ resources }) => resources.map(({ name }) => name));
  return only
    .filter((name) => !names.includes(name))
    .map((name) =>
      error(
        'unknown-resource',
        { path: '--only' },
        `there is no resource '${name}'.${didYouMean(name, names)} There are: ${names.join(', ')}.`,
      ),
    );
}
