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

/**
 * Follows every link of a built site. Where the site stands, its first page says itself.
 * @throws Fault where there is no first page with a canonical address
 */
export function linksOf(site: SiteFiles): SiteLinks {
  const pages = new Map([...site].filter(([path]) => path.endsWith('.html')).map(([path, text]) => [path, readPage(text())]));
  const root = rootOf(pages);
  const dead = new Map<string, { message: string; pages: string[] }>();
  const external = new Map<string, string[]>();
  for (const [path, text] of [...site].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!WITH_ADDRESSES.test(path)) continue;
    const address = addressOf(path, root);
    const written = new Set([...(pages.get(path)?.addresses ?? []), ...wholeAddresses(text(), root)]);
    for (const link of written) {
      const target = URL.parse(link, address);
      if (target !== null && !/^https?:$/.test(target.protocol)) continue;
      if (target === null) {
        note(dead, link, path, 'is not an address.');
      } else if (target.origin !== root.origin || (/^https?:/.test(link) && pathAt(target, root) === null)) {
        target.hash = '';
        external.set(target.href, [...new Set([...(external.get(target.href) ?? []), path])]);
      } else {
        const fault = faultOf(target, root, site, pages);
        if (fault !== null) note(dead, target.href.slice(root.origin.length), path, fault);
      }
    }
  }
  return { dead: [...dead].map(([link, { message, pages }]) => findingOf(link, message, pages)), external };
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

/** What is wrong with an address inside the site, or null. */
function faultOf(target: URL, root: URL, site: SiteFiles, pages: ReadonlyMap<string, PageLinks>): string | null {
  const path = pathAt(target, root);
  if (path === null) return `leads out of the site, which stands under ${root.pathname}.`;
  if (!site.has(path)) {
    const known = [...site.keys()].filter((name) => !name.startsWith('_astro/')).map((name) => addressOf(name, root).pathname);
    return `leads nowhere.${didYouMean(target.pathname, known)}`;
  }
  const anchor = decoded(target.hash.slice(1).replace(/:~:.*$/, ''));
  const anchors = pages.get(path)?.anchors;
  if (anchors === undefined || anchor === '' || anchor === 'top' || anchors.has(anchor)) return null;
  return `leads to a page that has no anchor '${anchor}'.${didYouMean(anchor, [...anchors])}`;
}

function note(dead: Map<string, { message: string; pages: string[] }>, link: string, path: string, message: string): void {
  const known = dead.get(link);
  if (known) known.pages.push(path);
  else dead.set(link, { message, pages: [path] });
}

function findingOf(link: string, message: string, [path, ...more]: readonly string[]): Finding {
  const others =
    more.length === 0 ? '' : ` It stands on ${more.length} more ${more.length === 1 ? 'page' : 'pages'}, ${more[0]} among them.`;
  return error('dead-link', { path }, `'${link}' ${message}${others}`);
}
