import { defineCollection } from 'astro:content';
import { resolve } from 'node:path';
import { glob } from 'astro/loaders';
import { foldersFrom } from './reports/desk.ts';

// Front matter is checked by our own schema before a build begins (src/reports/compile.ts).
export const collections = {
  reports: defineCollection({
    loader: glob({
      base: resolve(foldersFrom().content, 'reports'),
      pattern: '*/index.mdx',
      generateId: ({ entry }) => entry.split('/')[0],
    }),
  }),
};
