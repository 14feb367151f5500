import { defineCollection } from 'astro:content';
import { resolve } from 'node:path';
import { glob } from 'astro/loaders';
import { z } from 'zod';
import { jsonSchemaOf } from './reference/json-schema.ts';
import { foldersFrom } from './reports/desk.ts';
import { frontMatterSchema } from './reports/front-matter.ts';

/**
 * Front matter is checked by our own schema before a build begins (src/reports/compile.ts), whose findings say more: to Astro anything
 * is right. What Astro hands on to editors is the schema itself.
 */
const frontMatter = z.record(z.string(), z.unknown()).meta(jsonSchemaOf(frontMatterSchema, 'Front matter'));

export const collections = {
  reports: defineCollection({
    loader: glob({
      base: resolve(foldersFrom().content, 'reports'),
      pattern: '*/index.mdx',
      generateId: ({ entry }) => entry.split('/')[0],
    }),
    schema: frontMatter,
  }),
};
