/**
 * The record: everything computed for one report, committed as `data/metrics/<slug>.json`.
 * A published number can only change in a reviewable diff of it.
 */
import { z } from 'zod';
import { UNITS } from '../metrics/units.ts';
import { correctionSchema } from './front-matter.ts';

const unit = z.enum(UNITS);

/** One thing that was compared: what the words say, what the data say. */
const check = z.strictObject({
  what: z.enum(['value', 'direction', 'range', 'multiple', 'superlative', 'streak', 'date', 'window']),
  said: z.string(),
  found: z.string(),
  ok: z.boolean(),
});

/** Rows of one series: the first and last date, and how many. */
const input = z.strictObject({
  resource: z.string(),
  series: z.string(),
  from: z.string(),
  to: z.string(),
  rows: z.int(),
});

const id = z.string();

/** Keys stand in the order in which they are written: a record that is read compares equal to one that is computed. */
const common = {
  line: z.int(),
  /** The words in the report; for a Fact without words, what is printed. */
  text: z.string(),
  /** What comes before and after them in their sentence, as a reader sees it. */
  sentence: z.strictObject({ before: z.string(), after: z.string() }),
};

const computed = {
  metric: z.string(),
  at: z.string(),
  /** At full precision, in `unit`; a date is an ISO string. */
  value: z.union([z.number(), z.string()]),
  unit,
  /** The value as the report's style prints it. */
  display: z.string(),
  /** The value with three decimals, for the working. */
  exact: z.string(),
  /** The metric in words, and with the numbers put in. */
  words: z.string(),
  working: z.string(),
  /** First and last day of what the value rests on. */
  window: z.strictObject({ from: z.string(), to: z.string() }),
  /** Empty for a Fact without words of its own: it can't be wrong. */
  checks: z.array(check),
  inputs: z.array(input),
  /** Of a window with fixed ends: how many neighbouring windows there are, and for how many the words would hold. */
  neighbours: z.strictObject({ windows: z.int(), holding: z.int() }).optional(),
};

const computedSchema = z.strictObject(computed);

const fact = z.strictObject({ id, kind: z.literal('fact'), ...common, status: z.enum(['verified', 'fails']), ...computed });

const attributed = { by: z.string(), source: z.string() };

const reported = z.strictObject({
  id,
  kind: z.literal('reported'),
  ...common,
  ...attributed,
  status: z.enum(['unchecked', 'holds', 'contradicted']),
  /** Of one that is not checked: why our data can't. */
  why: z.string().optional(),
  /** Our own figure for it, null where the data have none. */
  ours: computedSchema.nullable(),
});

const quote = z.strictObject({
  id,
  kind: z.literal('quote'),
  ...common,
  ...attributed,
  status: z.enum(['sourced', 'unsourced']),
  /** True where the words were found in the source's text, or their hash among those that were. */
  verbatim: z.boolean(),
});

const metricInWords = z.strictObject({ metric: z.string(), words: z.string() });

const call = z.strictObject({
  id,
  kind: z.literal('call'),
  ...common,
  ...attributed,
  made: z.string(),
  /** As published: 'unscorable' where it has no metric and no day. What became of it is a mark. */
  status: z.enum(['open', 'unscorable']),
  metric: z.string().nullable(),
  /** The metric in words. */
  words: z.string().nullable(),
  expects: z.string().nullable(),
  due: z.string().nullable(),
  /** Other days and other metrics that would have been as reasonable, and why these were taken. */
  also: z.array(z.string()).optional(),
  or: z.array(metricInWords).optional(),
  /** Of an unscorable one: why it is. */
  why: z.string().optional(),
  /** The naive alternative. */
  instead: metricInWords.optional(),
});

export const assertionSchema = z.discriminatedUnion('kind', [fact, reported, quote, call]);

const figureSchema = z.strictObject({
  id: z.string(),
  line: z.int(),
  kind: z.string(),
  title: z.string(),
  /** The expressions that are drawn. */
  series: z.array(z.string()),
  from: z.string(),
  to: z.string(),
  /** Hash of all points, at full precision. */
  digest: z.string(),
  /** Hash of the Plot specification beside the report, where the figure is drawn by one. */
  specification: z.string().optional(),
  summary: z.array(
    z.strictObject({ series: z.string(), first: z.number(), last: z.number(), min: z.number(), max: z.number(), points: z.int() }),
  ),
  inputs: z.array(input),
});

/** What followed a condition over one horizon: each value is that of the measure of its name, on the study's day. */
const horizon = z.strictObject({
  sessions: z.int(),
  /** What is looked at so many sessions after. */
  metric: z.string(),
  unit,
  /** Days on which the condition held, and separate cases. */
  days: z.int(),
  cases: z.int(),
  /** Null where there is no case. */
  mean: z.number().nullable(),
  median: z.number().nullable(),
  /** Cases in which it was above zero. */
  hits: z.int(),
  /** The same metric on all days, and how many windows stand side by side in them. */
  baseline: z.strictObject({ mean: z.number(), median: z.number(), hitRate: z.number(), cases: z.int() }),
});

const studySchema = z.strictObject({
  id: z.string(),
  line: z.int(),
  at: z.string(),
  series: z.array(z.string()),
  trigger: z.string(),
  words: z.strictObject({ of: z.string(), trigger: z.string() }),
  horizons: z.array(horizon),
  inputs: z.array(input),
});

export const recordSchema = z.strictObject({
  report: z.string(),
  asOf: z.string(),
  snapshot: z.strictObject({ id: z.string(), hash: z.string() }),
  assertions: z.array(assertionSchema),
  figures: z.array(figureSchema),
  /** Tables of event studies; left out where there are none. */
  studies: z.array(studySchema).optional(),
  /** All that readers read, sentence by sentence, with numbers as they are printed. */
  sentences: z.array(z.string()),
  /** The corrections that were told by then, in the order of the front matter. */
  corrections: z.array(correctionSchema),
  /** Hash of headline, standfirst and text, however the file writes them. */
  wording: z.string(),
  /** Hash of the report's MDX. */
  text: z.string(),
  /** Which version of the report it is, from 1, and the hash of the record of the one before; null of the first. */
  version: z.int().min(1),
  previous: z.string().nullable(),
  /** Of a report that is not published yet. */
  draft: z.literal(true).optional(),
});

export type MetricsRecord = z.infer<typeof recordSchema>;
export type AssertionRecord = z.infer<typeof assertionSchema>;
export type FactRecord = z.infer<typeof fact>;
export type ReportedRecord = z.infer<typeof reported>;
export type QuoteRecord = z.infer<typeof quote>;
export type CallRecord = z.infer<typeof call>;
export type ComputedRecord = z.infer<typeof computedSchema>;
export type StudyRecord = z.infer<typeof studySchema>;
export type FigureRecord = z.infer<typeof figureSchema>;
export type InputRecord = z.infer<typeof input>;

/** An assertion before it is known where it stands. */
export type Bare<A extends AssertionRecord> = Omit<A, 'line' | 'sentence'>;

/** JSON with one assertion a line, so that a diff shows which number moved. Byte-stable. */
export function formatRecord(record: MetricsRecord): string {
  const list = (items: readonly unknown[]): string =>
    items.length === 0 ? '[]' : `[\n${items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;
  return `{
  "report": ${JSON.stringify(record.report)},
  "asOf": ${JSON.stringify(record.asOf)},
  "snapshot": ${JSON.stringify(record.snapshot)},
  "assertions": ${list(record.assertions)},
  "figures": ${list(record.figures)},${record.studies ? `\n  "studies": ${list(record.studies)},` : ''}
  "sentences": ${list(record.sentences)},
  "corrections": ${list(record.corrections)},
  "wording": ${JSON.stringify(record.wording)},
  "text": ${JSON.stringify(record.text)},
  "version": ${record.version},
  "previous": ${JSON.stringify(record.previous)}${record.draft ? ',\n  "draft": true' : ''}
}
`;
}
