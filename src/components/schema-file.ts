/** A JSON Schema as it is published, from the schema that our own code is typed by. */
import { z } from 'zod';
import { pathTo } from './path-to.ts';

interface Described {
  /** Under the site's base path: '/schema/dataset.json'. */
  address: string;
  site: URL | undefined;
  title: string;
  description: string;
}

export function schemaFile(schema: z.ZodType, { address, site, title, description }: Described): Response {
  const { $schema, ...rest } = z.toJSONSchema(schema);
  const described = { $schema, $id: String(new URL(pathTo(address), site)), title, description, ...rest };
  return new Response(`${JSON.stringify(described, null, 2)}\n`, { headers: { 'content-type': 'application/schema+json' } });
}
