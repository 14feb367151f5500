import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { feedText } from '../../src/reports/feed.ts';
import { addresses } from '../support/addresses.ts';
import { faultsOfThing } from '../support/linked-data.ts';
import { REPORT, useSite } from './site.ts';

const site = useSite();
const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join('dist', name)).isFile());
const pages = files.filter((name) => name.endsWith('.html'));
const textOf = (path: string): string => readFileSync(join('dist', path), 'utf8');
const documentOf = (path: string): Document => parseHTML(textOf(path)).document;
const origin = 'https://marked-to-market.example/';
const slugs = readdirSync('content/reports');

describe('what docs/for-machines.md lists', () => {
  const listed = [...readFileSync('docs/for-machines.md', 'utf8').matchAll(/^\| `\/([^`]+)` \|/gm)].map((match) => match[1]);
  const patternOf = (address: string): RegExp => new RegExp(`^${address.replaceAll('.', '\\.').replace(/<[a-z]+>/g, '[^/]+')}$`);

  it.each(listed)('/%s is there, for each report if it is of one', (address) => {
    const each = address.includes('<slug>') ? slugs.map((slug) => address.replace('<slug>', slug)) : [address];
    for (const one of each)
      expect(
        files.filter((name) => patternOf(one).test(name)),
        one,
      ).not.toEqual([]);
  });

  it('is all there is', () => {
    const forMachines = files.filter((name) => /\.(xml|json|txt|bib|ris|csv)$/.test(name) && !name.startsWith('pagefind/'));
    expect(forMachines.length).toBeGreaterThan(10);
    expect(forMachines.filter((name) => !listed.some((address) => patternOf(address).test(name)))).toEqual([]);
  });
});

/** An Atom feed as a browser's XML parser has it; the parser's complaint where it is none. */
async function parseAtom(xml: string) {
  const page = await site.open('404.html');
  const parsed = await page.evaluate((text) => {
    const feed = new DOMParser().parseFromString(text, 'application/xml');
    const fault = feed.querySelector('parsererror')?.textContent;
    const child = (parent: Element, name: string) =>
      [...parent.children].find((element) => element.localName === name)?.textContent ?? null;
    const root = feed.documentElement;
    return {
      fault: fault ?? null,
      namespace: root.namespaceURI,
      id: child(root, 'id'),
      title: child(root, 'title'),
      updated: child(root, 'updated'),
      author: child(root, 'author'),
      self: feed.querySelector('link[rel=self]')?.getAttribute('href') ?? null,
      entries: [...feed.querySelectorAll('entry')].map((entry) => ({
        id: child(entry, 'id'),
        title: child(entry, 'title'),
        updated: child(entry, 'updated'),
        published: child(entry, 'published'),
        link: entry.querySelector('link')?.getAttribute('href') ?? null,
        category: entry.querySelector('category')?.getAttribute('term') ?? null,
        items: new DOMParser().parseFromString(child(entry, 'content') ?? '', 'text/html').querySelectorAll('li').length,
      })),
    };
  }, xml);
  await page.close();
  return parsed;
}

describe('feeds', () => {
  const atoms = files.filter((name) => name.endsWith('feed.xml')).sort();

  it('are those of the site, of each topic and of the corrections, each in both forms', () => {
    const topics = readdirSync('dist/topics', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(topics.length).toBeGreaterThan(1);
    expect(atoms).toEqual(['corrections/feed.xml', 'feed.xml', ...topics.map(({ name }) => `topics/${name}/feed.xml`)].sort());
    expect(files.filter((name) => name.endsWith('feed.json')).sort()).toEqual(atoms.map((name) => name.replace('.xml', '.json')));
  });

  it.each(atoms)('%s is Atom: ids absolute and once, days, an author, its own address', async (name) => {
    const { fault, entries, ...feed } = await parseAtom(textOf(name));
    expect(fault).toBe(null);
    expect(feed.namespace).toBe('http://www.w3.org/2005/Atom');
    expect(feed.self).toBe(origin + name);
    expect(feed.author).not.toBe(null);
    const ids = [feed.id, ...entries.map(({ id }) => id)];
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^https:\/\/marked-to-market\.example\//);
    for (const { updated, published, title, link } of entries) {
      expect(title).not.toBe(null);
      expect(link).toMatch(/^https:/);
      expect([updated, published]).toEqual([expect.stringMatching(/T00:00:00\.000Z$/), expect.stringMatching(/T00:00:00\.000Z$/)]);
    }
    expect(feed.updated).toBe(
      entries
        .map(({ updated }) => updated)
        .sort()
        .at(-1) ?? '2024-07-17T00:00:00.000Z',
    );
  });

  it('that of the site has every report with its takeaways, newest first', async () => {
    const { entries } = await parseAtom(textOf('feed.xml'));
    expect(entries.map(({ id }) => id)).toEqual(
      slugs
        .toSorted()
        .reverse()
        .map((slug) => `${origin}reports/${slug}/`),
    );
    for (const { items } of entries) expect(items).toBeGreaterThanOrEqual(3);
  });

  it.each(atoms.map((name) => name.replace('.xml', '.json')))('%s says the same as its Atom', async (name) => {
    const feed = JSON.parse(textOf(name)) as {
      version: string;
      feed_url: string;
      items: { id: string; url: string; title: string; content_html: string }[];
    };
    const { entries } = await parseAtom(textOf(name.replace('.json', '.xml')));
    expect(feed.version).toMatch(/^https:\/\/jsonfeed\.org\/version\/1/);
    expect(feed.feed_url).toBe(origin + name);
    expect(feed.items.map(({ id, url }) => [id, url])).toEqual(entries.map(({ id, link }) => [id, link]));
    for (const { content_html: content } of feed.items) expect(content).toMatch(/^<p>/);
  });

  it('hold words that would break XML or a page', async () => {
    const hostile = ']]><script>alert("1")</script> & \u0007 <b>\u00A0"';
    const { home, icon } = addresses;
    const entry = {
      id: `${home}a/`,
      link: `${home}a/`,
      summary: hostile,
      html: '<p>]]></p>',
      published: '2024-07-17',
      updated: '2024-07-18',
    };
    const xml = feedText(
      {
        path: '/',
        title: hostile,
        description: hostile,
        page: home,
        home,
        icon,
        self: { xml: `${home}feed.xml`, json: `${home}feed.json` },
        since: '2024-01-01',
        entries: [{ ...entry, title: hostile, authors: [hostile], topics: [hostile] }],
      },
      'xml',
    );
    const { fault, title, entries } = await parseAtom(xml);
    expect(fault).toBe(null);
    // A title of an entry is HTML: its signs are escaped once more.
    expect(entries[0].title).toBe(']]&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp;  &lt;b&gt; &quot;');
    expect(title).toContain('script>alert("1")');
    expect(entries[0].category).toContain('& ');
    expect(entries[0].updated).toBe('2024-07-18T00:00:00.000Z');
  });

  it('are named in the head of every page', () => {
    for (const name of pages.filter((page) => !page.startsWith('embed/'))) {
      const links = [...documentOf(name).querySelectorAll('link[rel="alternate"]')].map((link) => link.getAttribute('href'));
      expect(links, name).toEqual(expect.arrayContaining(['/feed.xml', '/feed.json']));
    }
  });
});

describe('the sitemap', () => {
  const entries = [...textOf('sitemap-0.xml').matchAll(/<loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?/g)];

  it('has every page that is to be found, and no other', () => {
    const expected = pages
      .filter((name) => !/^(404\.html|search\/|embed\/)/.test(name))
      .map((name) => origin + name.replace(/index\.html$/, ''));
    expect(entries.map((match) => match[1]).sort()).toEqual(expected.sort());
  });

  it('dates reports as their front matter does, and is named in robots.txt', () => {
    const dates = Object.fromEntries(entries.map(([, address, lastmod]) => [address, lastmod?.slice(0, 10)]));
    expect(dates[origin + REPORT]).toBe('2024-07-17');
    expect(dates[origin]).toBe(undefined);
    expect(textOf('robots.txt')).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${origin}sitemap-index.xml\n`);
    expect(textOf('sitemap-index.xml')).toContain(`<loc>${origin}sitemap-0.xml</loc>`);
  });
});

describe('linked data', () => {
  /** Pages with descriptions, and the things they describe. */
  const described = pages.flatMap((name) => {
    const [, text] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(textOf(name)) ?? [];
    return text === undefined ? [] : [{ name, things: JSON.parse(text) as { '@context': string; '@graph': Record<string, unknown>[] } }];
  });
  const of = (path: string) => described.find(({ name }) => name === `${path}index.html`)?.things['@graph'] ?? [];

  it.each(described)('in $name is whole', ({ things }) => {
    expect(things['@context']).toBe('https://schema.org');
    expect(faultsOfThing(things['@graph'])).toEqual([]);
  });

  it('tells the site with its search from the home page, and each report from its own', () => {
    expect(of('')).toMatchObject([
      { '@type': 'WebSite', potentialAction: { target: { urlTemplate: `${origin}search/?q={search_term_string}` } } },
    ]);
    for (const slug of slugs) expect(of(`reports/${slug}/`)[0]).toMatchObject({ '@type': 'Report', url: `${origin}reports/${slug}/` });
  });

  it('names the tables that a report rests on, as its record does', () => {
    const record = JSON.parse(textOf(`${REPORT}record.json`)) as { figures: { inputs: { resource: string }[] }[] };
    const { isBasedOn } = of(REPORT)[0] as { isBasedOn: { identifier: string }[] };
    const named = isBasedOn.map(({ identifier }) => identifier);
    for (const { inputs } of record.figures) for (const { resource } of inputs) expect(named).toContain(resource);
  });
});

describe('llms.txt', () => {
  const text = textOf('llms.txt');

  it('begins with the name and what it is, and lists every report with its record', () => {
    expect(text).toMatch(/^# Marked to Market\n\n> Market-research reports/);
    for (const slug of slugs) {
      expect(text).toContain(`](${origin}reports/${slug}/)`);
      expect(text).toContain(`](${origin}reports/${slug}/record.json)`);
    }
  });

  it('leads to files that are there', () => {
    const links = [...text.matchAll(/\]\((https:[^)]+)\)/g)].map((match) => match[1].replace(origin, ''));
    const toFiles = links.filter((link) => /\.[a-z]+$/.test(link));
    expect(toFiles.length).toBeGreaterThan(5);
    expect(toFiles.filter((link) => !files.includes(link))).toEqual([]);
  });
});

describe('the box on citing', () => {
  it('gives the reference, its files, the record, its schema and the licence', () => {
    const box = documentOf(`${REPORT}index.html`).querySelector('section[aria-labelledby="cite"]');
    expect(box?.querySelector('.citation')?.textContent).toContain('“Small caps take the lead.” Marked to Market, July 17, 2024.');
    const hrefs = [...(box?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'));
    expect(hrefs).toEqual([
      ...['cite.bib', 'cite.ris', 'cite.csl.json'].map((name) => `/${REPORT}${name}`),
      'https://creativecommons.org/licenses/by/4.0/',
      `/${REPORT}record.json`,
      '/schema/record.json',
    ]);
    expect(box?.textContent).toContain('Last revised July\u00A017, 2024.');
  });
});
