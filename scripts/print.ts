/** Pages of a built site on paper, as PDFs. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';

/**
 * The page as a tagged PDF with an outline. The browser is shown the files of the site at the addresses they will have:
 * links lead to the published site, and no network is needed.
 * @throws Error where the page asks for a file that the site does not have
 * @param folder the built site
 * @param address of the page, where the site is published
 * @param root address of the site
 */
export async function printPage(browser: Browser, folder: string, address: string, root: string): Promise<Uint8Array> {
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: 'light', reducedMotion: 'reduce' });
  const missing: string[] = [];
  await context.route('**/*', (route) => {
    const [url] = route.request().url().split(/[?#]/);
    const path = fileOf(folder, url, root);
    if (path !== null) return route.fulfill({ path });
    missing.push(url);
    return route.abort();
  });
  try {
    const page = await context.newPage();
    await page.emulateMedia({ media: 'print' }); // before the page is loaded, for the fonts of paper to come with it
    await page.goto(address, { waitUntil: 'networkidle' });
    const pdf = await page.pdf({ format: 'Letter', tagged: true, outline: true });
    if (missing.length > 0) throw new Error(`${address} asks for what is not in the site: ${missing.join(', ')}`);
    return pdf;
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
