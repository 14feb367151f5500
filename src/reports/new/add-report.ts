/** Putting a new report into a desk: its folder and its record, both or neither. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listSnapshots } from '../../data/snapshot.ts';
import { type Folders, type OpenDesk, publishedReports, recordPath, writeRecordText } from '../desk.ts';
import { readHead } from '../head.ts';
import { formatRecord } from '../record.ts';
import type { Offer } from './choices.ts';
import type { NewReport } from './compose.ts';
import { templateNames } from './templates.ts';

/** Where a report's text stands. */
export const reportPath = ({ content }: Folders, slug: string): string => join(content, 'reports', slug, 'index.mdx');

/** What a new report of this desk may be made of. */
export function offerOf(desk: OpenDesk): Offer {
  const reports = publishedReports(desk);
  const heads = reports.toReversed().map(({ file }) => readHead(file).known);
  return {
    desk,
    reports,
    topics: [...new Set(heads.flatMap(({ topics = [] }) => topics))],
    authors: heads.find(({ authors }) => authors)?.authors ?? ['The desk'],
    snapshots: listSnapshots(desk.folders.data),
    templates: templateNames(),
  };
}

/** The folder comes into place whole, after the record; where either can't be written, there is neither. */
export function addReport(folders: Folders, { file, record }: NewReport): void {
  const folder = dirname(reportPath(folders, file.slug));
  const staging = join(dirname(folder), `.${file.slug}.new`);
  try {
    mkdirSync(staging, { recursive: true });
    writeFileSync(join(staging, 'index.mdx'), file.text, { flush: true });
    writeRecordText(folders, file.slug, formatRecord(record));
    renameSync(staging, folder);
  } catch (fault) {
    rmSync(staging, { recursive: true, force: true });
    rmSync(recordPath(folders, file.slug), { force: true });
    throw fault;
  }
}
