import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { collectionFiles } from '../../src/reference/front-matter-completion.ts';

describe('completion of front matter', () => {
  const files = collectionFiles(['/Desk/content/reports/2024-07-17-a report/index.mdx']);

  it('names each report in lower case, decoded, as the extension looks it up', () => {
    expect(JSON.parse(files.get('collections.json') ?? '')).toEqual({
      collections: [{ hasSchema: true, name: 'reports' }],
      entries: { 'file:///desk/content/reports/2024-07-17-a report/index.mdx': 'reports' },
    });
  });

  it('hands on the schema of front matter', () => {
    expect(files.get('reports.schema.json')).toBe(readFileSync('docs/schemas/front-matter.json', 'utf8'));
  });

  it.runIf(existsSync('dist'))('is written when the site is built', () => {
    expect(readFileSync('.astro/collections/reports.schema.json', 'utf8')).toBe(files.get('reports.schema.json'));
    expect(Object.keys(JSON.parse(readFileSync('.astro/collections/collections.json', 'utf8')))).toEqual(['collections', 'entries']);
  });
});
