/** Opening the two folders a desk works in, and compiling all it has. The edge between the files and the pure code. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCalendar } from '../data/calendar.ts';
import { readSnapshot, type Snapshot } from '../data/snapshot.ts';
import { type CompiledReport, compileReport, type Desk } from './compile.ts';
import { type Content, readContent } from './content.ts';
import { formatRecord, type MetricsRecord, recordSchema } from './record.ts';

export interface Folders {
  content: string;
  data: string;
}

/** The folders of a command's options, of MTM_CONTENT and MTM_DATA, or `content` and `data`. */
export function foldersFrom(options: Partial<Folders> = {}): Folders {
  return { content: options.content ?? process.env.MTM_CONTENT ?? 'content', data: options.data ?? process.env.MTM_DATA ?? 'data' };
}

export interface OpenDesk extends Desk {
  folders: Folders;
  content: Content;
}

/** @throws Fault only where a snapshot that is asked for is missing or was touched */
export function openDesk(folders: Folders): OpenDesk {
  const content = readContent(folders.content);
  const snapshots = new Map<string, Snapshot>();
  return {
    folders,
    content,
    people: content.people,
    sources: content.sources,
    calendar: readCalendar(folders.data),
    snapshot(id) {
      const snapshot = snapshots.get(id) ?? readSnapshot(folders.data, id);
      snapshots.set(id, snapshot);
      return snapshot;
    },
  };
}

/** Every report, or those with the given slugs. */
export function compileAll(desk: OpenDesk, slugs?: readonly string[]): CompiledReport[] {
  return desk.content.reports.filter(({ slug }) => !slugs || slugs.includes(slug)).map((file) => compileReport(file, desk));
}

export function recordPath({ data }: Folders, slug: string): string {
  return join(data, 'metrics', `${slug}.json`);
}

/** The committed record's text, null if there is none. */
export function readRecordText(folders: Folders, slug: string): string | null {
  const path = recordPath(folders, slug);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** The record, null if there is none or it is of another form. */
export function parseRecord(text: string | null): MetricsRecord | null {
  try {
    return recordSchema.parse(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
}

/** Writes the record in one step: beside it first, then renamed. */
export function writeRecord(folders: Folders, record: MetricsRecord): void {
  const path = recordPath(folders, record.report);
  mkdirSync(join(folders.data, 'metrics'), { recursive: true });
  writeFileSync(`${path}.new`, formatRecord(record));
  renameSync(`${path}.new`, path);
}

/** Slugs that have a record. */
export function listRecords({ data }: Folders): string[] {
  const folder = join(data, 'metrics');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace(/\.json$/, ''))
    .sort();
}
