/**
 * The texts of the reports as modules: compiled by the plugins that Astro's MDX integration gives to Vite, without Vite's bundling, each kept
 * by the fingerprint of its text. So a text that was changed costs its own compilation and no other.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import mdx from '@astrojs/mdx';
import { fingerprintOf, fingerprintOfFiles, fingerprintOfProgram } from '../memory/fingerprint.ts';
import { Shelf } from '../memory/shelf.ts';
import { bindSource } from '../reports/bind-plugin.ts';
import { settingsPath } from '../settings-file.ts';

interface TransformPlugin {
  name: string;
  transform: { handler(this: object, code: string, id: string): Promise<{ code: string }> | { code: string } };
}

/** Node loads it only from a file with this ending. */
const MODULE = '.mjs';

/** Gives the module of a report's text, compiled where it is not known yet. */
export function textModules(content: string): (slug: string) => Promise<unknown> {
  const shelf = new Shelf('texts');
  let compiler: ReturnType<typeof mdxCompiler> | undefined;
  return async (slug) => {
    const path = join(content, 'reports', slug, 'index.mdx');
    const text = readFileSync(path, 'utf8');
    const key = `${fingerprintOf(fingerprintOfProgram(), fingerprintOfFiles(settingsPath(content)), path, text)}${MODULE}`;
    if (!shelf.get(key)) {
      compiler ??= mdxCompiler();
      shelf.put(key, await (await compiler)(bindSource(text, path), resolve(path)));
    }
    return import(pathToFileURL(resolve(shelf.pathOf(key))).href);
  };
}

/** What Astro's MDX integration does to a file, taken from the hooks by which Astro asks it. */
async function mdxCompiler(): Promise<(code: string, path: string) => Promise<string>> {
  const { hooks } = mdx({ extendMarkdownConfig: false });
  const config = {
    root: pathToFileURL(`${process.cwd()}/`),
    srcDir: pathToFileURL(resolve('src/')),
    base: '/',
    trailingSlash: 'always',
    markdown: {},
  };
  let plugins: TransformPlugin[] = [];
  const nothing = (): void => undefined;
  const setup = hooks['astro:config:setup'] as unknown as (given: object) => Promise<void>;
  await setup({
    config,
    updateConfig: ({ vite }: { vite: { plugins: TransformPlugin[] } }) => {
      plugins = vite.plugins;
    },
    addPageExtension: nothing,
    addContentEntryType: nothing,
    addRenderer: nothing,
  });
  await (hooks['astro:config:done'] as unknown as (given: object) => Promise<void>)({ config, logger: { warn: nothing } });
  return async (code, path) => {
    let written = code;
    for (const { transform } of plugins)
      written = (await transform.handler.call({ environment: { name: 'prerender' } }, written, path)).code;
    return written;
  };
}
