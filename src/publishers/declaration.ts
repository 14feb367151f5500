/**
 * What is fetched from whom, declared in `data/publishers/<id>.yaml`: a publisher, its resources, their
 * series, owners and terms. A resource is added here, not in code.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseCheckedYaml } from '../checked-yaml.ts';
import { isoDate } from '../data/iso-date.ts';
import { basis, calendarName, redistribution, resourceName, seriesUnit, tableFormat } from '../data/manifest.ts';
import { error, Fault, type Finding } from '../finding.ts';
import { webAddress } from '../web-address.ts';
import { fetchDeclaration } from './fetch-declaration.ts';
import { kinds } from './kinds/index.ts';

const field = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/, 'write a series id of lower-case letters, digits and _, beginning with a letter')
    .describe('The id of the series.'),
  title: z.string().describe('Its name in full.'),
  shortTitle: z.string().describe('Its name in a label of a narrow chart.'),
  unit: seriesUnit.describe('What one number of it counts. `percent` is a rate: 4.43 means 4.43%.'),
  type: z.enum(['number', 'integer']).default('number').describe('Whether it has decimals.'),
  minimum: z.number().optional().describe('No value may be below it.'),
  maximum: z.number().optional().describe('No value may be above it.'),
});

const event = z.strictObject({
  date: isoDate.describe('The first day on the new basis.'),
  series: z.string().describe('Id of the series concerned.'),
  ratio: z
    .number()
    .positive()
    .describe('Shares after the split for one before it: 10 for ten-for-one, 0.1 for one-for-ten, 1 for a move that is no split and real.'),
});

const resourceKeys = z.strictObject({
  name: resourceName.describe('The name of the table, and of its file.'),
  title: z.string().describe('What it is called.'),
  description: z.string().describe('What is in it, in a sentence.'),
  url: webAddress.describe("The publisher's page about it."),
  attribution: z.string().describe('Who owns the figures, as it must be shown.'),
  termsUrl: webAddress.describe('The terms of use.'),
  redistribution: redistribution.describe(
    'What may be shown: `public` the whole table, `extract` the values behind a statement, `private` only results.',
  ),
  basis: basis.describe('What the figures are.'),
  timezone: z.string().describe('The time zone of its days: America/New_York.'),
  calendar: calendarName.describe(
    "Which days have a row: `nyse` every session, `bond` the bond market's days, `events` only days of change.",
  ),
  format: tableFormat
    .default('csv')
    .describe('As what the table is kept in snapshots: `csv`, which a diff shows, or `parquet`, which is smaller.'),
  missing: z.array(isoDate).default([]).describe('Days the calendar expects and the publisher does not have.'),
  extra: z.array(isoDate).default([]).describe('Days on which the publisher has a row though the exchange was closed.'),
  instrument: z.enum(['volatility', 'future']).optional().describe('What figures in points are, where they are no index.'),
  events: z.array(event).default([]).describe('Splits of shares and funds.'),
  inception: isoDate
    .nullable()
    .default(null)
    .describe('First day the figures exist anywhere, where known: a record may be said only of a table that reaches it.'),
  notes: z.array(z.string()).default([]).describe('What a user of the figures would otherwise get wrong.'),
  fields: z.array(field).min(1).describe('The series, a column each.'),
  fetch: fetchDeclaration
    .optional()
    .describe('How the table is fetched. Left out where the publisher does not allow it: the table is then dropped in by hand.'),
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
  const refusal = kinds.get(fetch.kind)?.refuse?.(fields);
  if (refusal) fault(['fetch', 'kind'], refusal);
});

export const publisherSchema = z.strictObject({
  id: z.string().describe("The file's name, without its ending."),
  name: z.string().describe('Its name.'),
  url: webAddress.describe('Its address.'),
  licence: z
    .strictObject({
      name: z.string().describe('A short name, such as that of the SPDX list.'),
      title: z.string().describe('Its name in full.'),
      path: webAddress.describe('Where it can be read.'),
    })
    .describe('Under which terms its figures stand.'),
  resources: z.array(resource).min(1).describe('Its tables.'),
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
