/** What the list of pages leaves out, and what it says of the rest: the day of the last change, where front matter tells it. */

import { readReport } from '../assertions/read.ts';
import { parseCheckedYaml } from '../checked-yaml.ts';
import { listSnapshots } from '../data/snapshot.ts';
import { readContent } from './content.ts';
import { type Folders, foldersFrom } from './desk.ts';
import { frontMatterSchema } from './front-matter.ts';
import { lastRevised } from './last-revised.ts';

interface Item {
  url: string;
  lastmod?: string;
}

/** Pages that no search engine should lead to: what other sites frame, and the search itself. */
export function isListed(url: string): boolean {
  return !/\/(embed\/.*|search\/)$/.test(url);
}

/** Puts the day of the last change on the pages of a report: its own, and those of its figures. Reports are read at the first page. */
export function withLastChange(folders: Folders = foldersFrom()): <T extends Item>(item: T) => T {
  let revised: ReadonlyMap<string, string> | undefined;
  return (item) => {
    revised ??= lastRevisedOf(folders);
    const lastmod = revised.get(/\/reports\/([^/]+)\//.exec(item.url)?.[1] ?? '');
    return lastmod ? { ...item, lastmod } : item;
  };
}

/** The day of the last change of each report, by its slug. */
function lastRevisedOf({ content, data }: Folders): Map<string, string> {
  const newest = listSnapshots(data).at(-1) ?? '';
  return new Map(
    readContent(content).reports.map(({ slug, text, path }) => {
      const { frontMatter } = readReport(text, path);
      return [slug, lastRevised(parseCheckedYaml(frontMatter.text, path, frontMatterSchema, frontMatter.line).value, newest)];
    }),
  );
}
