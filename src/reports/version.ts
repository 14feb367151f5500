/**
 * A version of a report: its record as it was, kept byte for byte. What is asked of one is only what pages and checks need of it, for the
 * form of records goes on and a version never changes.
 */
import { z } from 'zod';
import { sha256 } from '../data/hash.ts';

const computed = {
  metric: z.string(),
  at: z.string(),
  exact: z.string(),
  working: z.string(),
  inputs: z.array(z.looseObject({ resource: z.string() })),
};

const common = { id: z.string(), text: z.string() };
const attributed = { by: z.string(), source: z.string() };

const assertion = z.discriminatedUnion('kind', [
  z.looseObject({
    ...common,
    kind: z.literal('fact'),
    status: z.enum(['verified', 'fails']),
    checks: z.array(z.unknown()),
    ...computed,
  }),
  z.looseObject({
    ...common,
    kind: z.literal('reported'),
    ...attributed,
    status: z.enum(['unchecked', 'holds', 'contradicted']),
    ours: z.looseObject(computed).nullable(),
  }),
  z.looseObject({ ...common, kind: z.literal('quote'), ...attributed, status: z.string() }),
  z.looseObject({
    ...common,
    kind: z.literal('call'),
    ...attributed,
    status: z.enum(['open', 'unscorable']),
    metric: z.string().nullable(),
    expects: z.string().nullable(),
    due: z.string().nullable(),
  }),
]);

const correction = z.looseObject({
  date: z.string(),
  kind: z.enum(['correction', 'clarification', 'update', 'retraction']),
  cause: z.enum(['error', 'revision']),
  claims: z.array(z.string()),
  was: z.string().optional(),
  now: z.string().optional(),
  why: z.string(),
});

const versionSchema = z.looseObject({
  report: z.string(),
  asOf: z.string(),
  snapshot: z.looseObject({ id: z.string(), hash: z.string() }),
  assertions: z.array(assertion),
  figures: z.array(z.looseObject({ id: z.string(), title: z.string(), digest: z.string(), specification: z.string().optional() })),
  sentences: z.array(z.string()),
  corrections: z.array(correction),
  wording: z.string(),
  text: z.string(),
  version: z.int(),
  previous: z.string().nullable(),
  draft: z.literal(true).optional(),
});

/** A record of today is one too. */
export type VersionRecord = z.infer<typeof versionSchema>;

/** A record's text with what it says. */
export interface KeptVersion {
  text: string;
  record: VersionRecord;
}

/** Null where there is none, or it is no record with a wording. */
export function readVersion(text: string | null): KeptVersion | null {
  try {
    return text === null ? null : { text, record: versionSchema.parse(JSON.parse(text)) };
  } catch {
    return null;
  }
}

/** What a version is known by: the hash of its record, which the next one names. */
export const hashOfVersion = ({ text }: KeptVersion): string => sha256(text);
