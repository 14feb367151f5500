/** A desk on US Treasury yields, test/cases/treasury: the same site for another subject, published at the address of its settings. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';
import { readBuiltSite } from '../../scripts/built-site.ts';
import { serveFolder } from '../../scripts/serve.ts';
import type { SiteFiles } from '../../src/built-site/site-files.ts';
import { runCommand } from '../support/command.ts';
import { faultsOfThing } from '../support/linked-data.ts';

const REPORT = 'reports/2024-11-01-the-long-inversion';
const folder = mkdtempSync(join(tmpdir(), 'mtm-another-'));
// Outside of the project, where the desk's address has it.
const out = join(folder, 'notes');
let site: SiteFiles;

beforeAll(() => {
  const options = ['--content', 'test/cases/treasury/content', '--data', 'test/cases/treasury/data', '--out', out, '--json'];
  const { status, stdout } = runCommand('build', options, { SITE: '', BASE: '' });
  expect([status, JSON.parse(stdout)]).toEqual([
    0,
    {
      ok: true,
      findings: [],
      reports: { '2024-11-01-the-long-inversion': { verified: 14 }, '2024-11-04-three-days-in-march': { verified: 16, sourced: 1 } },
    },
  ]);
  site = readBuiltSite(out);
});
afterAll(() => rmSync(folder, { recursive: true }));

const textOf = (path: string): string => site.get(path)?.() ?? `there is no ${path}`;

describe('another desk', () => {
  it('has nothing of ours', () => {
    const ours = /marked.to.market|russell|equit|small.?caps?\b|S&(?:amp;)?P 500|rotation|magnificent|\b(?:rut|spx)\b/i;
    const texts = [...site].filter(([path]) => /\.(?:html|xml|json|txt|css|js|svg|csv|bib|ris)$/.test(path));
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.map(([path, text]) => [path, ours.exec(text())?.[0]]).filter(([, word]) => word !== undefined)).toEqual([]);
  });

  it('stands at the address of its settings', () => {
    expect(textOf(`${REPORT}/index.html`)).toContain(`<link rel="canonical" href="https://yield-notes.example/notes/${REPORT}/"`);
    for (const [path, html] of site) if (path.endsWith('.html')) expect(html().match(/(?:href|src)="\/(?!notes\/)/g), path).toBe(null);
    expect(textOf('feed.xml')).toContain('<link rel="self" href="https://yield-notes.example/notes/feed.xml"/>');
    expect(textOf('robots.txt')).toContain('Sitemap: https://yield-notes.example/notes/sitemap-index.xml');
  });

  it.each([
    ['index.html', '<meta property="og:site_name" content="Yield Notes"'],
    ['index.html', '<b>Yield Notes</b> publishes research on the US Treasury yield curve.'],
    ['index.html', '<h2 id="state">The curve today</h2>'],
    ['404.html', '<title>Not found | Yield Notes</title>'],
    ['about/index.html', 'Yield Notes publishes reports on the yields of US Treasuries and the distance between them.'],
    ['about/index.html', 'A yield is a price told as a rate.'],
    ['about/index.html', 'CC BY-SA 4.0</a>: change them and pass them on'],
    ['method/index.html', 'A session is a day on which the US bond market was open;'],
    ['method/index.html', 'Columbus Day and Veterans Day'],
    ['method/index.html', '<code>change('],
    [`${REPORT}/index.html`, '"license":"https://creativecommons.org/licenses/by-sa/4.0/"'],
    [`${REPORT}/index.html`, '"name":"Yield Notes desk"'],
    [`${REPORT}/index.html`, 'A session is a day on which the US bond market was open. A week'],
    [`${REPORT}/index.html`, 'stroke="var(--s-slope)"'],
    [`${REPORT}/print.css`, '"Yield Notes'],
    [`${REPORT}/cite.bib`, 'Yield Notes desk'],
    [`${REPORT}/figures/2024-11-01-the-long-inversion-fig1.svg`, '#1c5fa8'],
    [`${REPORT}/figures/2024-11-01-the-long-inversion-fig1.svg`, '#fffdf8'],
    ['embed/2024-11-01-the-long-inversion/fig1/index.html', ' | Yield Notes</title>'],
    ['feed.xml', 'Reports under CC BY-SA 4.0'],
    ['feed.json', '"title": "Yield Notes"'],
    ['llms.txt', '# Yield Notes'],
    ['icon.svg', '.a{stroke:#5b3a8c}.b{stroke:#0b6b53}'],
    ['data/snapshots/2024-11-01/datapackage.json', '"name": "yield-notes"'],
  ])('%s has %s', (path, part) => expect(textOf(path)).toContain(part));

  it('has its colours in the style sheets of pages and of embeds, and no other colours of series', () => {
    const sheets = [...site].filter(([path, css]) => path.endsWith('.css') && css().includes('--paper:')).map(([, css]) => css());
    expect(sheets.length).toBeGreaterThan(1);
    for (const css of sheets) {
      expect(css).toContain('--paper:light-dark(#fffdf8,#14140f)');
      expect([...css.matchAll(/--(s-[a-z0-9-]+):/g)].map(([, name]) => name)).toEqual(['s-two', 's-ten', 's-slope', 's-policy']);
    }
    expect(sheets.some((css) => css.includes('content:"Yield Notes"'))).toBe(true);
  });

  it('shows kinds with its own series in the gallery, and in which of its figures they are used', () => {
    const { document } = parseHTML(textOf('gallery/index.html'));
    const links = [...document.querySelectorAll('[aria-labelledby="kind-range-band"] a')].map((link) => link.getAttribute('href'));
    expect(links).toContain(`/notes/${REPORT}/figures/fig1/`);
    expect(document.querySelector('[aria-labelledby="kind-range-band"] pre')?.textContent).toContain('series="ust');
    // Of prices it has none: no code that would not work here.
    expect(document.querySelector('[aria-labelledby="kind-said-found"] pre')).toBe(null);
  });

  it('says on top of a corrected report what was corrected last, and links to all of it', () => {
    const { document } = parseHTML(textOf(`${REPORT}/index.html`));
    const notice = document.querySelector('.notice');
    expect(notice?.textContent?.replace(/\s+/g, ' ').trim()).toBe(
      'Correction, November 6, 2024. The fall was counted from May 31. What changed, and 1 earlier',
    );
    expect(notice?.nextElementSibling?.className).toBe('strip');
    const [, target] = notice?.querySelector('a')?.getAttribute('href')?.split('#') ?? [];
    expect(document.getElementById(target)?.querySelector('del')?.textContent).toContain('130 basis points');
    expect(document.querySelector('.citation')?.textContent).toContain('Version 3. Data as of');
    const ledger = [...document.querySelectorAll('.claims tbody tr')].filter((row) => row.querySelector('.claims__corrected'));
    expect(ledger.map((row) => row.querySelector('.claims__number')?.textContent)).toEqual(['13']);
    expect(
      parseHTML(textOf('reports/index.html')).document.querySelector('.archive__corrected')?.textContent?.replaceAll('\u00A0', ' '),
    ).toBe('Corrected Nov 6, 2024');
    expect(parseHTML(textOf('reports/2024-11-04-three-days-in-march/index.html')).document.querySelector('.notice')).toBe(null);
  });

  it('describes it for machines: version, corrections with their anchors, the day of the last', () => {
    const { document } = parseHTML(textOf(`${REPORT}/index.html`));
    const [report] = JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '')['@graph'];
    expect(faultsOfThing(report)).toEqual([]);
    expect(report).toMatchObject({
      version: 3,
      dateModified: '2024-11-06',
      correction: [
        { '@type': 'CorrectionComment', name: 'Correction', '@id': expect.stringMatching(/#correction-2024-11-06$/) },
        { name: 'Clarification', datePublished: '2024-11-04' },
      ],
    });
    expect(textOf('sitemap-0.xml')).toMatch(/the-long-inversion\/versions\/<\/loc><lastmod>2024-11-06/);
    const feed = JSON.parse(textOf('corrections/feed.json')).items;
    expect(feed.map(({ title, url }: Record<string, string>) => [title.split(':')[0], url.split('#')[1]])).toEqual([
      ['Correction', 'correction-2024-11-06'],
      ['Clarification', 'correction-2024-11-04'],
    ]);
  });

  it('keeps every version: what changed from the records, and the bytes as they were committed', () => {
    const { document } = parseHTML(textOf(`${REPORT}/versions/index.html`));
    const versions = [...document.querySelectorAll('.version')];
    expect(versions.map((version) => version.querySelector('h2')?.textContent)).toEqual([
      'Version 3, as it stands',
      'Version 2',
      'Version 1, as first published',
    ]);
    const partsOf = (selector: string) =>
      versions.map((version) => [...version.querySelectorAll(selector)].map(({ textContent }) => textContent));
    expect(partsOf('.changes :is(del, ins)')).toEqual([
      ['130', '145'],
      ['For a week they', 'Until September\u00A05 they stood level or'],
      [],
    ]);
    expect(partsOf('.statements__text :is(del, ins)')).toEqual([['fallen 130 basis points', 'fallen 145 basis points'], [], []]);
    const folder = 'test/cases/treasury/data/metrics';
    const kept = ['versions/2024-11-01-the-long-inversion/1', 'versions/2024-11-01-the-long-inversion/2', '2024-11-01-the-long-inversion'];
    for (const [index, name] of kept.entries())
      expect(textOf(`${REPORT}/versions/${index + 1}.json`)).toBe(readFileSync(`${folder}/${name}.json`, 'utf8'));
    const other = parseHTML(textOf('reports/2024-11-04-three-days-in-march/versions/index.html')).document;
    expect(other.querySelector('.version h2')?.textContent).toBe('Version 1, as published');
  });

  it('axe finds nothing on its home page, in a report and on its versions, in both themes', async () => {
    const [server, browser] = await Promise.all([serveFolder(folder), launchBrowser()]);
    const page = await browser.newPage({ bypassCSP: true, reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } });
    const found: string[] = [];
    for (const path of ['', `${REPORT}/`, `${REPORT}/versions/`]) {
      await page.goto(`${server.url}notes/${path}`, { waitUntil: 'load' });
      await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
        found.push(...violations.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`));
      }
    }
    await Promise.all([browser.close(), server.close()]);
    expect(found).toEqual([]);
  });
});
