/** What stands in a folder, where the folder is the register: a new file is a new entry. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The modules of a folder by their file names ('./average.ts'), in the order of the names, without its index.
 * For Node; where Vite bundles, `import.meta.glob` gives the same.
 */
export async function modulesOf<M>(folder: string): Promise<Record<string, M>> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .sort();
  const modules = await Promise.all(
    names.map(async (name): Promise<[string, M]> => [`./${name}`, await import(/* @vite-ignore */ pathToFileURL(join(folder, name)).href)]),
  );
  return Object.fromEntries(modules);
}
