/** The JSON Schema of a report's record, from the schema that our own reader uses. */
import type { APIRoute } from 'astro';
import { schemaFile } from '../../components/schema-file.ts';
import { recordSchema } from '../../reports/record.ts';

export const GET: APIRoute = ({ site }) =>
  schemaFile(recordSchema, {
    address: '/schema/record.json',
    site,
    title: 'Record of a report',
    description: 'Every statement and figure of one report, with its metric, its value and how it was checked on the pinned snapshot.',
  });
