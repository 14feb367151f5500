/**
 * Completion of front matter: the extension 'Astro' of an editor reads, in `.astro/collections`, which files have front matter of which
 * schema. Astro writes that for collections of its own and a schema that it checks with; ours says more, so we write it ourselves.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { replaceFile } from '../replace-file.ts';
import { foldersFrom } from '../reports/desk.ts';
import { frontMatterSchema } from '../reports/front-matter.ts';
import { jsonSchemaOf } from './json-schema.ts';

const NAME = 'reports';

/** The two files by their names. @param reports whole paths of the reports' texts */
export function collectionFiles(reports: readonly string[]): ReadonlyMap<string, string> {
  // The extension compares addresses in lower case.
  const entries = Object.fromEntries(reports.map((path) => [decodeURIComponent(pathToFileURL(path).href).toLowerCase(), NAME]));
  return new Map(
    [
      [`${NAME}.schema.json`, jsonSchemaOf(frontMatterSchema, 'Front matter')],
      ['collections.json', { collections: [{ hasSchema: true, name: NAME }], entries }],
    ].map(([name, value]) => [name as string, `${JSON.stringify(value, null, 2)}\n`]),
  );
}

/** Writes them when the site is built or previewed, and when a report is added in the preview. */
export function frontMatterCompletion(): AstroIntegration {
  const folder = resolve(foldersFrom().content, 'reports');
  let target = '';
  const write = (): void => {
    const names = existsSync(folder) ? readdirSync(folder) : [];
    const reports = names
      .map((name) => join(folder, name, 'index.mdx'))
      .filter(existsSync)
      .sort();
    for (const [name, text] of collectionFiles(reports)) {
      const path = join(target, name);
      if (!existsSync(path) || readFileSync(path, 'utf8') !== text) replaceFile(path, text);
    }
  };
  const isReport = (path: string): boolean => basename(path) === 'index.mdx' && dirname(dirname(path)) === folder;
  return {
    name: 'front-matter-completion',
    hooks: {
      'astro:config:done': ({ config }) => {
        target = fileURLToPath(new URL('.astro/collections', config.root));
        write();
      },
      'astro:server:setup': ({ server }) => {
        server.watcher.on('add', (path) => void (isReport(path) && write()));
      },
    },
  };
}
