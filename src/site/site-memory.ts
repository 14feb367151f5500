/** What is known of a built site from its last build: of each file what it was made of, where it leads, and how it lay on the disk. */
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Finding } from '../finding.ts';
import { fingerprintOf } from '../memory/fingerprint.ts';
import { memoryFolder } from '../memory/shelf.ts';
import { replaceFile } from '../replace-file.ts';
import type { ReportSummary } from '../reports/report-summary.ts';

export interface KeptFile {
  /** Null where it can't be told what it was made of. */
  input: string | null;
  reads: string[];
  /** Of its bytes. */
  hash: string;
  /** Addresses on the site that it leads to: numbers in the list of texts. */
  to: number[];
  /** What can be led to in it; null where it is no page. */
  anchors: number[] | null;
  /** Its size and the time of its last change when it was put there. */
  lay: [number, number];
}

export interface Kept {
  /** Of everything the site was built of. */
  inputs: string;
  /** By the names of what pages read: its digest. */
  parts: Record<string, string>;
  files: Record<string, KeptFile>;
  texts: string[];
  /** What the check said. */
  told: { findings: readonly Finding[]; summaries: Record<string, ReportSummary>; held: readonly { slug: string; published: string }[] };
}

const pathOf = (target: string): string => join(memoryFolder(), 'sites', `${fingerprintOf(resolve(target))}.json`);

/** Null where nothing is known, or something of the site is not as it was put there: then all of it is built. */
export function readSiteMemory(target: string): Kept | null {
  try {
    const kept = JSON.parse(readFileSync(pathOf(target), 'utf8')) as Kept;
    const isThere = Object.entries(kept.files).every(([file, { lay }]) => isSame(lay, layOf(join(target, file))));
    return isThere ? kept : null;
  } catch {
    return null;
  }
}

export function writeSiteMemory(target: string, kept: Kept): void {
  replaceFile(pathOf(target), JSON.stringify(kept));
}

/** Before the site is touched: what is known of it is not true any more. */
export function forgetSite(target: string): void {
  rmSync(pathOf(target), { force: true });
}

/** How a file lies on the disk. @throws where it is not there */
export function layOf(path: string): [number, number] {
  const { size, mtimeMs } = statSync(path);
  return [size, mtimeMs];
}

const isSame = (a: readonly [number, number], b: readonly [number, number]): boolean => a[0] === b[0] && a[1] === b[1];
