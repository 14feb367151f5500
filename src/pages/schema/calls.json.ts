/** The JSON Schema of the calls with their outcomes, from the schema that the file is typed by. */
import type { APIRoute } from 'astro';
import { callsFileSchema } from '../../components/calls-file.ts';
import { schemaFile } from '../../components/schema-file.ts';

export const GET: APIRoute = ({ site }) =>
  schemaFile(callsFileSchema, {
    address: '/schema/calls.json',
    site,
    title: 'Calls',
    description: 'Every forecast that a report quotes, as it was entered, with what became of it on the newest snapshot.',
  });
