/** The list of pages for search engines, as Astro's integration writes it: asked by the hooks by which Astro asks it. */
import { pathToFileURL } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { Folders } from '../reports/folders.ts';
import { isListed, withLastChange } from '../reports/sitemap.ts';

/**
 * @param files of pages: 'about/index.html'
 * @param folder where it goes
 */
export async function writeSitemap(files: readonly string[], root: URL, folders: Folders, folder: string): Promise<void> {
  const { hooks } = sitemap({
    filter: isListed,
    serialize: withLastChange(folders),
    namespaces: { news: false, xhtml: false, image: false, video: false },
  });
  const config = { site: root.origin, base: root.pathname, trailingSlash: 'always', build: { format: 'directory' } };
  const logger = { info: () => undefined, warn: () => undefined, error: (message: string) => console.error(message) };
  const pages = files.filter((file) => file !== '404.html').map((file) => ({ pathname: file.replace(/(^|\/)index\.html$/, '$1') }));
  const call = async (name: keyof typeof hooks, given: object): Promise<void> =>
    (hooks[name] as unknown as ((given: object) => Promise<void>) | undefined)?.(given);
  await call('astro:config:done', { config });
  await call('astro:routes:resolved', { routes: [] });
  await call('astro:build:done', { dir: pathToFileURL(`${folder}/`), pages, logger });
}
