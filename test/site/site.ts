/** The built site in a real browser. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';
import { type StaticServer, serveFolder } from '../../scripts/serve.ts';

export const REPORT = 'reports/2024-07-17-small-caps-take-the-lead/';

/** The pages of the site, a name and a path each. */
export const PAGES = [
  ['home', ''],
  ['report', REPORT],
  ['versions', `${REPORT}versions/`],
  ['figure', `${REPORT}figures/fig1/`],
  ['embed', 'embed/2024-07-17-small-caps-take-the-lead/fig1/'],
  ['claims', 'claims/'],
  ['claims of one status', 'claims/verified/'],
  ['calls', 'calls/'],
  ['call', 'calls/2024-07-18-one-note-line-by-line/c1/'],
  ['metrics', 'metrics/'],
  ['metric', 'metrics/return-rut-5d-minus-return-spx-5d/2024-07-16/'],
  ['datasets', 'data/'],
  ['dataset', 'data/us-equity-indices/'],
  ['all series', 'series/'],
  ['series', 'series/etp_calls/'],
  ['gallery', 'gallery/'],
  ['chart kind', 'gallery/plot/'],
  ['search', 'search/'],
  ['archive', 'reports/'],
  ['topic', 'topics/small-cap-rotation/'],
  ['people', 'people/'],
  ['person', 'people/mandy-xu/'],
  ['source', 'sources/note-2024-07-17/'],
  ['method', 'method/'],
  ['about', 'about/'],
  ['glossary', 'glossary/'],
  ['not found', '404.html'],
] as const;

export interface Site {
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  url(): string;
}

/** A server and a browser for the tests of a file. Pages are closed with them. */
export function useSite(): Site {
  let browser: Browser;
  let server: StaticServer;
  beforeAll(async () => {
    [server, browser] = await Promise.all([serveFolder('dist'), launchBrowser()]);
  });
  afterAll(async () => {
    await Promise.all([browser.close(), server.close()]);
  });
  return {
    url: () => server.url,
    async open(path, options = {}) {
      const page = await browser.newPage({ reducedMotion: 'reduce', ...options });
      await page.goto(server.url + path, { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      return page;
    },
  };
}
