import { describe, expect, it } from 'vitest';
import { linksOf } from '../../src/built-site/links.ts';

const ROOT = 'https://desk.example/base/';
const first = (body = ''): string => `<link rel="canonical" href="${ROOT}"><h1 id="top-line">Home</h1>${body}`;

/** The links of a site of these files, and a first page with this body. */
function links(body: string, files: Record<string, string> = {}, home = first(body)) {
  return linksOf(new Map(Object.entries({ 'index.html': home, ...files }).map(([path, text]) => [path, () => text])));
}

const files = {
  'claims/index.html': '<h2 id="verified">Verified</h2><a name="old">',
  'feed.xml': '<feed/>',
  'a b.csv': '',
  '_astro/x.css': '',
};

describe('a link inside the site', () => {
  it.each([
    ['<a href="/base/claims/">'],
    ['<a href="claims/">'],
    ['<a href="./claims/index.html">'],
    ['<a href="/base/claims/#verified">'],
    ['<a href="claims/#old">'],
    ['<a href="claims/#:~:text=Verified">'],
    ['<a href="claims/?q=a&amp;b#verified">'],
    ['<a href="#top-line">'],
    ['<a href="#">'],
    ['<a href="#top">'],
    [`<a href="${ROOT}feed.xml">`],
    ['<a href="a%20b.csv">'],
    ['<link rel="stylesheet" href="/base/_astro/x.css">'],
    ['<svg><use href="#top-line"></use></svg>'],
    ['<!-- <a href="/base/nowhere/"> -->'],
    [`<script type="application/ld+json">{"@id":"${ROOT}#desk"}</script>`],
    ['<a href="mailto:a@b.example"><img src="data:image/png;base64,AA">'],
  ])('%s is alive', (body) => expect(links(body, files).dead).toEqual([]));

  it.each([
    ['<a href="/base/claim/">', "'/base/claim/' leads nowhere. Did you mean '/base/claims/'?"],
    ['<a href="/base/claims">', "'/base/claims' leads nowhere. Did you mean '/base/claims/'?"],
    ['<a href="/claims/">', "'/claims/' leads out of the site, which stands under /base/."],
    ['<a href="claims/#verifed">', "'/base/claims/#verifed' leads to a page that has no anchor 'verifed'. Did you mean 'verified'?"],
    ['<a href="claims/#100%">', "'/base/claims/#100%' leads to a page that has no anchor '100%'."],
    ['<a href="https://">', "'https://' is not an address."],
    ['<img src="zzzzzzzzzzzz.png">', "'/base/zzzzzzzzzzzz.png' leads nowhere."],
    ['<img srcset="feed.xml 1x, feed2.xml 2x">', "'/base/feed2.xml' leads nowhere. Did you mean '/base/feed.xml'?"],
    ['<script src="/base/_astro/y.js"></script>', "'/base/_astro/y.js' leads nowhere."],
    ['<iframe src="embed/fig1/">', "'/base/embed/fig1/' leads nowhere."],
    ['<meta property="og:image" content="/base/zzzzzzzzz.png">', "'/base/zzzzzzzzz.png' leads nowhere."],
    [`<script type="application/ld+json">{"url":"${ROOT}zzzzzzzzz/"}</script>`, "'/base/zzzzzzzzz/' leads nowhere."],
    [`<code>&lt;iframe src=&quot;${ROOT}zzzzzzzzz/&quot;&gt;</code>`, "'/base/zzzzzzzzz/' leads nowhere."],
  ])('%s is dead', (body, message) => {
    expect(links(body, files).dead).toEqual([{ rule: 'dead-link', severity: 'error', path: 'index.html', message }]);
  });

  it.each([
    ['feed.xml', `<id>${ROOT}a/</id><content>&lt;a href=&quot;${ROOT}b/&quot;</content>`, ['/base/a/', '/base/b/']],
    ['sitemap-0.xml', `<loc>${ROOT}a/</loc><loc>${ROOT}</loc>`, ['/base/a/']],
    ['llms.txt', `See [the report](${ROOT}a/), or ${ROOT}b.csv.`, ['/base/a/', '/base/b.csv']],
    ['feed.json', `{"url":"${ROOT}a/"}`, ['/base/a/']],
  ])('is followed in %s too', (path, text, dead) => {
    expect(links('', { [path]: text }).dead.map(({ message }) => /'(.+?)'/.exec(message)?.[1])).toEqual(dead);
  });

  it('is one finding however many pages have it', () => {
    const dead = '<a href="/base/nowhere-at-all/">';
    const found = links(dead, { 'a.html': dead, 'b.html': dead, 'c.html': '' }).dead;
    expect(found.map(({ path, message }) => [path, message])).toEqual([
      ['a.html', "'/base/nowhere-at-all/' leads nowhere. It stands on 2 more pages, b.html among them."],
    ]);
  });
});

describe('a link to another site', () => {
  it('is told once, without fragment, with its pages', () => {
    const { external, dead } = links('<a href="https://a.example/x#1"><a href="//b.example/">', {
      'a.html': '<a href="https://a.example/x#2">',
    });
    expect(dead).toEqual([]);
    expect([...external]).toEqual([
      ['https://a.example/x', ['a.html', 'index.html']],
      ['https://b.example/', ['index.html']],
    ]);
  });

  it('may stand on the same host beside the site, or on one whose name begins alike', () => {
    const { external, dead } = links('<a href="https://desk.example/other/"><a href="https://desk.example.evil.example/">');
    expect(dead).toEqual([]);
    expect([...external.keys()]).toEqual(['https://desk.example/other/', 'https://desk.example.evil.example/']);
  });
});

it('a site whose first page does not say where it stands is refused', () => {
  expect(() => links('', {}, '<h1>Home</h1>')).toThrow('the first page must name its canonical address');
});
