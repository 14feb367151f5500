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
  /** The number of the next portion of the paths that nobody has taken. */
  next: SharedArrayBuffer;
  /** The files as they were; null where all are to be made. */
  before: Kept | null;
}

export interface Made {
  file: string;
  /** Digest of what it was made of; null where it can't be told, so that it is made each time. */
  input: string | null;
  /** What it read, by the names of the parts. */
  reads: string[];
  /** Of its bytes. */
  hash: string;
  /** Null where nothing it was made of is another. */
  links: Omit<FileLinks, 'outside'> | null;
}

export type Told = { kind: 'made'; made: Made[] } | { kind: 'done'; parts: Record<string, string> } | { kind: 'warning'; message: string };

/** Paths that are taken at once, where they are of no one report. */
const TAKEN = 8;

const { program, content, root, staging, next, before } = workerData as RenderTask;
const tell = (told: Told): void => parentPort?.postMessage(told);

const recorder = new Recorder();
Object.assign(globalThis, { [Symbol.for(WATCHER)]: recorder, [Symbol.for(TEXTS)]: textModules(content) });

const astro = await AstroProgram.load(program, (message) => tell({ kind: 'warning', message }));
const paths = await astro.paths();
const taken = new Int32Array(next);
const parts: Record<string, string> = {};
// In force everywhere, and some of them follow from which series there are.
const settings = recorder.digest('settings');
const portions = portionsOf(paths);
for (let own = Atomics.add(taken, 0, 1); own < portions.length; own = Atomics.add(taken, 0, 1)) {
  const made: Made[] = [];
  for (const path of portions[own]) made.push(await makeOrKeep(path));
  tell({ kind: 'made', made });
}
tell({ kind: 'done', parts });

/** All of one report together, so that its figures are computed once; of the others some at once. The same in every worker. */
function portionsOf(paths: readonly SitePath[]): SitePath[][] {
  const byReport = Map.groupBy(paths, ({ file }) => /^(?:reports|embed)\/(\d{4}-[^/]+)\//.exec(file)?.[1] ?? '');
  const others = byReport.get('') ?? [];
  byReport.delete('');
  return [
    ...byReport.values(),
    ...Array.from({ length: Math.ceil(others.length / TAKEN) }, (_portion, k) => others.slice(k * TAKEN, (k + 1) * TAKEN)),
  ];
}

async function makeOrKeep(path: SitePath): Promise<Made> {
  const { file, component, props } = path;
  const input = settings === null ? null : digestOf([program.fingerprint, settings, component, path.pathname, props]);
  const known = before?.files[file];
  if (known && input !== null && known.input === input && recorder.areAsBefore(known.reads, before.parts)) {
    note(known.reads);
    return { file, input, hash: known.hash, reads: known.reads, links: null };
  }
  recorder.begin();
  const bytes = await astro.render(path);
  const reads = recorder.reads();
  note(reads ?? []);
  const hash = fingerprintOf(bytes);
  // What it was made of is another, and it came out the same.
  if (known?.hash !== hash) {
    const target = join(staging, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
  return {
    file,
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
