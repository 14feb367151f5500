/**
 * A Vite plugin that gives pages the texts of the reports, by their slugs: `import { textOf } from 'virtual:report-texts'`. The folder of
 * reports is chosen when a command runs, so no import can name it.
 */
import { resolve } from 'node:path';
import { foldersFrom } from './desk.ts';

/** What gives the text of a report to the program, under this symbol. */
export const TEXTS = 'marked-to-market.texts';

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
      return isPreview ? whateverIsThere(folder) : BESIDE;
    },
  };
}

/** The program that makes pages has none of them: who runs it says where they are. */
const BESIDE = `export const textOf = (slug) => globalThis[Symbol.for('${TEXTS}')](slug);\n`;

/** In the preview reports come and go. */
function whateverIsThere(folder: string): string {
  return `export const textOf = (slug) => import(/* @vite-ignore */ \`${folder}/\${slug}/index.mdx\`);\n`;
}
