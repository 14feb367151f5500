/** Components of the site, rendered as the build renders them and without building the site. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getViteConfig } from 'astro/config';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { afterAll, beforeAll } from 'vitest';
import { createViteServer } from 'vitest/node';
import type { reportSections } from '../../src/components/report-sections/index.ts';
import type { PlacedSection } from '../../src/components/sections.ts';
import type { Library, Report } from '../../src/reports/library.ts';

export interface RenderedSite {
  library(): Library;
  sections: typeof reportSections;
  html(section: Pick<PlacedSection<{ report: Report }>, 'Component'>, report: Report): Promise<string>;
}

/** For a whole test file: one server takes three seconds to begin. */
export function useComponents(): RenderedSite {
  let close: (() => Promise<void>) | undefined;
  const site = {} as RenderedSite;
  beforeAll(async () => {
    const cacheDir = mkdtempSync(join(tmpdir(), 'mtm-'));
    const vite = { server: { middlewareMode: true, hmr: false, watch: null }, cacheDir };
    const config = await getViteConfig(vite, { logLevel: 'error' })({ mode: 'test', command: 'serve' });
    const server = await createViteServer({ ...config, configFile: false, logLevel: 'error' });
    close = async () => {
      await server.close();
      rmSync(cacheDir, { recursive: true, force: true });
    };
    const container = await AstroContainer.create();
    const { reportSections: sections } = await server.ssrLoadModule('/src/components/report-sections/index.ts');
    const { library } = await server.ssrLoadModule('/src/reports/library.ts');
    Object.assign(site, {
      sections,
      library,
      html: ({ Component }: PlacedSection<unknown>, report: Report) => container.renderToString(Component, { props: { report } }),
    });
  });
  afterAll(() => close?.());
  return site;
}
