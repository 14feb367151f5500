/**
 * What was computed before, kept in files by the fingerprint of all that it was computed from. An entry never changes; what is not there, or
 * can't be read, is computed again, so the folder may be deleted at any time.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where all of it lies; MTM_MEMORY says another place under the project, where what is kept as modules finds its packages. */
export const memoryFolder = (): string => process.env.MTM_MEMORY || 'node_modules/.cache/marked-to-market';

/** Entries that may lie unused beside those in use, in parts of those. */
const UNUSED = 1;
/** So few are never cleared away. */
const FEW = 500;

export class Shelf {
  readonly #folder: string;
  readonly #used = new Set<string>();
  readonly #made = new Set<string>();

  /** @param name what lies on it: 'reports', 'pages' */
  constructor(name: string, folder = memoryFolder()) {
    this.#folder = join(folder, name);
  }

  /** Null where it is not there. */
  get(key: string): Buffer | null {
    try {
      const bytes = readFileSync(this.pathOf(key));
      this.#used.add(key);
      return bytes;
    } catch {
      return null;
    }
  }

  /** Beside its place first, then renamed: another process may be at it too. */
  put(key: string, bytes: string | Uint8Array): void {
    const path = this.pathOf(key);
    this.#makeFolder(dirname(path));
    writeFileSync(`${path}.${process.pid}`, bytes);
    renameSync(`${path}.${process.pid}`, path);
    this.#used.add(key);
  }

  #makeFolder(folder: string): void {
    if (this.#made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
  }

  pathOf(key: string): string {
    return join(this.#folder, key.slice(0, 2), key.slice(2));
  }

  /** Takes away those that were put here first, but for so many. */
  trim(most: number): void {
    const keys = this.#keys();
    if (keys.length <= most) return;
    const aged = keys.map((key) => ({ key, put: statSync(this.pathOf(key), { throwIfNoEntry: false })?.mtimeMs ?? 0 }));
    for (const { key } of aged.sort((a, b) => a.put - b.put).slice(0, keys.length - most)) rmSync(this.pathOf(key), { force: true });
  }

  #keys(): string[] {
    return namesIn(this.#folder).flatMap((part) => namesIn(join(this.#folder, part)).map((name) => `${part}${name}`));
  }

  /** Takes away what was not asked for since this shelf was made, where there is much of it. */
  clear(): void {
    const unused = this.#keys().filter((key) => !this.#used.has(key));
    if (unused.length <= Math.max(FEW, this.#used.size * UNUSED)) return;
    for (const key of unused) rmSync(this.pathOf(key), { force: true });
  }
}

/** Everything that lies on shelves. */
export function forgetAll(): void {
  for (const name of namesIn(memoryFolder())) if (name !== 'fonts') rmSync(join(memoryFolder(), name), { recursive: true, force: true });
}

/** None where it is no folder. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
