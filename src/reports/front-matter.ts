/** What stands at the head of a report. Strict: an unknown key is an error. */
import { z } from 'zod';
import { isIsoDate } from '../data/day.ts';
import { didYouMean } from '../nearest.ts';
import { webAddress } from '../web-address.ts';
import { METHOD_SECTIONS, type MethodSection } from './method-sections.ts';

const isoDate = z.string().refine(isIsoDate, 'write a date as YYYY-MM-DD');
const text = z.string().trim().min(1, 'write something here');

export const correctionSchema = z.strictObject({
  date: isoDate,
  kind: z.enum(['correction', 'clarification', 'update', 'retraction']),
  /** `revision` where a publisher revised the data: the words were right when they were published. */
  cause: z.enum(['error', 'revision']).default('error'),
  /** Ids of the assertions it is about. */
  claims: z.array(text).default([]),
  was: text,
  now: text,
  why: text,
});

export const frontMatterSchema = z.strictObject({
  /** The headline: the finding, in sentence case. */
  title: text,
  /** The standfirst: one or two sentences under the headline. */
  description: text,
  /** Day of publication. */
  published: isoDate,
  /** Day of the last change a reader should know of. */
  updated: isoDate.optional(),
  /** The session the report speaks of: no figure may rest on anything later. `latest` for a living page. */
  asOf: z.string().refine((value) => value === 'latest' || isIsoDate(value), "write a date as YYYY-MM-DD, or 'latest'"),
  /** Id of the snapshot the report is pinned to. */
  snapshot: isoDate,
  authors: z.array(text).min(1, 'name at least one author'),
  topics: z.array(text).min(1, 'name at least one topic'),
  /** Not published: shown only in the preview. */
  draft: z.boolean().default(false),
  /** Name of the series of reports it belongs to. */
  series: text.optional(),
  corrections: z.array(correctionSchema).default([]),
  /** Id of the figure that leads the home page; else the first one. */
  lead: text.optional(),
  /** Statements that stand loose, and warnings, that are let pass: the words they are about, each with its reason. */
  allow: z.array(z.strictObject({ text, reason: text })).default([]),
});

export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** Someone who is quoted, or who reports a figure: `content/people/<id>.yaml`. */
export const personSchema = z.strictObject({
  name: text,
  kind: z.enum(['person', 'firm']),
  /** Of a person: what they do. */
  role: text.optional(),
  /** Of a person: where. */
  affiliation: text.optional(),
  url: webAddress.optional(),
});

/** Where words or figures were read: `content/sources/<id>.yaml`. */
export const sourceSchema = z.strictObject({
  title: text,
  publisher: text.nullable(),
  date: isoDate,
  /** True where the date is our estimate. */
  approximate: z.boolean().default(false),
  /** An address or, where there is none, how to find it. */
  url: webAddress.optional(),
  locator: text.optional(),
  /** What a reader should know of how we came to it. */
  note: text.optional(),
  /** Hash of the text where the desk holds it; the text itself is not published. */
  textHash: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/, 'sha256: and 64 hex digits')
    .optional(),
  /** Hashes of the quotations that were found in that text, so that they can be checked without it. */
  quotes: z.array(z.string().regex(/^sha256:[0-9a-f]{64}$/, 'sha256: and 64 hex digits')).default([]),
});

const termSchema = z.strictObject({
  term: text,
  /** One or two plain sentences. */
  definition: text,
  /** Ids of related terms. */
  see: z.array(text).default([]),
  /** The section of the method page that says how it is computed. */
  method: z.enum(Object.keys(METHOD_SECTIONS) as MethodSection[]).optional(),
});

/** `content/glossary.yaml`: terms by their ids, which are anchors of the glossary. */
export const glossarySchema = z
  .record(z.string().regex(/^[a-z][a-z0-9-]*$/, "begin with a letter; then lower-case letters, digits and '-'"), termSchema)
  .superRefine((terms, context) => {
    const ids = Object.keys(terms);
    for (const [id, { see }] of Object.entries(terms))
      for (const [index, other] of see.entries()) {
        const message = other === id ? 'a term does not refer to itself' : `there is no term '${other}'.${didYouMean(other, ids)}`;
        if (other === id || !ids.includes(other)) context.addIssue({ code: 'custom', path: [id, 'see', index], message });
      }
  });

/** `content/metrics.yaml`: metrics with a name of their own, such as a basket of shares. */
export const namedMetricsSchema = z.record(
  z.string().regex(/^[a-z][a-z0-9_]*$/, "begin with a letter; then letters, digits and '_'"),
  z.strictObject({ title: text, shortTitle: text, metric: text }),
);

/** `content/names.yaml`: what the desk calls its series besides their titles; a name without series is one it has no data of. */
export const namesSchema = z.record(text, z.array(z.string()));

const stateMetricSchema = z.strictObject({
  label: text,
  /** What the value spans: '5 sessions'. */
  window: text,
  m: text,
  /** How many sessions the sparkline shows. */
  sessions: z.int().min(20).max(500).default(120),
});

/** `content/home.yaml`: the metrics that stand on the home page. */
export const homeSchema = z.strictObject({
  /** What stands over them. */
  title: text.default('State of the market'),
  state: z.array(stateMetricSchema).max(5, 'five metrics at the most'),
});

/** `content/method.yaml`: what the method page says of this desk's subject besides, by section. */
export const methodSchema = z.strictObject(
  Object.fromEntries(Object.keys(METHOD_SECTIONS).map((id) => [id, text.optional()])) as Record<MethodSection, z.ZodOptional<typeof text>>,
);

export type MethodNotes = z.infer<typeof methodSchema>;
export type StateMetric = z.infer<typeof stateMetricSchema>;
export type Person = z.infer<typeof personSchema>;
export type Term = z.infer<typeof termSchema>;
export type Correction = z.infer<typeof correctionSchema>;
export type Source = z.infer<typeof sourceSchema>;
