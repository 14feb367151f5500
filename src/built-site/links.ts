/** Where the files of a built site lead: to files of its own, which must be there, and to others' sites. */
import { error, Fault, type Finding } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import { type PageLinks, readPage } from './read-page.ts';
import { addressOf, decoded, pathAt, type SiteFiles } from './site-files.ts';

export interface SiteLinks {
  /** Dead links inside the site, a finding an address. */
  dead: Finding[];
  /** Addresses on other sites, without fragment, with the pages that lead there, in order. */
  external: ReadonlyMap<string, readonly string[]>;
}

/** Files in which whole addresses of the site stand as text: feeds, the sitemap, linked data, citations. */
const WITH_ADDRESSES = /\.(?:html|xml|json|txt|csv|svg|bib|ris)$/;

/** Where one file leads, and what can be led to in it. */
export interface FileLinks {
  /** Whole addresses on the site, each once; those of places in the page itself only where there is no such place. */
  inside: string[];
  /** Addresses on other sites, without fragment. */
  outside: string[];
  /** What is written as an address and is none. */
  unreadable: string[];
  /** Null where the file is no page. */
  anchors: readonly string[] | null;
}

/** @param root the address of the site's root */
export function fileLinks(path: string, text: string, root: URL, page: PageLinks | null = pageOf(path, text)): FileLinks {
  const links: FileLinks = { inside: [], outside: [], unreadable: [], anchors: page ? [...page.anchors] : null };
  if (!WITH_ADDRESSES.test(path)) return links;
  const address = addressOf(path, root);
  for (const link of new Set([...(page?.addresses ?? []), ...wholeAddresses(text, root)])) {
    const target = URL.parse(link, address);
    if (target !== null && !/^https?:$/.test(target.protocol)) continue;
    if (target === null) {
      links.unreadable.push(link);
    } else if (target.origin !== root.origin || (/^https?:/.test(link) && pathAt(target, root) === null)) {
      target.hash = '';
      links.outside.push(target.href);
    } else if (!(page && pathAt(target, root) === path && hasAnchor(page.anchors, target))) {
      links.inside.push(target.href);
    }
  }
  return links;
}

const pageOf = (path: string, text: string): PageLinks | null => (path.endsWith('.html') ? readPage(text) : null);

/**
 * Follows every link of a built site. Where the site stands, its first page says itself.
 * @throws Fault where there is no first page with a canonical address
 */
export function linksOf(site: SiteFiles): SiteLinks {
  const pages = new Map([...site].filter(([path]) => path.endsWith('.html')).map(([path, text]) => [path, readPage(text())]));
  const root = rootOf(pages);
  const files = [...site]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => [path, fileLinks(path, text(), root, pages.get(path) ?? null)] as const);
  const external = new Map<string, string[]>();
  for (const [path, { outside }] of files)
    for (const href of outside) external.set(href, [...new Set([...(external.get(href) ?? []), path])]);
  const faults = new Map<string, string | null>();
  const faultAt = (href: string): string | null => {
    if (!faults.has(href))
      faults.set(
        href,
        faultOf(href, root, { has: (path) => site.has(path), all: () => [...site.keys()], anchors: (path) => pages.get(path)?.anchors }),
      );
    return faults.get(href) ?? null;
  };
  return { dead: deadLinks(files, root, faultAt), external };
}

/**
 * Dead links, a finding an address, in the order of the files.
 * @param faultAt what is wrong with an address inside the site, or null
 */
export function deadLinks(
  files: Iterable<readonly [string, Pick<FileLinks, 'inside' | 'unreadable'>]>,
  root: URL,
  faultAt: (href: string) => string | null,
): Finding[] {
  const dead = new Map<string, { message: string; pages: string[] }>();
  const note = (link: string, path: string, message: string): void => {
    const known = dead.get(link);
    if (known) known.pages.push(path);
    else dead.set(link, { message, pages: [path] });
  };
  for (const [path, { inside, unreadable }] of files) {
    for (const link of unreadable) note(link, path, 'is not an address.');
    for (const href of inside) {
      const fault = faultAt(href);
      if (fault !== null) note(href.slice(root.origin.length), path, fault);
    }
  }
  return [...dead].map(([link, { message, pages }]) => findingOf(link, message, pages));
}

/** The address of the site's root, from the canonical address of its first page. */
function rootOf(pages: ReadonlyMap<string, PageLinks>): URL {
  const root = URL.parse(pages.get('index.html')?.canonical ?? '');
  if (root === null) throw new Fault(error('site-root', { path: 'index.html' }, 'the first page must name its canonical address.'));
  return root;
}

/** Whole addresses of the site in a text. What linked data call `@id` is a name, which need not lead anywhere. */
function wholeAddresses(text: string, root: URL): string[] {
  const origin = root.origin.replace(/[.\\/]/g, '\\$&');
  return (text.match(new RegExp(`(?<!"@id":")${origin}(?![\\w.:-])[^\\s"'<>()\\[\\]{}\\\\&|]*`, 'g')) ?? []).map((found) =>
    found.replace(/[.,;:!]+$/, ''),
  );
}

/** The files of a site, as far as links ask for them. */
export interface Targets {
  has(path: string): boolean;
  all(): readonly string[];
  /** Undefined for a file that is no page. */
  anchors(path: string): ReadonlySet<string> | undefined;
}

/** What is wrong with an address inside the site, or null. */
export function faultOf(href: string, root: URL, site: Targets): string | null {
  const target = new URL(href);
  const path = pathAt(target, root);
  if (path === null) return `leads out of the site, which stands under ${root.pathname}.`;
  if (!site.has(path)) {
    const known = site
      .all()
      .filter((name) => !name.startsWith('_astro/'))
      .map((name) => addressOf(name, root).pathname);
    return `leads nowhere.${didYouMean(target.pathname, known)}`;
  }
  const anchors = site.anchors(path);
  if (anchors === undefined || hasAnchor(anchors, target)) return null;
  const anchor = anchorOf(target);
  return `leads to a page that has no anchor '${anchor}'.${didYouMean(anchor, [...anchors])}`;
}

const anchorOf = (target: URL): string => decoded(target.hash.slice(1).replace(/:~:.*$/, ''));

function hasAnchor(anchors: ReadonlySet<string>, target: URL): boolean {
  const anchor = anchorOf(target);
  return anchor === '' || anchor === 'top' || anchors.has(anchor);
}

function findingOf(link: string, message: string, [path, ...more]: readonly string[]): Finding {
  const others =
    more.length === 0 ? '' : ` It stands on ${more.length} more ${more.length === 1 ? 'page' : 'pages'}, ${more[0]} among them.`;
  return error('dead-link', { path }, `'${link}' ${message}${others}`);
}
