/**
 * What stands at the head of a report, and in the files beside the reports. Strict: an unknown key is an error.
 * What is said of each key here stands in the reference and in the editor.
 */
import { z } from 'zod';
import { isIsoDate } from '../data/day.ts';
import { isoDate } from '../data/iso-date.ts';
import { didYouMean } from '../nearest.ts';
import { webAddress } from '../web-address.ts';
import { LATEST } from './living.ts';
import { METHOD_SECTIONS, type MethodSection } from './method-sections.ts';

const DATE_OR_LATEST = "write a date as YYYY-MM-DD, or 'latest'";
const dateOrLatest = z
  .string(DATE_OR_LATEST)
  .refine((value) => value === LATEST || isIsoDate(value), DATE_OR_LATEST)
  .meta({ anyOf: [{ format: 'date' }, { const: LATEST }] });
const text = z.string().trim().min(1, 'write something here');

export const correctionSchema = z
  .strictObject({
    date: isoDate.describe('The day of the correction.'),
    kind: z
      .enum(['correction', 'clarification', 'update', 'retraction'])
      .describe('What it is: something was wrong, unclear, has gone on, or is taken back.'),
    cause: z
      .enum(['error', 'revision'])
      .default('error')
      .describe('`revision` where a publisher revised the data: the words were right when they were published.'),
    claims: z.array(text).default([]).describe('Ids of the assertions it is about.'),
    was: text.optional().describe('The words as they were. Only an `update` may leave out `was` and `now`: nothing was wrong.'),
    now: text.optional().describe('The words as they are right.'),
    why: text.describe('What happened.'),
  })
  .superRefine(({ kind, was, now }, context) => {
    if (kind === 'update' && was === undefined && now === undefined) return;
    const message = kind === 'update' ? "write both 'was' and 'now', or neither" : "only an entry of kind 'update' may leave it out";
    for (const [key, value] of Object.entries({ was, now }))
      if (value === undefined) context.addIssue({ code: 'custom', path: [key], message });
  })
  .meta({ anyOf: [{ properties: { kind: { const: 'update' } } }, { required: ['was', 'now'] }] });

export const frontMatterSchema = z.strictObject({
  title: text.describe('The headline: the finding, in sentence case. A Fact may stand in it.'),
  description: text.describe('The standfirst: one or two sentences under the headline. Facts may stand in it.'),
  published: isoDate.describe("Day of publication. The folder's name begins with it."),
  updated: isoDate.optional().describe('Day of the last change a reader should know of.'),
  asOf: dateOrLatest.describe(
    'The session the report speaks of: no figure may rest on anything later. `latest`, with `snapshot: latest`, for a living report.',
  ),
  snapshot: dateOrLatest.describe(
    'Id of the snapshot the report is pinned to: a folder in data/snapshots. `latest`, with `asOf: latest`, for a living report.',
  ),
  authors: z.array(text).min(1, 'name at least one author').describe('Who wrote it.'),
  topics: z.array(text).min(1, 'name at least one topic').describe('What it is about. A topic has a page as soon as one report names it.'),
  draft: z.boolean().default(false).describe('Not published: shown only in the preview.'),
  series: text.optional().describe('Name of the series of reports it belongs to.'),
  pair: z
    .array(text)
    .length(2, 'name two series, as in [rut, spx]: that which the report speaks for first')
    .optional()
    .describe(
      'Ids of two series whose ways since publication stand on the page: that which the report speaks for, and what it is held against.',
    ),
  corrections: z.array(correctionSchema).default([]).describe('What was wrong, in the order it was found.'),
  lead: text.optional().describe('Id of the figure that leads the home page; else the first one.'),
  allow: z
    .array(
      z.strictObject({
        text: text.describe('The words, as they stand in the report.'),
        reason: text.describe('Why they are let pass.'),
      }),
    )
    .default([])
    .describe('Statements that stand loose, and warnings, that are let pass: the words they are about, each with its reason.'),
});

export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** Someone who is quoted, or who reports a figure: `content/people/<id>.yaml`. */
export const personSchema = z.strictObject({
  name: text.describe('As they are named in a sentence.'),
  kind: z.enum(['person', 'firm']).describe('Whether they are a person or a firm.'),
  role: text.optional().describe('Of a person: what they do.'),
  affiliation: text.optional().describe('Of a person: where.'),
  url: webAddress.optional().describe('A page of theirs.'),
});

/** Where words or figures were read: `content/sources/<id>.yaml`. */
export const sourceSchema = z.strictObject({
  title: text.describe('Its title, or what it is.'),
  publisher: text.nullable().describe('Who published it; `null` where that is not known.'),
  date: isoDate.describe('The day it is of: nothing later may be reported from it.'),
  approximate: z.boolean().default(false).describe('True where the date is our estimate.'),
  url: webAddress.optional().describe('Its address.'),
  locator: text.optional().describe('How to find it, where there is no address.'),
  note: text.optional().describe('What a reader should know of how we came to it.'),
  textHash: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/, 'write sha256: and 64 hex digits')
    .optional()
    .describe('Hash of the text where the desk holds it; the text itself is not published.'),
  quotes: z
    .array(z.string().regex(/^sha256:[0-9a-f]{64}$/, 'write sha256: and 64 hex digits'))
    .default([])
    .describe('Hashes of the quotations that were found in that text, so that they can be checked without it.'),
});

const termSchema = z.strictObject({
  term: text.describe('The term, as a reader meets it.'),
  definition: text.describe('One or two plain sentences.'),
  see: z.array(text).default([]).describe('Ids of related terms.'),
  method: z
    .enum(Object.keys(METHOD_SECTIONS) as MethodSection[])
    .optional()
    .describe('The section of the method page that says how it is computed.'),
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
  z.strictObject({
    title: text.describe('Its name in full.'),
    shortTitle: text.describe('Its name in a label of a narrow chart.'),
    metric: text.describe('The expression: measures over series.'),
  }),
);

/** `content/names.yaml`: what the desk calls its series besides their titles; a name without series is one it has no data of. */
export const namesSchema = z.record(
  text,
  z.array(z.string()).describe('Ids of the series that are meant; none where the desk has no data of it.'),
);

const stateMetricSchema = z.strictObject({
  label: text.describe('What is measured.'),
  window: text.describe("What the value spans: '5 sessions'."),
  m: text.describe('The metric.'),
  sessions: z.int().min(20).max(500).default(120).describe('How many sessions the sparkline shows.'),
});

/** `content/home.yaml`: the metrics that stand on the home page. */
export const homeSchema = z.strictObject({
  title: text.default('State of the market').describe('What stands over them.'),
  state: z.array(stateMetricSchema).max(5, 'write five metrics at the most').describe('The metrics, each on its own last day.'),
});

/** `content/method.yaml`: what the method page says of this desk's subject besides, by section. */
export const methodSchema = z.strictObject(
  Object.fromEntries(Object.entries(METHOD_SECTIONS).map(([id, title]) => [id, text.optional().describe(`Under '${title}'.`)])) as Record<
    MethodSection,
    z.ZodOptional<typeof text>
  >,
);

export type MethodNotes = z.infer<typeof methodSchema>;
export type StateMetric = z.infer<typeof stateMetricSchema>;
export type Person = z.infer<typeof personSchema>;
export type Term = z.infer<typeof termSchema>;
export type Correction = z.infer<typeof correctionSchema>;
export type Source = z.infer<typeof sourceSchema>;
