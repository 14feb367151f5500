/** `npm run refresh`: a new snapshot from a folder of tables. Staged beside the snapshots, checked, then renamed into place. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCalendar } from '../src/data/calendar.ts';
import { dayOf } from '../src/data/day.ts';
import { listSnapshots, readSnapshot } from '../src/data/snapshot.ts';
import { parseTable, type Table } from '../src/data/table.ts';
import { error, Fault, type Finding } from '../src/finding.ts';
import { readPublishers } from '../src/publishers/declaration.ts';
import { snapshotFiles } from '../src/publishers/snapshot-files.ts';
import { validateTable } from '../src/publishers/validate.ts';
import { command, isoDate, run } from './command.ts';

const program = command('refresh', 'Make a new snapshot from a folder with one CSV a resource, named as the resource.')
  .requiredOption('--from <folder>', 'the folder with the tables')
  .requiredOption('--id <date>', 'id of the new snapshot, YYYY-MM-DD', isoDate)
  .option('--until <date>', 'leave out all rows after this day', isoDate)
  .option('--retrieved <date>', 'the day the figures were retrieved (default: today)', isoDate)
  .option('--data <folder>', 'the data folder', 'data');

await run(program, () => {
  const { from, id, until, retrieved, data } = program.opts<{
    from: string;
    id: string;
    until?: string;
    retrieved?: string;
    data: string;
  }>();
  const target = join(data, 'snapshots', id);
  if (existsSync(target))
    throw new Fault(
      error('snapshot-exists', { path: target }, `the snapshot '${id}' exists, and a snapshot is never changed. Choose another --id.`),
    );

  const publishers = readPublishers(data);
  const tables = readTables(
    from,
    data,
    publishers.flatMap((publisher) => publisher.resources),
    until,
  );
  const before = listSnapshots(data)
    .filter((other) => other < id)
    .at(-1);
  const hashes = new Map(before ? readSnapshot(data, before).manifest.resources.map((resource) => [resource.name, resource.hash]) : []);
  const files = snapshotFiles(publishers, tables, {
    id,
    retrievedAt: retrieved ?? new Date().toISOString().slice(0, 10),
    previousHash: (resource) => hashes.get(resource) ?? null,
  });

  promote(files, data, target);
  const rows = [...tables].map(([name, table]) => `  ${name.padEnd(22)} ${String(table.days.length).padStart(6)} rows`);
  console.log(`${target}\n${rows.join('\n')}`);
});

function readTables(
  from: string,
  data: string,
  resources: ReturnType<typeof readPublishers>[number]['resources'],
  until?: string,
): Map<string, Table> {
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
      const table = parseTable(readFileSync(path, 'utf8'), path);
      findings.push(...validateTable(table, resource, calendar, path));
      tables.set(resource.name, until ? cut(table, until) : table);
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      findings.push(...fault.findings);
    }
  }
  if (findings.length > 0) throw new Fault(findings);
  return tables;
}

function cut(table: Table, until: string): Table {
  const rows = table.days.filter((day) => day <= dayOf(until)).length;
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
