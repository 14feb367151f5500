/** What the preview tells its pages and the terminal: the reports as they stand, and every finding of the desk with its place. */
import { basename, resolve } from 'node:path';
import { adviceIn } from '../assertions/advice.ts';
import { ASSERTION, joinedWords } from '../assertions/loose.ts';
import { readReport } from '../assertions/read.ts';
import { byPlace, Fault, type Finding } from '../finding.ts';
import type { Kept, KeptReport } from '../reports/live-desk.ts';

export interface PreviewReport {
  slug: string;
  title: string;
  draft: boolean;
  /** `current`: its text is shown. `last`: the last text that could be compiled is. `none`: there is nothing to show. */
  shown: 'current' | 'last' | 'none';
  /** Grows each time it is compiled. */
  version: number;
  /** The version since when its page is as it is. */
  since: number;
}

export interface PreviewFinding extends Finding {
  /** As an editor opens it: an absolute path, with line and column. */
  open: string;
  /** Slug of the report it is of; null where it is of none. */
  report: string | null;
  /** What to write, as it can be pasted; null where none is known. */
  write: string | null;
  /** Words of the text around a place that is in no assertion. */
  around: Around | null;
  /** The line itself, where the place is in no page. */
  excerpt: Excerpt | null;
}

/** The words at a place of the text, with those before and after them up to the next assertion. */
export interface Around {
  before: string;
  words: string;
  after: string;
}

export interface Excerpt {
  text: string;
  /** Characters before the place. */
  caret: number;
}

export interface PreviewState {
  version: number;
  /** The version since when what every page shows is as it is, and what lists show. */
  shared: number;
  listed: number;
  /** How many reports are still to be compiled. */
  pending: number;
  reports: PreviewReport[];
  findings: PreviewFinding[];
}

/** @param textOf the text of a file that is no report; null where there is none */
export function previewState(kept: Kept, pending: number, textOf: (path: string) => string | null): PreviewState {
  const reports = [...kept.reports.values()].sort((a, b) => a.file.slug.localeCompare(b.file.slug));
  return {
    version: kept.version,
    shared: kept.shared.version,
    listed: kept.listed,
    pending,
    reports: reports.map((report) => ({
      slug: report.file.slug,
      title: report.shown?.compiled.frontMatter?.title ?? report.file.slug,
      draft: (report.compiled.frontMatter ?? report.shown?.compiled.frontMatter)?.draft ?? false,
      shown: standing(report),
      version: report.version,
      since: report.shown?.version ?? report.version,
    })),
    findings: byPlace([
      ...reports.flatMap((report) => report.compiled.findings.map((finding) => inReport(finding, report))),
      ...kept.findings.map((finding) => elsewhere(finding, kept, textOf)),
    ]),
  };
}

function standing({ file, shown }: KeptReport): PreviewReport['shown'] {
  if (!shown) return 'none';
  return shown.text === file.text ? 'current' : 'last';
}

function inReport(finding: Finding, report: KeptReport): PreviewFinding {
  const { file } = report;
  const isShown = standing(report) === 'current';
  const around = isShown && !finding.assertion ? aroundPlace(finding, report) : null;
  return {
    ...told(finding),
    report: file.slug,
    around,
    excerpt:
      isShown && (finding.assertion || around)
        ? null
        : excerptOf(finding.path === file.path ? file.text : (file.files?.get(basename(finding.path)) ?? null), finding),
  };
}

/** Of the desk: in a report too, where it is about how reports stand together. */
function elsewhere(finding: Finding, kept: Kept, textOf: (path: string) => string | null): PreviewFinding {
  const report = [...kept.reports.values()].find(({ file }) => file.path === finding.path);
  return report
    ? inReport(finding, report)
    : { ...told(finding), report: null, around: null, excerpt: excerptOf(textOf(finding.path), finding) };
}

function told(finding: Finding): Pick<PreviewFinding, keyof Finding | 'open' | 'write'> {
  const { path, line, column, advised } = finding;
  return {
    ...finding,
    open: [resolve(path), line, column].filter((part) => part !== undefined).join(':'),
    write: advised ?? suggestedIn(finding),
  };
}

/** What a message says to write, to add or to take instead. Words of others are not ours to change. */
function suggestedIn({ rule, message }: Finding): string | null {
  if (rule === 'expectation') return null;
  if (rule.startsWith('fact-')) return adviceIn(message)[0] ?? null;
  return /\b(?:Write|Add|Did you mean) '([^']+)'/.exec(message)?.[1] ?? null;
}

/** How much of the words around a place tell it from others. */
const REACH = 60;

function aroundPlace({ line, column, message }: Finding, { file }: KeptReport): Around | null {
  if (line === undefined || column === undefined) return null;
  const report = readOrNull(file.text, file.path);
  if (!report) return null;
  const offset = report.source.startOfLine(line) + column - 1;
  for (const block of report.blocks) {
    const { text, offsets } = joinedWords(block);
    const at = offsets.indexOf(offset);
    if (at < 0) continue;
    const named = /^'(.+?)' /.exec(message)?.[1] ?? '';
    const end = named !== '' && text.startsWith(named, at) ? at + named.length : at + (/^\S+/.exec(text.slice(at))?.[0].length ?? 0);
    const before =
      text
        .slice(Math.max(0, at - REACH), at)
        .split(ASSERTION)
        .at(-1) ?? '';
    const after = text.slice(end, end + REACH).split(ASSERTION)[0];
    return { before, words: text.slice(at, end).replaceAll(ASSERTION, ''), after };
  }
  return null;
}

function readOrNull(text: string, path: string): ReturnType<typeof readReport> | null {
  try {
    return readReport(text, path);
  } catch (fault) {
    if (fault instanceof Fault) return null;
    throw fault;
  }
}

/** Characters of a long line that are shown before the place, and in all. */
const BEFORE = 50;
const WIDTH = 100;

function excerptOf(text: string | null, { line, column = 1 }: Finding): Excerpt | null {
  const whole = line === undefined ? undefined : text?.split('\n')[line - 1]?.trimEnd();
  if (!whole) return null;
  const isLong = whole.length > WIDTH;
  const from = Math.min(isLong ? Math.max(0, column - 1 - BEFORE) : whole.search(/\S/), column - 1);
  const [start, end] = [isLong && from > 0 ? '… ' : '', whole.length > from + WIDTH ? ' …' : ''];
  return { text: start + whole.slice(from, from + WIDTH) + end, caret: start.length + column - 1 - from };
}
