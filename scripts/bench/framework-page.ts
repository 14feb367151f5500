/** A built page of Observable Framework in a real browser: whether all is there, and what a reader loads for it. */
import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { serveFolder } from '../serve.ts';

export interface Loaded {
  /** Bytes of the page and of all files of a kind that it loads, each compressed with gzip at its best. */
  html: number;
  script: number;
  data: number;
  /** What stands in the text. */
  text: string;
  /** Of each figure, the points of its longest line. */
  points: number[];
}

/** @param folder the built site */
export async function loadPage(folder: string, path: string): Promise<Loaded> {
  const [site, browser] = await Promise.all([serveFolder(folder), launchBrowser()]);
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const kinds = { document: 'html', script: 'script', fetch: 'data' } as const;
    const sizes = { html: 0, script: 0, data: 0 };
    const reads: Promise<void>[] = [];
    const count = async (response: Response): Promise<void> => {
      const kind = kinds[response.request().resourceType() as keyof typeof kinds];
      if (!kind || !response.ok()) return;
      const { length } = gzipSync(await response.body(), { level: 9 });
      sizes[kind] += length;
    };
    page.on('response', (response) => reads.push(count(response)));
    await page.goto(site.url + path, { waitUntil: 'networkidle' });
    await Promise.all(reads);
    const text = (await page.textContent('main')) ?? '';
    const points = await page.$$eval('main figure', (figures) =>
      figures.map((figure) =>
        Math.max(0, ...Array.from(figure.querySelectorAll('path'), (path) => (path.getAttribute('d') ?? '').split('L').length)),
      ),
    );
    return { ...sizes, text, points };
  } finally {
    await Promise.all([browser.close(), site.close()]);
  }
}
