/** A long history: a snapshot of 40 years of 500 series, as CSV and as Parquet, read, checked and computed on. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { readCalendar } from '../../src/data/calendar.ts';
import type { TableFormat } from '../../src/data/manifest.ts';
import type { Table } from '../../src/data/table.ts';
import { validateTable } from '../../src/publishers/validate.ts';
import { writeFolder } from '../../src/refresh/folder.ts';
import { foldersFrom } from '../../src/reports/desk.ts';
import { generatedPublisher, generatedSessions, generatedSnapshot, generatedTable } from './generated-series.ts';
import type { HistoryTimes } from './history-reader.ts';
import { type BenchLine, type Goal, type Subject, spread } from './result.ts';

const [TABLES, SERIES_EACH, YEARS, SESSIONS_A_YEAR] = [5, 100, 40, 252];
const ID = '2026-08-21';
const FORMATS: readonly TableFormat[] = ['csv', 'parquet'];
const NAMES: Record<TableFormat, string> = { csv: 'CSV', parquet: 'Parquet' };

const LINES: readonly { key: keyof HistoryTimes; id: string; what: string; unit: 'ms' | 'MB'; goal: number }[] = [
  { key: 'read', id: 'read', what: 'the snapshot read, its hashes verified', unit: 'ms', goal: 1000 },
  { key: 'check', id: 'check', what: 'the desk checked', unit: 'ms', goal: 2500 },
  { key: 'facts', id: 'facts', what: '120 values of twelve measures', unit: 'ms', goal: 2500 },
  { key: 'columns', id: 'columns', what: '2,000 columns of four measures', unit: 'ms', goal: 6000 },
  { key: 'memoryRead', id: 'memory-read', what: 'peak memory of reading', unit: 'MB', goal: 400 },
  { key: 'memory', id: 'memory', what: 'peak memory of all of it', unit: 'MB', goal: 600 },
];

export const history: Subject = {
  name: 'history',
  description: `a snapshot of ${YEARS} years of ${TABLES * SERIES_EACH} series, as CSV and as Parquet: read, checked, computed on`,
  run(options) {
    const folder = mkdtempSync(join(tmpdir(), 'mtm-history-'));
    try {
      return [
        ...FORMATS.flatMap((format) => timedDesk(join(folder, format), format, foldersFrom(options).data, options.runs)),
        timedChecks(foldersFrom(options).data),
      ];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

/** @param data where the calendar is taken from */
function timedDesk(folder: string, format: TableFormat, data: string, runs: number): BenchLine[] {
  const own = { content: join(folder, 'content'), data: join(folder, 'data') };
  const tables = tablesOf(format);
  mkdirSync(own.content, { recursive: true });
  cpSync(join(data, 'calendar'), join(own.data, 'calendar'), { recursive: true });
  const files = generatedSnapshot(tables.publisher, tables.byName, ID);
  writeFolder(join(own.data, 'snapshots', ID), files);
  const bytes = [...files.values()].reduce((sum, file) => sum + Buffer.byteLength(file), 0);
  const reader = join(import.meta.dirname, 'history-reader.ts');
  const times = Array.from(
    { length: runs },
    () => JSON.parse(execFileSync(process.execPath, [reader, own.content, own.data, ID], { encoding: 'utf8' })) as HistoryTimes,
  );
  return [
    { id: `history-${format}-size`, what: `${NAMES[format]}: the snapshot on the disk`, unit: 'MB', value: bytes / 2 ** 20 },
    ...LINES.map(
      ({ key, id, what, unit, goal }): BenchLine => ({
        id: `history-${format}-${id}`,
        what: `${NAMES[format]}: ${what}`,
        unit,
        ...spread(times.map((one) => one[key])),
        goal: { bound: 'at most', value: goal } satisfies Goal,
      }),
    ),
  ];
}

/** The checks of a publisher's tables, each against the one of the snapshot before, which has one session less. */
function timedChecks(data: string): BenchLine {
  const { publisher, byName } = tablesOf('csv');
  const calendar = readCalendar(data);
  const start = performance.now();
  for (const resource of publisher.resources) {
    const table = byName.get(resource.name) as Table;
    const previous = { ...table, days: table.days.slice(0, -1), cells: table.cells.slice(0, -1) };
    validateTable(table, resource, calendar, resource.name, { previous, today: { day: table.days[table.days.length - 1], hour: 23 } });
  }
  return { id: 'history-checks', what: 'the checks of a refresh on all tables', unit: 'ms', value: performance.now() - start };
}

function tablesOf(format: TableFormat): { publisher: ReturnType<typeof generatedPublisher>; byName: Map<string, Table> } {
  const publisher = generatedPublisher(TABLES, SERIES_EACH, format);
  const days = generatedSessions(YEARS * SESSIONS_A_YEAR, ID);
  return { publisher, byName: new Map(publisher.resources.map((resource, k) => [resource.name, generatedTable(resource, days, k)])) };
}
