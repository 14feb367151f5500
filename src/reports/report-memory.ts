/**
 * Compiled reports and what became of them, kept by the fingerprint of all that they were computed from. One without an error is computed
 * again only where its text, its record, what stands beside the reports, a snapshot it rests on or the program is another.
 */
import { join } from 'node:path';
import { fingerprintOf, fingerprintOfFiles, fingerprintOfProgram } from '../memory/fingerprint.ts';
import { Shelf } from '../memory/shelf.ts';
import type { ReportFile } from './compile.ts';
import type { FigureView } from './compile-figure.ts';
import type { Folders } from './folders.ts';
import type { RecordTexts, VersionedReport } from './history.ts';
import { type LinksOf, readLinks } from './links.ts';
import type { Published, ReportMarks } from './marks.ts';

export interface ReportMemory {
  /** Of a report that is to be compiled on a snapshot with this hash. */
  keyOf(file: ReportFile, texts: RecordTexts, snapshotHash: string): string;
  get(key: string, figures: () => ReadonlyMap<string, FigureView>): VersionedReport | null;
  put(key: string, report: VersionedReport): void;
  /** What became of a report on a snapshot, computed where it is not known. */
  marks(published: Published, hashes: { pinned: string; snapshot: string }, compute: () => ReportMarks): ReportMarks;
  /** The links of a report, read where they are not known. */
  links(file: ReportFile): LinksOf | null;
  /** Takes away what no report of this desk has used, where there is much of it. */
  clear(): void;
}

/** Files that a report's compilation can't see: the glossary, and what stands on pages of their own. */
const UNSEEN = ['home.yaml', 'method.yaml'];

/** @param given what besides the files the desk compiles with: the ids of its series, its calendar */
export function reportMemory({ content, data }: Folders, given: string): ReportMemory {
  const [shelf, marks, links] = [new Shelf('reports'), new Shelf('marks'), new Shelf('links')];
  const isSeen = (path: string): boolean => !path.startsWith(join(content, 'reports')) && !UNSEEN.some((name) => path.endsWith(name));
  const desk = fingerprintOf(
    fingerprintOfProgram(),
    content,
    data,
    given,
    fingerprintOfFiles(content, isSeen),
    fingerprintOfFiles(join(data, 'calendar')),
  );
  return {
    keyOf({ slug, path, text, files = new Map() }, { committed, kept, others }, snapshotHash) {
      const records = [committed, ...kept].flatMap((record) => (record ? [record.path, record.text] : ['']));
      return fingerprintOf(desk, snapshotHash, slug, path, text, ...[...files].flat(), '', ...records, '', ...others);
    },
    get(key, figures) {
      const bytes = shelf.get(key);
      if (!bytes) return null;
      const { ids, ...report } = JSON.parse(bytes.toString('utf8')) as Omit<VersionedReport, 'figures'> & { ids: string[] };
      return { ...report, figures: new FiguresToCome(ids, figures) };
    },
    put(key, { figures, ...report }) {
      if (report.findings.some(({ severity }) => severity === 'error')) return;
      shelf.put(key, JSON.stringify({ ...report, ids: [...figures.keys()] }));
    },
    marks({ file: { slug, path, text, files = new Map() }, record }, { pinned, snapshot }, compute) {
      const key = fingerprintOf(desk, pinned, snapshot, slug, path, text, ...[...files].flat(), '', JSON.stringify(record));
      return recalled(marks, key, compute);
    },
    links: (file) => recalled(links, fingerprintOf(fingerprintOfProgram(), file.path, file.text), () => readLinks(file)),
    clear() {
      for (const one of [shelf, marks, links]) one.clear();
    },
  };
}

/** From the shelf, or computed and put there. It must be plain data. */
function recalled<T>(shelf: Shelf, key: string, compute: () => T): T {
  const known = shelf.get(key);
  if (known) return JSON.parse(known.toString('utf8')) as T;
  const computed = compute();
  shelf.put(key, JSON.stringify(computed));
  return computed;
}

/** Reports whose points are held: a page asks for those of few, one after the other. */
const AT_HAND = 8;
const atHand: FiguresToCome[] = [];

/** The figures of a report, whose points are computed when one of them is asked for. */
class FiguresToCome implements ReadonlyMap<string, FigureView> {
  readonly #ids: readonly string[];
  readonly #make: () => ReadonlyMap<string, FigureView>;
  #made: ReadonlyMap<string, FigureView> | undefined;

  constructor(ids: readonly string[], make: () => ReadonlyMap<string, FigureView>) {
    this.#ids = ids;
    this.#make = make;
  }

  get #all(): ReadonlyMap<string, FigureView> {
    if (this.#made) return this.#made;
    this.#made = this.#make();
    atHand.push(this);
    if (atHand.length > AT_HAND) atHand.shift()?.letGo();
    return this.#made;
  }

  /** Its points are computed again when they are asked for again. */
  letGo(): void {
    this.#made = undefined;
  }

  get size(): number {
    return this.#ids.length;
  }

  has(id: string): boolean {
    return this.#ids.includes(id);
  }

  keys(): MapIterator<string> {
    return new Set(this.#ids).values();
  }

  get(id: string): FigureView | undefined {
    return this.has(id) ? this.#all.get(id) : undefined;
  }

  entries(): MapIterator<[string, FigureView]> {
    return this.#all.entries() as MapIterator<[string, FigureView]>;
  }

  values(): MapIterator<FigureView> {
    return this.#all.values() as MapIterator<FigureView>;
  }

  [Symbol.iterator](): MapIterator<[string, FigureView]> {
    return this.entries();
  }

  forEach(action: (figure: FigureView, id: string, all: ReadonlyMap<string, FigureView>) => void): void {
    for (const [id, figure] of this.entries()) action(figure, id, this);
  }
}
