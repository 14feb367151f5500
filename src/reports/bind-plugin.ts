/**
 * A Vite plugin that tells every assertion and figure in a report's MDX which report it stands in and what its id is.
 * Components render in no particular order, so ids are written into the source before it is compiled.
 */
import { basename, dirname, resolve } from 'node:path';
import { readReport } from '../assertions/read.ts';
import { putInForce } from '../settings.ts';
import { readSettings, settingsPath } from '../settings-file.ts';
import { foldersFrom } from './desk.ts';
import { typeset } from './typeset.ts';

interface SourcePlugin {
  name: string;
  enforce: 'pre';
  transform(this: { addWatchFile(path: string): void }, code: string, id: string): { code: string; map: null } | null;
}

export function bindAssertions(): SourcePlugin {
  return {
    name: 'bind-assertions',
    enforce: 'pre',
    transform(code, id) {
      // With a query it is a module that Astro made of the file, not the file.
      const isReport = basename(id) === 'index.mdx' && basename(dirname(dirname(id))) === 'reports';
      if (!isReport) return null;
      const { content } = foldersFrom();
      this.addWatchFile(resolve(settingsPath(content)));
      putInForce(readSettings(content).settings);
      return { code: bindSource(code, id), map: null };
    },
  };
}

/** What may be beaten, or be revised. */
const CAN_LAPSE: readonly string[] = ['Fact', 'Reported'];

/**
 * The MDX with `report` and `id` on every assertion and figure that its component prints, names that do not break, and at the end of
 * each paragraph a place for what no longer holds of it; lines stay where they are.
 */
export function bindSource(text: string, path: string): string {
  const slug = basename(dirname(path));
  const { elements, tables, texts, paragraphs } = readReport(text, path);
  const lapses = paragraphs.flatMap(({ start, end, noteEnd }) => {
    const ids = elements.filter(({ name, offset }) => CAN_LAPSE.includes(name) && offset >= start && offset < end).map(({ id }) => id);
    const at = noteEnd ?? end;
    const within = noteEnd === null ? '' : ' within';
    return ids.length > 0 ? [{ start: at, end: at, to: `<Lapses report="${slug}" ids="${ids.join(' ')}"${within} />` }] : [];
  });
  const edits = [
    ...lapses,
    ...elements
      .filter(({ isRendered }) => isRendered)
      .map(({ id, nameEnd, attributes }) => ({
        start: nameEnd,
        end: nameEnd,
        to: ` report="${slug}"${attributes.has('id') ? '' : ` id="${id}"`}`,
      })),
    ...tables.map((end) => ({ start: end, end, to: ` report="${slug}"` })),
    ...texts.map(({ start, end }) => ({ start, end, to: typeset(text.slice(start, end)) })),
  ].sort((a, b) => a.start - b.start);
  let bound = '';
  let at = 0;
  for (const { start, end, to } of edits) {
    bound += text.slice(at, start) + to;
    at = end;
  }
  return bound + text.slice(at);
}
