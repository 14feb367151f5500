/**
 * The site from reports that hold: what pages are made of that is not as it was is made again, everything leads somewhere, the search finds
 * it; and then it takes the place of what was there.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { deadLinks, type FileLinks, faultOf } from '../built-site/links.ts';
import type { Finding } from '../finding.ts';
import { fingerprintOf } from '../memory/fingerprint.ts';
import type { Folders } from '../reports/folders.ts';
import { placeOfSite, readSettings } from '../settings-file.ts';
import { programFor } from './program.ts';
import { dropStaging, replaceAll, replaceSome, stagingFor } from './put-in-place.ts';
import { renderSite } from './render-site.ts';
import { forgetSite, type Kept, type KeptFile, layOf, readSiteMemory, writeSiteMemory } from './site-memory.ts';
import { writeSitemap } from './sitemap-files.ts';

export interface SiteTask {
  folders: Folders;
  /** Where the site goes. */
  target: string;
  environment: NodeJS.ProcessEnv;
  /** Whether nothing is said meanwhile. */
  quiet: boolean;
  /** Of everything the site is built of; what the check said. */
  of: Pick<Kept, 'inputs' | 'told'>;
  /** Makes the search index of a folder of pages, in the folder. */
  index(pages: string): Promise<void>;
}

export interface Built {
  /** Dead links: then nothing was put in place. */
  dead: Finding[];
  /** How many files were made, of how many. */
  made: number;
  all: number;
}

/** What the search index is made in. */
const SEARCH = 'pagefind/';

/** What stands on a page that is to be found. */
const SEARCHED = 'data-pagefind-body';

/** Drawings are most of a page, and nothing in them is searched. */
const withoutDrawings = (html: string): string => html.replace(/<svg\b[^>]*>.*?<\/svg>/gs, '');

/** A file of the site as it will be. */
interface Placed {
  kept: KeptFile | null;
  input: string | null;
  hash: string;
  reads: string[];
  links: Omit<FileLinks, 'outside'>;
}

/** @throws Fault where the pages can't be made */
export async function buildSite({ folders, target, environment, quiet, of, index }: SiteTask): Promise<Built> {
  const { site, base } = placeOfSite(readSettings(folders.content).settings, environment);
  const root = new URL(`${base ?? '/'}`.replace(/\/?$/, '/'), site);
  const program = programFor(folders.content, environment, quiet);
  const before = readSiteMemory(target);
  const staging = stagingFor(target);
  try {
    const rendered = await renderSite({ program, content: folders.content, root: root.href, staging, before }, environment);
    for (const warning of rendered.warnings) console.error(warning);
    const files = new Map<string, Placed>();
    for (const { file, input, hash, reads, links } of rendered.made) {
      const kept = before?.files[file];
      files.set(file, { kept: kept?.hash === hash ? kept : null, input, hash, reads, links: links ?? linksOfKept(kept, before) });
    }
    for (const file of filesIn(join(program.folder, 'client')))
      files.set(file, place(join(program.folder, 'client'), file, staging, before));
    const lists = join(staging, '.lists');
    mkdirSync(lists);
    await writeSitemap([...files.keys()].filter((file) => file.endsWith('.html')).sort(), root, folders, lists);
    for (const file of filesIn(lists)) files.set(file, place(lists, file, staging, before));
    rmSync(lists, { recursive: true });

    const dead = deadLinksOf(files, root);
    if (dead.length > 0) {
      dropStaging(target);
      return { dead, made: 0, all: files.size };
    }
    await placeSearch(files, { target, staging, before, index });
    const changed = [...files].filter(([, { kept }]) => kept === null).map(([file]) => file);
    const removed = Object.keys(before?.files ?? {}).filter((file) => !files.has(file));
    forgetSite(target);
    if (before) replaceSome(target, { moved: changed, removed });
    else replaceAll(target);
    writeSiteMemory(target, memoryOf(files, rendered.parts, target, of));
    return { dead, made: changed.length, all: files.size };
  } catch (fault) {
    dropStaging(target);
    throw fault;
  }
}

/** A file that is copied as it is, where it is not there yet. */
function place(from: string, file: string, staging: string, before: Kept | null): Placed {
  const bytes = readFileSync(join(from, file));
  const hash = fingerprintOf(bytes);
  const kept = before?.files[file];
  const isKept = kept?.hash === hash;
  if (!isKept) {
    mkdirSync(dirname(join(staging, file)), { recursive: true });
    copyFileSync(join(from, file), join(staging, file));
  }
  return { kept: isKept ? kept : null, input: hash, hash, reads: [], links: NO_LINKS };
}

const NO_LINKS: Placed['links'] = { inside: [], unreadable: [], anchors: null };

function linksOfKept(kept: KeptFile | undefined, before: Kept | null): Placed['links'] {
  if (!kept || !before) return NO_LINKS;
  const texts = (numbers: readonly number[]): string[] => numbers.map((number) => before.texts[number]);
  return { inside: texts(kept.to), unreadable: [], anchors: kept.anchors && texts(kept.anchors) };
}

function deadLinksOf(files: ReadonlyMap<string, Placed>, root: URL): Finding[] {
  const anchors = new Map<string, ReadonlySet<string>>();
  const faults = new Map<string, string | null>();
  const site = {
    has: (path: string): boolean => files.has(path),
    all: (): string[] => [...files.keys()].sort(),
    anchors(path: string): ReadonlySet<string> | undefined {
      const own = files.get(path)?.links.anchors;
      if (!own) return undefined;
      const set = anchors.get(path) ?? new Set(own);
      anchors.set(path, set);
      return set;
    },
  };
  const faultAt = (href: string): string | null => {
    const known = faults.get(href);
    if (known !== undefined) return known;
    const fault = faultOf(href, root, site);
    faults.set(href, fault);
    return fault;
  };
  return deadLinks(
    [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, { links }]) => [file, links] as const),
    root,
    faultAt,
  );
}

/** The search index, made anew where a page is another, there is a new one, or one is gone. */
async function placeSearch(
  files: Map<string, Placed>,
  { target, staging, before, index }: Pick<SiteTask, 'target' | 'index'> & { staging: string; before: Kept | null },
): Promise<void> {
  const isPage = (file: string): boolean => file.endsWith('.html');
  const pages = [...files].filter(([file]) => isPage(file));
  const old = Object.entries(before?.files ?? {});
  const isSame =
    before !== null && pages.every(([, { kept }]) => kept !== null) && old.filter(([file]) => isPage(file)).length === pages.length;
  if (isSame) {
    for (const [file, kept] of old) if (file.startsWith(SEARCH)) files.set(file, { ...kept, kept, links: NO_LINKS });
    return;
  }
  // All pages together: those that changed, and the others from where they are.
  const together = join(staging, '.pages');
  for (const [file, { kept }] of pages) {
    const text = readFileSync(join(kept === null ? staging : target, file), 'utf8');
    if (!text.includes(SEARCHED)) continue;
    mkdirSync(dirname(join(together, file)), { recursive: true });
    writeFileSync(join(together, file), withoutDrawings(text));
  }
  await index(together);
  for (const file of filesIn(join(together, SEARCH))) files.set(`${SEARCH}${file}`, place(together, `${SEARCH}${file}`, staging, before));
  rmSync(together, { recursive: true, force: true });
}

function memoryOf(files: ReadonlyMap<string, Placed>, parts: Kept['parts'], target: string, of: SiteTask['of']): Kept {
  const texts: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const known = numbers.get(text) ?? texts.push(text) - 1;
    numbers.set(text, known);
    return known;
  };
  const kept = [...files].map(([file, { kept, input, hash, reads, links }]): [string, KeptFile] => [
    file,
    {
      input,
      hash,
      reads,
      to: links.inside.map(numberOf),
      anchors: links.anchors === null ? null : links.anchors.map(numberOf),
      lay: kept?.lay ?? layOf(join(target, file)),
    },
  ]);
  return { ...of, parts, files: Object.fromEntries(kept), texts };
}

/** Paths under a folder, in order. */
function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
