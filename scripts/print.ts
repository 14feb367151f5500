/** Pages of a built site on paper, as PDFs. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';

/**
 * The page as a tagged PDF with an outline. The browser is shown the files of the site at the addresses they will have:
 * links lead to the published site, and no network is needed.
 * @param folder the built site
 * @param address of the page, where the site is published
 * @param root address of the site
 */
export async function printPage(browser: Browser, folder: string, address: string, root: string): Promise<Uint8Array> {
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: 'light', reducedMotion: 'reduce' });
  await context.route('**/*', (route) => {
    const [url] = route.request().url().split(/[?#]/);
    const path = fileOf(folder, url, root);
    return path === null ? route.abort() : route.fulfill({ path });
  });
  try {
    const page = await context.newPage();
    await page.emulateMedia({ media: 'print' }); // before the page is loaded, for the fonts of paper to come with it
    await page.goto(address, { waitUntil: 'networkidle' });
    return await page.pdf({ format: 'Letter', tagged: true, outline: true });
  } finally {
    await context.close();
  }
}

/** The file behind an address of the site, null where there is none. */
function fileOf(folder: string, url: string, root: string): string | null {
  if (!url.startsWith(root)) return null;
  const path = join(folder, decodeURIComponent(url.slice(root.length)), url.endsWith('/') ? 'index.html' : '');
  return existsSync(path) && statSync(path).isFile() ? path : null;
}
