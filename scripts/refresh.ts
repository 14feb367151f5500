/** `npm run refresh`: a new snapshot from a folder of tables. Staged beside the snapshots, checked, then renamed into place. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { readCalendar } from '../src/data/calendar.ts';
import { dayOf } from '../src/data/day.ts';
import type { Manifest } from '../src/data/manifest.ts';
import { listSnapshots, readSnapshot } from '../src/data/snapshot.ts';
import { parseTable, type Table } from '../src/data/table.ts';
import { error, Fault, type Finding } from '../src/finding.ts';
import type { CheckOptions, NewYorkHour } from '../src/publishers/checks/checked-table.ts';
import { checkText } from '../src/publishers/checks/truncation.ts';
import { type ResourceDeclaration, readPublishers } from '../src/publishers/declaration.ts';
import { snapshotFiles } from '../src/publishers/snapshot-files.ts';
import { validateTable } from '../src/publishers/validate.ts';
import { command, isoDate, printFindings, run } from './command.ts';

const program = command('refresh', 'Make a new snapshot from a folder with one CSV a resource, named as the resource.')
  .requiredOption('--from <folder>', 'the folder with the tables')
  .requiredOption('--id <date>', 'id of the new snapshot, YYYY-MM-DD', isoDate)
  .option('--until <date>', 'leave out all rows after this day', isoDate)
  .option('--retrieved <date>', 'the day the figures were retrieved (default: today)', isoDate)
  .option('--accept-revisions', 'let revised closes of indices pass, after a look at them')
  .option('--data <folder>', 'the data folder', 'data');

await run(program, () => {
  const { from, id, until, retrieved, acceptRevisions, data } = program.opts<{
    from: string;
    id: string;
    until?: string;
    retrieved?: string;
    acceptRevisions?: boolean;
    data: string;
  }>();
  const target = join(data, 'snapshots', id);
  if (existsSync(target))
    throw new Fault(
      error('snapshot-exists', { path: target }, `the snapshot '${id}' exists, and a snapshot is never changed. Choose another --id.`),
    );

  const publishers = readPublishers(data);
  const before = snapshotBefore(data, id);
  const { tables, findings } = readTables(
    from,
    data,
    publishers.flatMap((publisher) => publisher.resources),
    until,
    (resource) => ({ previous: before.tables.get(resource), today: retrievedIn(retrieved), acceptRevisions }),
  );
  if (findings.some((finding) => finding.severity === 'error')) throw new Fault(findings);
  printFindings(findings);
  const files = snapshotFiles(publishers, tables, {
    id,
    retrievedAt: retrieved ?? new Date().toISOString().slice(0, 10),
    previousHash: (resource) => before.hashes.get(resource) ?? null,
  });

  promote(files, data, target);
  const rows = [...tables].map(([name, table]) => `  ${name.padEnd(22)} ${String(table.days.length).padStart(6)} rows`);
  console.log(`${target}\n${rows.join('\n')}`);
});

interface SnapshotBefore {
  tables: ReadonlyMap<string, Table>;
  hashes: ReadonlyMap<string, string>;
}

/** Tables and hashes of the newest snapshot before this one, by resource; none in the first. */
function snapshotBefore(data: string, id: string): SnapshotBefore {
  const before = listSnapshots(data)
    .filter((other) => other < id)
    .at(-1);
  const resources: Manifest['resources'] = before ? readSnapshot(data, before).manifest.resources : [];
  const tableOf = (path: string): Table => parseTable(readFileSync(path, 'utf8'), path);
  return {
    tables: new Map(resources.map(({ name, path }) => [name, tableOf(join(data, 'snapshots', String(before), path))])),
    hashes: new Map(resources.map(({ name, hash }) => [name, hash])),
  };
}

/** When the figures were retrieved, in New York: now, or the end of an earlier day that was named. */
function retrievedIn(retrieved?: string): NewYorkHour {
  const now = Temporal.Now.zonedDateTimeISO('America/New_York');
  const today = { day: dayOf(now.toPlainDate().toString()), hour: now.hour };
  return retrieved === undefined || dayOf(retrieved) === today.day ? today : { day: dayOf(retrieved), hour: 23 };
}

function readTables(
  from: string,
  data: string,
  resources: readonly ResourceDeclaration[],
  until: string | undefined,
  optionsFor: (resource: string) => CheckOptions,
): { tables: Map<string, Table>; findings: Finding[] } {
  const calendar = readCalendar(data);
  const findings: Finding[] = [];
  const tables = new Map<string, Table>();
  for (const resource of resources) {
    const path = join(from, `${resource.name}.csv`);
    if (!existsSync(path)) {
      findings.push(
        error(
          'table-missing',
          { path },
          `there is no table for ${resource.name}. Put its CSV here, with the header 'date,${resource.fields.map((field) => field.name).join()}'.`,
        ),
      );
      continue;
    }
    try {
      const text = readFileSync(path, 'utf8');
      const whole = parseTable(text, path);
      const table = until ? cut(whole, until) : whole;
      findings.push(...checkText(text, path), ...validateTable(table, resource, calendar, path, optionsFor(resource.name)));
      tables.set(resource.name, table);
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      findings.push(...fault.findings);
    }
  }
  return { tables, findings };
}

/** The rows up to the last one that is not after a day. In a table out of order later ones stay among them, for the checks to find. */
function cut(table: Table, until: string): Table {
  const rows = table.days.findLastIndex((day) => day <= dayOf(until)) + 1;
  return { ...table, days: table.days.slice(0, rows), cells: table.cells.slice(0, rows) };
}

/** Everything is written beside the snapshots and comes into place by one rename. */
function promote(files: ReadonlyMap<string, string>, data: string, target: string): void {
  mkdirSync(join(data, 'snapshots'), { recursive: true });
  const staging = mkdtempSync(join(data, '.staging-'));
  try {
    for (const [name, text] of files) writeFileSync(join(staging, name), text);
    chmodSync(staging, 0o755);
    renameSync(staging, target);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}
