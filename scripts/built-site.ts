/** The files of a built site, read when they are looked at. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { SiteFiles } from '../src/built-site/site-files.ts';

/** @param folder of a built site */
export function readBuiltSite(folder: string): SiteFiles {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());
  return new Map(names.sort().map((name) => [name.split(sep).join('/'), () => readFileSync(join(folder, name), 'utf8')]));
}
