/** The templates of new reports: the files of a folder. A file more is a template more. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'templates');

/** Names of all templates. */
export function templateNames(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => name.replace(/\.mdx$/, ''))
    .sort();
}

export function readTemplate(name: string): string {
  return readFileSync(join(FOLDER, `${name}.mdx`), 'utf8');
}
