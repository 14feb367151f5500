/**
 * The history of a report: the versions that were published, each kept as it was when another took its place. A published wording
 * changes only with an entry under `corrections`.
 */
import { stringify } from 'yaml';
import { error, type Finding, type Place } from '../finding.ts';
import type { CompiledReport, ReportFile } from './compile.ts';
import type { Correction, FrontMatter } from './front-matter.ts';
import { readHead } from './head.ts';
import type { MetricsRecord } from './record.ts';
import { hashOfVersion, type KeptVersion, readVersion, type VersionRecord } from './version.ts';
import { changeOf, entryFor } from './wording-change.ts';

/** What stands in the folder of records for one report. */
export interface RecordTexts {
  /** The committed record; null where there is none. */
  committed: { path: string; text: string } | null;
  /** The versions before it, from the first, as far as their numbers follow each other. */
  kept: readonly { path: string; text: string }[];
  /** Other files among them. */
  others: readonly string[];
}

/** A report with its place in its history. */
export interface VersionedReport extends CompiledReport {
  /** The versions before that of its record, from the first. */
  earlier: readonly KeptVersion[];
  /** Whether its record is another version than the committed one; 'refused' where it must not be written. */
  step: 'none' | 'new' | 'refused';
  /** Of all that it was compiled from, where that is looked at. */
  fingerprint?: string;
}

/**
 * Puts a report into its history: gives its record the number of its version, and refuses what would change a published wording in
 * silence. Drafts, and what was never published, are free.
 */
export function inHistory(compiled: CompiledReport, file: Pick<ReportFile, 'text' | 'path'>, texts: RecordTexts): VersionedReport {
  const broken = historyFindings(compiled.slug, texts);
  const committed = readVersion(texts.committed?.text ?? null);
  // One that was kept and not yet followed by its successor is the committed one still: the writing was interrupted.
  const kept = texts.kept.filter(({ text }) => text !== texts.committed?.text).flatMap(({ text }) => readVersion(text) ?? []);
  if (broken.length > 0) return { ...compiled, findings: [...compiled.findings, ...broken], earlier: kept, step: 'refused' };
  const { record, frontMatter } = compiled;
  if (!record || !frontMatter) return { ...compiled, earlier: kept, step: 'none' };
  const published = committed ?? kept.at(-1);
  if (!published || published.record.draft || frontMatter.draft) return placed(compiled, record, kept, 'none');
  const isNew = isAnother(published.record, record);
  const isWrong = compiled.findings.some(({ severity }) => severity === 'error');
  // What is wrong is told first: mended, it may say again what was published. A new version is published, so it is never written as it is.
  const findings = isWrong ? [] : silentChanges(published.record, record, frontMatter, file, texts);
  const step = findings.length > 0 || (isNew && isWrong) ? 'refused' : isNew ? 'new' : 'none';
  const earlier = isNew && committed ? [...kept, committed] : kept;
  return placed({ ...compiled, findings: [...compiled.findings, ...findings] }, record, earlier, step);
}

function placed(
  compiled: CompiledReport,
  record: MetricsRecord,
  earlier: readonly KeptVersion[],
  step: VersionedReport['step'],
): VersionedReport {
  const last = earlier.at(-1);
  return { ...compiled, record: { ...record, version: earlier.length + 1, previous: last ? hashOfVersion(last) : null }, earlier, step };
}

/** Other words, another entry, or other data under the same words. */
function isAnother(before: VersionRecord, after: MetricsRecord): boolean {
  return isReworded(before, after) || before.corrections.length !== after.corrections.length || isRepinned(before, after);
}

/** Where the file is the same, it is our reading of it that has changed. */
function isReworded(before: VersionRecord, after: VersionRecord): boolean {
  const drawings = ({ figures }: VersionRecord): string => figures.map(({ specification = '' }) => specification).join(' ');
  return (before.wording !== after.wording && before.text !== after.text) || drawings(before) !== drawings(after);
}

function isRepinned(before: VersionRecord, after: VersionRecord): boolean {
  return before.asOf !== after.asOf || before.snapshot.id !== after.snapshot.id;
}

/** A living report goes on with the data; any other says the same for as long as no entry tells what it says now. */
function silentChanges(
  before: VersionRecord,
  after: MetricsRecord,
  { asOf, corrections }: FrontMatter,
  file: Pick<ReportFile, 'text' | 'path'>,
  { committed }: RecordTexts,
): Finding[] {
  const { placeOf } = readHead(file);
  const place = (index: number): Place => placeOf('corrections', String(index));
  const findings = before.corrections.flatMap((told, index): Finding[] => {
    const now = corrections[index];
    if (now && isSameEntry(told, now)) return [];
    return [error('correction-changed', place(index), `${changedEntry(told, now, index)} ${takeBack(committed)}`)];
  });
  const isOther = isReworded(before, after) || (asOf !== 'latest' && isRepinned(before, after));
  if (isOther && corrections.length <= before.corrections.length && findings.length === 0) {
    const change = changeOf(before, after);
    const last = corrections.length > 0 ? ` ${takeBack(committed)}` : '';
    const message = `${change.told} A published report says what is another in it. Add this to its corrections, with the day and the reason: ${entryYaml(entryFor(change))}. ${restore(committed)}${last}`;
    findings.push(error('wording-changed', place(corrections.length), message));
  }
  return findings;
}

/** Ids follow the text: where an assertion is put in, those after it have others. */
function isSameEntry(told: VersionRecord['corrections'][number], now: Correction): boolean {
  return (['date', 'kind', 'cause', 'was', 'now', 'why'] as const).every((key) => told[key] === now[key]);
}

function changedEntry({ date, why }: { date: string; why: string }, now: Correction | undefined, index: number): string {
  const entry = `entry ${index + 1} of 'corrections' was published as the one of ${date}, '${why}'`;
  return now
    ? `${entry}, and is another now. Put it back, and write what is to be said besides as an entry after it.`
    : `${entry}, and is gone. Put it back.`;
}

const YAML_IN_A_LINE = { collectionStyle: 'flow', lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' } as const;

/** In one line, as it can be pasted; what only the author knows is left empty and so refused. */
function entryYaml(entry: Partial<Correction>): string {
  const flow = stringify({ date: 'YYYY-MM-DD', ...entry, why: '' }, YAML_IN_A_LINE);
  return `- ${flow.trim().replace(/\s*\n\s*/g, ' ')}`;
}

const restore = (committed: RecordTexts['committed']): string =>
  committed
    ? `Or put the old words back. If nobody has read it yet, write 'draft: true', or delete ${committed.path}.`
    : 'Or put the old words back.';

const takeBack = (committed: RecordTexts['committed']): string =>
  committed ? `If its last entry was never published, take the record back first ('git restore ${committed.path}').` : '';

/** Whether the versions are those that were published: each names the one before by its hash. */
export function historyFindings(slug: string, { committed, kept, others }: RecordTexts): Finding[] {
  const findings = others.map((path) =>
    error(
      'version-orphan',
      { path },
      `it is no version of '${slug}': they are 1.json, 2.json and so on. Restore what is missing before it, or delete it.`,
    ),
  );
  // The committed one stands among those kept where its successor was not written.
  const chain = [...kept.filter(({ text }) => text !== committed?.text), ...(committed ? [committed] : [])];
  let before: KeptVersion | null = null;
  for (const [index, { path, text }] of chain.entries()) {
    const version = readVersion(text);
    const isLast = committed?.path === path;
    // A record of an older form has no versions before it; what else is wrong with it, the record's own check says.
    if (!version && isLast && chain.length === 1) continue;
    const fault = version ? linkFault(version.record, before, index + 1) : 'it is no record of a version.';
    if (fault !== null) {
      findings.push(
        error('version-changed', { path }, `${fault} A version stays as it was published. Restore it ('git restore ${path}').`),
      );
      break;
    }
    before = version;
  }
  return findings;
}

function linkFault({ version, previous, corrections, draft }: VersionRecord, before: KeptVersion | null, number: number): string | null {
  if (version !== number) return `it is version ${version}, and of those before it ${number - 1} are there.`;
  if (!before) return previous === null ? null : 'it names a version before it, and there is none.';
  if (previous !== hashOfVersion(before)) return `the version before it, ${number - 1}, is not the one that it names.`;
  const told = before.record.corrections;
  const isPrefix = told.every((entry, index) => corrections[index] !== undefined && isSameEntry(entry, corrections[index]));
  return isPrefix || draft ? null : `its corrections do not begin with those of version ${number - 1}.`;
}
