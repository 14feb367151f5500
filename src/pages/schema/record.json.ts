/** The JSON Schema of a report's record, from the schema that our own reader uses. */
import type { APIRoute } from 'astro';
import { z } from 'zod';
import { pathTo } from '../../components/path-to.ts';
import { recordSchema } from '../../reports/record.ts';

export const GET: APIRoute = ({ site }) => {
  const { $schema, ...schema } = z.toJSONSchema(recordSchema);
  const described = {
    $schema,
    $id: String(new URL(pathTo('/schema/record.json'), site)),
    title: 'Record of a report',
    description: 'Every statement and figure of one report, with its metric, its value and how it was checked on the pinned snapshot.',
    ...schema,
  };
  return new Response(`${JSON.stringify(described, null, 2)}\n`, { headers: { 'content-type': 'application/schema+json' } });
};
