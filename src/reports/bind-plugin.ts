/**
 * A Vite plugin that tells every assertion and figure in a report's MDX which report it stands in and what its id is.
 * Components render in no particular order, so ids are written into the source before it is compiled.
 */
import { basename, dirname } from 'node:path';
import { readReport } from '../assertions/read.ts';

interface SourcePlugin {
  name: string;
  enforce: 'pre';
  transform(code: string, id: string): { code: string; map: null } | null;
}

export function bindAssertions(): SourcePlugin {
  return {
    name: 'bind-assertions',
    enforce: 'pre',
    transform(code, id) {
      // With a query it is a module that Astro made of the file, not the file.
      const isReport = basename(id) === 'index.mdx' && basename(dirname(dirname(id))) === 'reports';
      return isReport ? { code: bindSource(code, id), map: null } : null;
    },
  };
}

/** The MDX with `report` and `id` on every assertion and figure; lines stay where they are. */
export function bindSource(text: string, path: string): string {
  const slug = basename(dirname(path));
  let bound = '';
  let at = 0;
  for (const { id, nameEnd, attributes } of readReport(text, path).elements) {
    bound += `${text.slice(at, nameEnd)} report="${slug}"${attributes.has('id') ? '' : ` id="${id}"`}`;
    at = nameEnd;
  }
  return bound + text.slice(at);
}
