import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { preview } from './src/preview/integration.ts';
import { frontMatterCompletion } from './src/reference/front-matter-completion.ts';
import { bindAssertions } from './src/reports/bind-plugin.ts';
import { isListed, withLastChange } from './src/reports/sitemap.ts';
import { reportTexts } from './src/reports/texts-plugin.ts';

// Where the site is published: SITE is its origin, BASE the path under it.
export default defineConfig({
  site: process.env.SITE || 'https://marked-to-market.example',
  base: process.env.BASE || '/',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // The content security policy allows no inline style and no inline script.
  build: { inlineStylesheets: 'never' },
  integrations: [
    mdx(),
    preview(),
    frontMatterCompletion(),
    sitemap({ filter: isListed, serialize: withLastChange(), namespaces: { news: false, xhtml: false, image: false, video: false } }),
  ],
  vite: { build: { assetsInlineLimit: 0 }, plugins: [reportTexts(), bindAssertions()] },
});
