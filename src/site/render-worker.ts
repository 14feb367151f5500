/** A worker that makes pages: it takes the next ones that nobody has taken, and makes those that are not as they were. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { type FileLinks, fileLinks } from '../built-site/links.ts';
import { fingerprintOf } from '../memory/fingerprint.ts';
import { WATCHER } from '../reports/remembered.ts';
import { TEXTS } from '../reports/texts-plugin.ts';
import { AstroProgram, type SitePath } from './astro-program.ts';
import { digestOf } from './digest.ts';
import type { Program } from './program.ts';
import { Recorder } from './reads.ts';
import type { Kept } from './site-memory.ts';
import { textModules } from './texts.ts';

export interface RenderTask {
  program: Program;
  content: string;
  /** The address of the site's root. */
  root: string;
  /** Where files that are made go. */
  staging: string;
  /** The number of the next path that nobody has taken. */
  next: SharedArrayBuffer;
  /** The files as they were; null where all are to be made. */
  before: Kept | null;
}

export interface Made {
  file: string;
  component: string;
  /** Digest of what it was made of; null where it can't be told, so that it is made each time. */
  input: string | null;
  /** What it read, by the names of the parts. */
  reads: string[];
  /** Of its bytes. */
  hash: string;
  /** Null where nothing it was made of is another. */
  links: Omit<FileLinks, 'outside'> | null;
}

export type Told =
  | { kind: 'made'; made: Made[] }
  | { kind: 'done'; parts: Record<string, string>; count: number }
  | { kind: 'warning'; message: string };

/** Paths that are taken at once. */
const TAKEN = 8;

const { program, content, root, staging, next, before } = workerData as RenderTask;
const tell = (told: Told): void => parentPort?.postMessage(told);

const recorder = new Recorder();
Object.assign(globalThis, { [Symbol.for(WATCHER)]: recorder, [Symbol.for(TEXTS)]: textModules(content) });

const astro = await AstroProgram.load(program, (message) => tell({ kind: 'warning', message }));
const paths = await astro.paths();
const taken = new Int32Array(next);
const parts: Record<string, string> = {};
for (let first = Atomics.add(taken, 0, TAKEN); first < paths.length; first = Atomics.add(taken, 0, TAKEN)) {
  const made: Made[] = [];
  for (const path of paths.slice(first, first + TAKEN)) made.push(await makeOrKeep(path));
  tell({ kind: 'made', made });
}
{
  const DBGs = new Map<string, number[]>();
  for (const [c, t, w] of (globalThis as any).DBG ?? []) {
    const k = c + ' ' + w;
    const e = DBGs.get(k) ?? [0, 0];
    e[0]++;
    e[1] += t;
    DBGs.set(k, e);
  }
  console.error(
    'DBG',
    [...DBGs]
      .sort((a, b) => b[1][1] - a[1][1])
      .slice(0, 30)
      .map(([k, [n, t]]) => `${k} ${n} ${t.toFixed(0)}`)
      .join('\n'),
  );
} // DBGend
tell({ kind: 'done', parts, count: paths.length });

async function makeOrKeep(path: SitePath): Promise<Made> {
  const { file, component, props } = path;
  const input = digestOf([program.fingerprint, component, path.pathname, props]);
  const known = before?.files[file];
  if (known && input !== null && known.input === input && recorder.areAsBefore(known.reads, before.parts)) {
    note(known.reads);
    return { file, component, input, hash: known.hash, reads: known.reads, links: null };
  }
  const DBG0 = performance.now();
  recorder.begin();
  const bytes = await astro.render(path);
  const reads = recorder.reads();
  note(reads ?? []);
  ((globalThis as any).DBG ??= []).push([
    component,
    performance.now() - DBG0,
    known
      ? known.input === input
        ? 'reads ' +
          known.reads
            .filter((r) => recorder.digest(r) !== before?.parts[r])
            .map((r) => r.split(' ')[0])
            .join(',')
        : 'input'
      : 'new',
  ]);
  const hash = fingerprintOf(bytes);
  // What it was made of is another, and it came out the same.
  if (known?.hash !== hash) {
    const target = join(staging, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
  return {
    file,
    component,
    hash,
    input: reads === null ? null : input,
    reads: reads ?? [],
    links: linksIn(file, bytes),
  };
}

/** Where it leads, so far as the site itself is concerned. */
function linksIn(file: string, bytes: Uint8Array): Omit<FileLinks, 'outside'> {
  const { inside, unreadable, anchors } = fileLinks(
    file,
    /\.(?:png|pdf)$/.test(file) ? '' : Buffer.from(bytes).toString('utf8'),
    new URL(root),
  );
  return { inside, unreadable, anchors };
}

/** What the parts were that pages have read. */
function note(reads: readonly string[]): void {
  for (const part of reads) parts[part] ??= recorder.digest(part) ?? '';
}
