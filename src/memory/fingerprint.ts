/** Fingerprints: what something is made of as one short text. The same parts give the same, and any other gives another. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of some parts in their order. Each counts with its length, so that no two lists of parts read the same. */
export function fingerprintOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${typeof part === 'string' ? Buffer.byteLength(part) : part.byteLength}:`).update(part);
  return hash.digest('hex');
}

/** Of all files under a folder, or of one file: their paths and bytes. That of nothing where it is not there. */
export function fingerprintOfFiles(path: string, isCounted: (path: string) => boolean = () => true): string {
  return fingerprintOf(
    ...filesUnder(path)
      .filter(isCounted)
      .flatMap((file) => [file.slice(path.length), readFileSync(file)]),
  );
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  try {
    const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    return entries.flatMap((entry) => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]));
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOTDIR') return [path];
    throw fault;
  }
}

/** Of all that computes: the code, the packages it rests on, and what runs it. */
export function fingerprintOfCode(root: string, version: string): string {
  return fingerprintOf(fingerprintOfFiles(join(root, 'src')), fingerprintOfFiles(join(root, 'package-lock.json')), version);
}

let program: string | undefined;

/** That of this project. Made once a process; children are told it by MTM_PROGRAM. */
export function fingerprintOfProgram(): string {
  program ??= process.env.MTM_PROGRAM || fingerprintOfCode('.', process.version);
  return program;
}
