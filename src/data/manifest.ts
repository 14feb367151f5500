/**
 * The manifest of a snapshot, `datapackage.json`: Data Package v2
 * (https://datapackage.org/profiles/2.0/datapackage.json) with a `provenance` block of our own a resource.
 */
import { z } from 'zod';
import { webAddress } from '../web-address.ts';
import { isIsoDate } from './day.ts';

const isoDate = z.string().refine(isIsoDate, 'a date of the form YYYY-MM-DD');
const sha = z.string().regex(/^sha256:[0-9a-f]{64}$/, 'sha256: and 64 hex digits');

/** What one number of a series counts. 'percent' is a rate: 4.43 means 4.43 %. */
export const seriesUnit = z.enum(['points', 'percent', 'contracts', 'USD']);
export type SeriesUnit = z.infer<typeof seriesUnit>;

/** Which days have a row: `nyse` every session, `bond` the bond market's days, `events` only days of change. */
export const calendarName = z.enum(['nyse', 'bond', 'events']);

/** `public` tables are downloadable whole, `extract` only the values behind a statement, `private` only results. */
export const redistribution = z.enum(['public', 'extract', 'private']);

export const basis = z.enum(['price', 'total-return', 'par-yield', 'policy-rate', 'volume']);

const dateField = z.strictObject({
  name: z.literal('date'),
  type: z.literal('date'),
  title: z.string(),
  constraints: z.strictObject({ required: z.literal(true), unique: z.literal(true) }),
});

const valueField = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  type: z.enum(['number', 'integer']),
  title: z.string(),
  /** The name for a label in a narrow chart. */
  shortTitle: z.string(),
  unit: seriesUnit,
  constraints: z.strictObject({ minimum: z.number().optional(), maximum: z.number().optional() }),
});

const provenance = z.strictObject({
  publisher: z.string(),
  publisherName: z.string(),
  url: webAddress,
  retrievedAt: isoDate,
  lastSession: isoDate,
  attribution: z.string(),
  basis,
  unit: seriesUnit,
  timezone: z.string(),
  calendar: calendarName,
  coverage: z.strictObject({
    start: isoDate,
    end: isoDate,
    rows: z.int().positive(),
    /** First day the figures exist anywhere, where known; 'record' may be said only if the table reaches it. */
    inception: isoDate.nullable(),
    /** Days on which the calendar expects a row and the publisher has none. */
    missing: z.array(isoDate),
  }),
  /** Hash of this resource in the snapshot before, null in the first. */
  previous: sha.nullable(),
  redistribution,
  termsUrl: webAddress,
  /** What a user of the figures would otherwise get wrong. */
  notes: z.array(z.string()),
});

/** A resource has a page of its own, beside the list of all and the snapshots. */
export const resourceName = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'write a resource name of lower-case letters, digits and -, beginning with a letter')
  .refine((name) => name !== 'index' && name !== 'snapshots', "'index' and 'snapshots' are addresses of the site; take another name");

/** As what a table may be stored. */
export const tableFormat = z.enum(['csv', 'parquet']);
export type TableFormat = z.infer<typeof tableFormat>;

const csvResource = z.strictObject({
  name: resourceName,
  title: z.string(),
  description: z.string(),
  path: z.string().regex(/^[a-z0-9-]+\.csv$/),
  type: z.literal('table'),
  format: z.literal('csv'),
  mediatype: z.literal('text/csv'),
  encoding: z.literal('utf-8'),
  bytes: z.int().positive(),
  hash: sha,
  schema: z.strictObject({
    fieldsMatch: z.literal('exact'),
    missingValues: z.tuple([z.literal('')]),
    primaryKey: z.tuple([z.literal('date')]),
    fields: z.tuple([dateField], valueField),
  }),
  provenance,
});

const parquetResource = csvResource.omit({ encoding: true }).extend({
  path: z.string().regex(/^[a-z0-9-]+\.parquet$/),
  format: z.literal('parquet'),
  mediatype: z.literal('application/vnd.apache.parquet'),
});

export const resourceSchema = z.discriminatedUnion('format', [csvResource, parquetResource]);

export const manifestSchema = z.strictObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string(),
  version: isoDate,
  created: z.iso.datetime(),
  licenses: z.array(z.strictObject({ name: z.string(), title: z.string(), path: webAddress })).min(1),
  sources: z.array(z.strictObject({ title: z.string(), path: webAddress })).min(1),
  resources: z.array(resourceSchema).min(1),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Resource = z.infer<typeof resourceSchema>;
export type ValueField = z.infer<typeof valueField>;
