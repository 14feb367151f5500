/** The edge of the ledger of calls: `data/calls.json`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCheckedYaml } from '../checked-yaml.ts';
import type { Finding } from '../finding.ts';
import { replaceFile } from '../replace-file.ts';
import { type CallEntry, type CallsInText, checkCalls, formatLedger, ledgerSchema, newEntries, orphanedCalls } from './calls-ledger.ts';
import type { CompiledReport } from './compile.ts';
import type { OpenDesk } from './desk.ts';
import type { Folders } from './folders.ts';

export const ledgerPath = ({ data }: Pick<Folders, 'data'>): string => join(data, 'calls.json');

/** The entries of a desk, none where it has no ledger; and what is wrong with the file. JSON is read as YAML, which it is. */
export function readLedger(folders: Pick<Folders, 'data'>): { entries: readonly CallEntry[]; findings: readonly Finding[] } {
  const path = ledgerPath(folders);
  if (!existsSync(path)) return { entries: [], findings: [] };
  const { value, findings } = readCheckedYaml(readFileSync(path, 'utf8'), path, ledgerSchema);
  return { entries: value?.calls ?? [], findings };
}

/**
 * Adds the calls that are new, and changes none: those that were added, in the order of the ledger. What has a fault is not entered, for
 * it will have to be changed; nor is anything added to a ledger that can't be read.
 */
export function enterCalls(desk: OpenDesk, reports: readonly CompiledReport[]): CallEntry[] {
  const { entries, findings } = readLedger(desk.folders);
  if (findings.length > 0) return [];
  const unchanged = inTexts(desk, reports.filter(isSound)).filter((report) => !hasChanged(report, entries));
  const added = newEntries(unchanged, entries);
  if (added.length > 0) replaceFile(ledgerPath(desk.folders), formatLedger([...entries, ...added]));
  return added;
}

const isSound = ({ findings }: CompiledReport): boolean => findings.every(({ severity }) => severity !== 'error');

/** Calls of a report that has changed some are not entered: one that was only given another number would be entered twice. */
const hasChanged = (report: CallsInText, entries: readonly CallEntry[]): boolean =>
  checkCalls(report, entries).some(({ rule }) => rule !== 'call-not-entered');

/** The calls of reports held against the ledger. @param all whether these are all reports there are */
export function checkLedger(desk: OpenDesk, reports: readonly CompiledReport[], all: boolean): Finding[] {
  const { entries, findings } = readLedger(desk.folders);
  if (findings.length > 0) return [...findings];
  const slugs = desk.content.reports.map(({ slug }) => slug);
  return [
    ...reports.flatMap((report) => {
      const found = inTexts(desk, [report]).flatMap((one) => checkCalls(one, entries));
      // What has a fault is not entered yet.
      return isSound(report) ? found : found.filter(({ rule }) => rule !== 'call-not-entered');
    }),
    ...(all ? orphanedCalls(entries, slugs, ledgerPath(desk.folders)) : []),
  ];
}

/** Those that could be compiled: of any other it is not known what its calls are. */
function inTexts({ content }: OpenDesk, reports: readonly CompiledReport[]): CallsInText[] {
  return reports.flatMap(({ slug, frontMatter, record }) => {
    const file = content.reports.find((one) => one.slug === slug);
    return file && frontMatter && record ? [{ slug, frontMatter, record, file }] : [];
  });
}
