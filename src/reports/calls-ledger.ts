/**
 * The ledger of calls, `data/calls.json`: every Call of a published report as it was when it was entered. Entries are added, never changed:
 * a Call that is another than its entry fails `check`, so that none can be turned into one that came true.
 */
import { z } from 'zod';
import { readReport } from '../assertions/read.ts';
import { error, type Finding, type Place } from '../finding.ts';
import type { ReportFile } from './compile.ts';
import type { FrontMatter } from './front-matter.ts';
import { lastRevised } from './last-revised.ts';
import type { AssertionRecord, CallRecord, MetricsRecord } from './record.ts';

export const entrySchema = z.strictObject({
  report: z.string(),
  id: z.string(),
  /** The day on which the report had last been changed when the call was entered: that of its publication, if it came with it. */
  entered: z.string(),
  by: z.string(),
  source: z.string(),
  made: z.string(),
  /** The words in the report. */
  text: z.string(),
  /** All three null where it can't be scored. */
  metric: z.string().nullable(),
  expects: z.string().nullable(),
  due: z.string().nullable(),
  also: z.array(z.string()).optional(),
  or: z.array(z.string()).optional(),
  why: z.string().optional(),
  instead: z.string().optional(),
});

export const ledgerSchema = z.strictObject({ calls: z.array(entrySchema) });

export type CallEntry = z.infer<typeof entrySchema>;

/** A report with its calls, as far as they are known. */
export interface ReportOfCalls {
  slug: string;
  frontMatter: FrontMatter;
  record: MetricsRecord;
}

const isCall = (assertion: AssertionRecord): assertion is CallRecord => assertion.kind === 'call';

/** What is entered of a call. */
function contentOf({ also, or, why, instead, ...call }: CallRecord): Omit<CallEntry, 'report' | 'id' | 'entered'> {
  const { by, source, made, text, metric, expects, due } = call;
  return {
    ...{ by, source, made, text, metric, expects, due },
    ...(also ? { also } : {}),
    ...(or ? { or: or.map((one) => one.metric) } : {}),
    ...(why === undefined ? {} : { why }),
    ...(instead ? { instead: instead.metric } : {}),
  };
}

const keyOf = ({ report, id }: Pick<CallEntry, 'report' | 'id'>): string => `${report} ${id}`;

/** The entries of the reports' calls that the ledger does not have; none for a draft. In the order of the reports and of their texts. */
export function newEntries(reports: readonly ReportOfCalls[], entries: readonly CallEntry[]): CallEntry[] {
  const known = new Set(entries.map(keyOf));
  return reports
    .filter(({ frontMatter }) => !frontMatter.draft)
    .flatMap(({ slug, frontMatter, record }) =>
      record.assertions
        .filter(isCall)
        .map((call) => ({ report: slug, id: call.id, entered: lastRevised(frontMatter, record.snapshot.id), ...contentOf(call) })),
    )
    .filter((entry) => !known.has(keyOf(entry)));
}

/** A report's calls, with the text in which they stand. */
export interface CallsInText extends ReportOfCalls {
  file: ReportFile;
}

/** A report's calls held against their entries: what was changed, what is not entered, what is gone. New ones of a draft are free. */
export function checkCalls(report: CallsInText, entries: readonly CallEntry[]): Finding[] {
  const { file, frontMatter, record } = report;
  const calls = record.assertions.filter(isCall);
  const own = entries.filter((entry) => entry.report === report.slug);
  const isKept = (entry: CallEntry): boolean => calls.some((call) => call.id === entry.id && isSame(call, entry));
  const missing = own.filter((entry) => !isKept(entry));
  return [
    ...calls.flatMap((call) => {
      const entry = own.find(({ id }) => id === call.id);
      if (entry && isSame(call, entry)) return [];
      // One that was numbered, and has another number since a Call was put before it.
      const before = missing.find((other) => isSame(call, other));
      if (before) return [renumbered(call, before, file)];
      if (entry) return changesOf(call, entry, file);
      return frontMatter.draft ? [] : [notEntered(call, file)];
    }),
    ...missing
      .filter((entry) => !calls.some((call) => call.id === entry.id || isSame(call, entry)))
      .map((entry) => goneFrom(file.path, entry)),
  ];
}

/** Entries whose reports are gone. @param path of the ledger */
export function orphanedCalls(entries: readonly CallEntry[], slugs: readonly string[], path: string): Finding[] {
  return entries
    .filter(({ report }) => !slugs.includes(report))
    .map(({ report, id, text }) => {
      const message = `'${text}' was entered as '${id}' of ${report}, and there is no such report. A call stays, however it went: restore the report, or where it was renamed, rename it here too.`;
      return error('call-gone', { path }, message, id);
    });
}

type Content = ReturnType<typeof contentOf>;

/** The attribute in which each part of an entry is written; null for the words inside. */
const WRITTEN: Readonly<Record<keyof Content, string | null>> = {
  by: 'by',
  source: 'source',
  made: 'made',
  text: null,
  metric: 'm',
  expects: 'expects',
  due: 'due',
  also: 'also',
  or: 'or',
  why: 'why',
  instead: 'instead',
};

const KEYS = Object.keys(WRITTEN) as (keyof Content)[];

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function isSame(call: CallRecord, entry: CallEntry): boolean {
  const content = contentOf(call);
  return KEYS.every((key) => isEqual(content[key], entry[key]));
}

/** A finding for each part that is another than it was entered. */
function changesOf(call: CallRecord, entry: CallEntry, file: ReportFile): Finding[] {
  const content = contentOf(call);
  return KEYS.filter((key) => !isEqual(content[key], entry[key])).map((key) => {
    const [was, now] = [entry[key], content[key]].map((value) => asWritten(key, value));
    const restore = was === null ? `leave ${WRITTEN[key]} out` : `restore ${was}`;
    const message = `'${call.id}' was entered on ${entry.entered} with ${was ?? `no ${WRITTEN[key]}`}, and has ${now ?? `no ${WRITTEN[key]}`} here. A call is fixed at entry: ${restore}, or enter the other forecast as a Call of its own, under another id.`;
    return error('call-changed', placeIn(file, call.id, WRITTEN[key]), message, call.id);
  });
}

/** A part as it stands in a report; null where it does not. */
function asWritten(key: keyof Content, value: Content[keyof Content]): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === 'string' ? value : value.join(key === 'or' ? '; ' : ', ');
  return WRITTEN[key] === null ? `the words '${text}'` : `${WRITTEN[key]}="${text}"`;
}

function renumbered({ id, text }: CallRecord, { id: was }: CallEntry, file: ReportFile): Finding {
  const message = `'${text}' was entered as '${was}', and is '${id}' here. Write id="${was}", and give a call that was put before it an id of its own.`;
  return error('call-changed', placeIn(file, id), message, id);
}

function notEntered({ id, text }: CallRecord, file: ReportFile): Finding {
  const message = `'${text}' is not in the ledger of calls. Run 'npm run metrics', which enters it: from then on it is fixed.`;
  return error('call-not-entered', placeIn(file, id), message, id);
}

function goneFrom(path: string, { id, entered, text }: CallEntry): Finding {
  const message = `'${text}' was entered as '${id}' on ${entered}, and is not in the report any more. A call stays, however it went: restore it, with id="${id}".`;
  return error('call-gone', { path }, message, id);
}

/** The place of a Call, or of an attribute of it; of the words inside for null. */
function placeIn({ text, path, files }: ReportFile, id: string, attribute?: string | null): Place {
  const { source, elements } = readReport(text, path, files);
  const call = elements.find((element) => element.name === 'Call' && element.id === id);
  const offset = attribute === null ? call?.textOffsets[0] : call?.attributes.get(attribute ?? '')?.offset;
  return source.placeOf(offset ?? call?.offset ?? 0);
}

/** JSON with one call a line. Byte-stable. */
export function formatLedger(entries: readonly CallEntry[]): string {
  const lines = entries.map((entry) => `\n    ${JSON.stringify(entrySchema.parse(entry))}`);
  return `{\n  "calls": [${lines.join(',')}${lines.length > 0 ? '\n  ' : ''}]\n}\n`;
}
