/**
 * What is fetched from whom, declared in `data/publishers/<id>.yaml`: a publisher, its resources, their
 * series, owners and terms. A resource is added here, not in code.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseCheckedYaml } from '../checked-yaml.ts';
import { isIsoDate } from '../data/day.ts';
import { basis, calendarName, redistribution, resourceName, seriesUnit } from '../data/manifest.ts';
import { error, Fault, type Finding } from '../finding.ts';
import { webAddress } from '../web-address.ts';
import { fetchDeclaration } from './fetch-declaration.ts';

const DATE = 'write a date as YYYY-MM-DD';
const isoDate = z.string(DATE).refine(isIsoDate, DATE);

const field = z.strictObject({
  /** The id of the series. */
  name: z.string().regex(/^[a-z][a-z0-9_]*$/, 'write a series id of lower-case letters, digits and _, beginning with a letter'),
  title: z.string(),
  shortTitle: z.string(),
  unit: seriesUnit,
  type: z.enum(['number', 'integer']).default('number'),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});

const event = z.strictObject({
  /** The first day on the new basis. */
  date: isoDate,
  /** Id of the series concerned. */
  series: z.string(),
  /** Shares after the split for one before it: 10 for ten-for-one, 0.1 for one-for-ten, 1 for a move that is no split and real. */
  ratio: z.number().positive(),
});

const resourceKeys = z.strictObject({
  name: resourceName,
  title: z.string(),
  description: z.string(),
  url: webAddress,
  /** Who owns the figures, as it must be shown. */
  attribution: z.string(),
  termsUrl: webAddress,
  redistribution,
  basis,
  timezone: z.string(),
  calendar: calendarName,
  /** Days the calendar expects and the publisher does not have. */
  missing: z.array(isoDate).default([]),
  /** Days on which the publisher has a row though the exchange was closed. */
  extra: z.array(isoDate).default([]),
  /** What figures in points are, where they are no index. */
  instrument: z.enum(['volatility', 'future']).optional(),
  /** Splits of shares and funds. */
  events: z.array(event).default([]),
  inception: isoDate.nullable().default(null),
  notes: z.array(z.string()).default([]),
  fields: z.array(field).min(1),
  /** How the table is fetched. Left out where the publisher does not allow it: the table is then dropped in by hand. */
  fetch: fetchDeclaration.optional(),
});

/** Each field is fetched from something, and nothing else is; events are of the table's series. */
const resource = resourceKeys.superRefine(({ fetch, fields, events }, context) => {
  const names = fields.map(({ name }) => name);
  const fault = (path: (string | number)[], message: string): void => context.addIssue({ code: 'custom', path, message });
  for (const [index, { series }] of events.entries()) {
    if (names.includes(series)) continue;
    fault(['events', index, 'series'], `'${series}' is not a series of the table, which has ${names.join(', ')}`);
  }
  if (!fetch) return;
  for (const name of names.filter((name) => !(name in fetch.series)))
    fault(['fetch', 'series'], `the field '${name}' is not among its series`);
  for (const name of Object.keys(fetch.series).filter((name) => !names.includes(name)))
    fault(['fetch', 'series', name], 'no field has this name');
  if (fetch.kind === 'ken-french' && fields.some(({ unit }) => unit !== 'percent'))
    fault(['fetch', 'kind'], "Ken French's figures are in percent, and so must every field be");
});

export const publisherSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  url: webAddress,
  licence: z.strictObject({ name: z.string(), title: z.string(), path: webAddress }),
  resources: z.array(resource).min(1),
});

export type Publisher = z.infer<typeof publisherSchema>;
export type ResourceDeclaration = Publisher['resources'][number];

/**
 * All publishers of a data folder, in the order of their file names.
 * @throws Fault with every fault of every file
 */
export function readPublishers(dataFolder: string): Publisher[] {
  const folder = join(dataFolder, 'publishers');
  const findings: Finding[] = [];
  const publishers: Publisher[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    const path = join(folder, file);
    try {
      const { value, placeOf } = parseCheckedYaml(readFileSync(path, 'utf8'), path, publisherSchema);
      if (`${value.id}.yaml` !== file)
        findings.push(
          error('publisher-id', placeOf('id'), `the id '${value.id}' must be the file's name, '${file.replace('.yaml', '')}'.`),
        );
      publishers.push(value);
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      findings.push(...fault.findings);
    }
  }
  if (findings.length > 0) throw new Fault(findings);
  return publishers;
}
