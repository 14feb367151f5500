import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { preview } from './src/preview/integration.ts';
import { frontMatterCompletion } from './src/reference/front-matter-completion.ts';
import { bindAssertions } from './src/reports/bind-plugin.ts';
import { foldersFrom } from './src/reports/desk.ts';
import { deskStyles } from './src/reports/desk-style-plugin.ts';
import { reportTexts } from './src/reports/texts-plugin.ts';
import { placeOfSite, readSettings } from './src/settings-file.ts';
import { siteProgram } from './src/site/program-integration.ts';

export default defineConfig({
  // Where the site is published: its origin, and the path under it.
  ...placeOfSite(readSettings(foldersFrom().content).settings, process.env),
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // The content security policy allows no inline style and no inline script.
  build: { inlineStylesheets: 'never' },
  integrations: [mdx(), preview(), siteProgram(), frontMatterCompletion()],
  vite: { build: { assetsInlineLimit: 0 }, css: { postcss: { plugins: [deskStyles()] } }, plugins: [reportTexts(), bindAssertions()] },
});
