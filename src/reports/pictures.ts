/** The edge of the pictures: the tokens and the fonts as they lie in files, and the renderer that makes a PNG of an SVG. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import decompress from 'wawoff2/decompress.js';
import { deskStyle } from '../charts/desk-style.ts';
import { type Memory, RecentMemory } from '../charts/memory.ts';
import { pngOf } from '../charts/png.ts';
import { parseTokens, type Tokens } from '../charts/tokens.ts';
import { sha256 } from '../data/hash.ts';
import { type Settings, settings } from '../settings.ts';

const require = createRequire(import.meta.url);

/** Where the fonts lie unpacked: the renderer takes files only. */
const FOLDER = 'node_modules/.cache/marked-to-market/fonts';

const FONTS = ['latin', 'latin-ext'].flatMap((subset) => [400, 500, 600, 700].map((weight) => `ibm-plex-sans-${subset}-${weight}-normal`));

let fonts: Promise<string[]> | undefined;

/** The colours of the site with those of the desk. */
export function colourTokens(desk: Settings = settings()): Tokens {
  return parseTokens(deskStyle(readFileSync('src/styles/tokens.css', 'utf8'), desk));
}

/** By the hash of an SVG and how many times its size it is. */
export type PictureMemory = Memory<Uint8Array<ArrayBuffer>>;

/** Some dozen pictures. */
const MOST_BYTES = 4_000_000;

const pictures = new RecentMemory<Uint8Array<ArrayBuffer>>(MOST_BYTES);

/** Puts a memory that outlives the process behind that of the process; undefined takes it away. */
export function keepPicturesIn(memory: PictureMemory | undefined): void {
  pictures.behind = memory;
}

/** An SVG as PNG, so many times its size. It sees no font of the machine: the same bytes everywhere. */
export async function png(svg: string, zoom = 1): Promise<Uint8Array<ArrayBuffer>> {
  const key = sha256(`${zoom} ${svg}`);
  const known = pictures.get(key);
  if (known) return known;
  fonts ??= unpackedFonts();
  const font = { loadSystemFonts: false, fontFiles: await fonts, defaultFontFamily: 'IBM Plex Sans' };
  const made = rendered(svg, font, zoom);
  await freeRenderer();
  pictures.set(key, made);
  return made;
}

/** Opaque whatever the SVG leaves free. */
function rendered(svg: string, font: ResvgRenderOptions['font'], zoom: number): Uint8Array<ArrayBuffer> {
  return pngOf(new Resvg(svg, { font, fitTo: { mode: 'zoom', value: zoom }, background: '#ffffff' }).render());
}

/**
 * A renderer and its picture lie outside of what the engine counts, and are let go of only when they are collected: left to themselves
 * hundreds of them hold gigabytes. They are young, so a small collection does, and they go in the turn after it.
 */
async function freeRenderer(): Promise<void> {
  collect ??= collector();
  collect({ type: 'minor' });
  await new Promise((resolve) => setImmediate(resolve));
}

let collect: ((options: { type: 'minor' }) => void) | undefined;

function collector(): NonNullable<typeof collect> {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as NonNullable<typeof collect>;
}

/** The paths of the fonts as TTF, each under a name of its own for each version. In the order of FONTS: the first that has a letter draws it. */
async function unpackedFonts(): Promise<string[]> {
  mkdirSync(FOLDER, { recursive: true });
  const paths: string[] = [];
  for (const name of FONTS) {
    const packed = readFileSync(require.resolve(`@fontsource/ibm-plex-sans/files/${name}.woff2`));
    const path = join(FOLDER, `${name}-${sha256(packed).slice(7, 19)}.ttf`);
    if (!existsSync(path)) {
      // One after the other: what comes back lies in memory that the next call overwrites. Renamed, for another build may be at it too.
      writeFileSync(`${path}.${process.pid}`, await decompress(packed));
      renameSync(`${path}.${process.pid}`, path);
    }
    paths.push(path);
  }
  return paths;
}
