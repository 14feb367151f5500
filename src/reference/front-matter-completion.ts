/**
 * Completion of front matter: the extension 'Astro' of an editor reads, in `.astro/collections`, which files have front matter of which
 * schema. Astro writes that for collections of its own and a schema that it checks with; ours says more, so we write it ourselves.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { replaceFile } from '../replace-file.ts';
import { foldersFrom } from '../reports/folders.ts';
import { frontMatterSchema } from '../reports/front-matter.ts';
import { jsonSchemaOf } from './json-schema.ts';

const NAME = 'reports';

/** The two files by their names. @param reports whole paths of the reports' texts */
export function collectionFiles(reports: readonly string[]): ReadonlyMap<string, string> {
  // The extension compares addresses in lower case.
  const entries = Object.fromEntries(reports.map((path) => [decodeURIComponent(pathToFileURL(path).href).toLowerCase(), NAME]));
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  return new Map([
    [`${NAME}.schema.json`, json(jsonSchemaOf(frontMatterSchema, 'Front matter'))],
    ['collections.json', json({ collections: [{ hasSchema: true, name: NAME }], entries })],
  ]);
}

/**
 * Writes them when the site is built or previewed, and when a report is added in the preview: for the desk at hand, and always for the one
 * in the project's own `content`, so that building another one takes nothing away.
 */
export function frontMatterCompletion(): AstroIntegration {
  let write = (): void => {};
  return {
    name: 'front-matter-completion',
    hooks: {
      'astro:config:done': ({ config }) => {
        const root = fileURLToPath(config.root);
        const folders = new Set(['content', foldersFrom().content].map((content) => resolve(root, content, 'reports')));
        write = () => writeInto(join(root, '.astro', 'collections'), [...folders].flatMap(reportsIn));
        write();
      },
      'astro:server:setup': ({ server }) => {
        server.watcher.on('add', (path) => void (basename(path) === 'index.mdx' && write()));
      },
    },
  };
}

function reportsIn(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return names.map((name) => join(folder, name, 'index.mdx')).filter((path) => existsSync(path));
}

function writeInto(folder: string, reports: readonly string[]): void {
  for (const [name, text] of collectionFiles(reports)) {
    const path = join(folder, name);
    if (!existsSync(path) || readFileSync(path, 'utf8') !== text) replaceFile(path, text);
  }
}
