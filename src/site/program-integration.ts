/**
 * The hook in Astro by which its build gives the program and no page. Astro would render one page after the other in its own process; here
 * its code and what it knows of the pages' styles are put aside, for workers to render them.
 */
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { PROGRAM_OUT, type ProgramManifest } from './program.ts';

export function siteProgram(): AstroIntegration {
  let pages: Map<string, unknown> = new Map();
  let server = '';
  return {
    name: 'site-program',
    hooks: {
      'astro:config:done': ({ config }) => {
        server = fileURLToPath(new URL('./.prerender/', config.outDir));
      },
      'astro:build:setup': (options) => {
        pages = options.pages as unknown as Map<string, unknown>;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const folder = process.env[PROGRAM_OUT];
        if (!folder) return;
        setPrerenderer((ordinary) => ({
          ...ordinary,
          name: 'site-program',
          setup: undefined,
          async getStaticPaths() {
            cpSync(server, join(folder, 'server'), { recursive: true });
            writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifestOf(server, pages)));
            return [];
          },
        }));
      },
    },
  };
}

function manifestOf(server: string, pages: ReadonlyMap<string, unknown>): ProgramManifest {
  const entry = readdirSync(server).find((name) => /^prerender-entry\..*\.mjs$/.test(name));
  if (!entry) throw new Error(`Astro has put no entry into ${server}: what it calls it has changed`);
  return { entry, pages: [...pages].map(([key, page]) => [key, { styles: (page as { styles: unknown }).styles }]) };
}
