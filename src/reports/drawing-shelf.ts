/**
 * Drawings and pictures that outlive the process: by all that they are made from, and the code that draws. Charts import from nothing but
 * metrics and data, so a change elsewhere leaves them as they are.
 */
import { keepDrawingsIn } from '../charts/drawing.ts';
import { fingerprintOf, fingerprintOfFiles } from '../memory/fingerprint.ts';
import { Shelf } from '../memory/shelf.ts';
import { keepPicturesIn } from './pictures.ts';

/** Drawings and pictures that are kept: those of some thousand figures. */
const MOST = 40_000;

const isAtTop = (path: string): boolean => !path.slice('src/'.length).includes('/');

/** From here on what is drawn is looked for on the shelf first. */
export function keepDrawings(): void {
  const code = fingerprintOf(
    ...['src/charts', 'src/metrics', 'src/data', 'src/reports/pictures.ts', 'package-lock.json'].map((path) => fingerprintOfFiles(path)),
    fingerprintOfFiles('src', isAtTop),
    process.version,
  );
  const [drawings, pictures] = shelves();
  const keyOf = (key: string): string => fingerprintOf(code, key);
  keepDrawingsIn({ get: (key) => drawings.get(keyOf(key))?.toString('utf8'), set: (key, drawing) => drawings.put(keyOf(key), drawing) });
  keepPicturesIn({
    get: (key) => (pictures.get(keyOf(key)) as Uint8Array<ArrayBuffer> | null) ?? undefined,
    set: (key, picture) => pictures.put(keyOf(key), picture),
  });
}

/** Takes away the oldest where there are too many. */
export function trimDrawings(): void {
  for (const shelf of shelves()) shelf.trim(MOST);
}

const shelves = (): [Shelf, Shelf] => [new Shelf('drawings'), new Shelf('pictures')];
