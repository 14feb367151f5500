/**
 * A Vite plugin that gives pages the texts of the reports, by their slugs: `import { textOf } from 'virtual:report-texts'`. The folder of
 * reports is chosen when a command runs, so no import can name it.
 */
import { join, resolve } from 'node:path';
import { readContent } from './content.ts';
import { foldersFrom } from './desk.ts';

const ID = 'virtual:report-texts';
const RESOLVED = `\0${ID}`;

interface TextsPlugin {
  name: string;
  configResolved(config: { command: 'build' | 'serve' }): void;
  resolveId(id: string): string | null;
  load(id: string): string | null;
}

/** @param content the folder with the reports */
export function reportTexts(content = foldersFrom().content): TextsPlugin {
  const folder = resolve(content, 'reports');
  let isPreview = false;
  return {
    name: 'report-texts',
    configResolved({ command }) {
      isPreview = command === 'serve';
    },
    resolveId: (id) => (id === ID ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null;
      return isPreview ? whateverIsThere(folder) : allOf(folder, content);
    },
  };
}

/** A bundle has each by its name. */
function allOf(folder: string, content: string): string {
  const entries = readContent(content).reports.map(
    ({ slug }) => `${JSON.stringify(slug)}: () => import(${JSON.stringify(join(folder, slug, 'index.mdx'))})`,
  );
  return `const texts = {\n${entries.join(',\n')}\n};\nexport const textOf = (slug) => texts[slug]();\n`;
}

/** In the preview reports come and go. */
function whateverIsThere(folder: string): string {
  return `export const textOf = (slug) => import(/* @vite-ignore */ \`${folder}/\${slug}/index.mdx\`);\n`;
}
