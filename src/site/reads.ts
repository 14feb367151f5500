/**
 * What a page reads of the library while it is made. Pages are made one after the other in a worker, so what is read belongs to the page in
 * hand. On the next build the page is as it was where all of that is.
 */
import type { Library } from '../reports/library.ts';
import type { Watcher } from '../reports/remembered.ts';
import { digestOf } from './digest.ts';

/** Functions of the library, whose answer depends on what is asked for. */
const ASKED = ['report', 'snapshot', 'snapshotFile', 'marksOn', 'printed'] as const;
type Asked = (typeof ASKED)[number];

const isAsked = (name: string): name is Asked => (ASKED as readonly string[]).includes(name);

export class Recorder implements Watcher {
  #library: Library | undefined;
  #watched: Library | undefined;
  #parts = new Set<string>();
  /** What was read when a value was made that is kept. */
  readonly #readFor = new WeakMap<WeakMap<object, unknown>, WeakMap<object, ReadonlySet<string>>>();
  readonly #digests = new Map<string, string | null>();

  /** The library as pages have it: what is read of it is noted. */
  watch<L extends object>(library: L): L {
    if (this.#library !== (library as unknown)) {
      this.#library = library as unknown as Library;
      this.#watched = new Proxy(this.#library, {
        get: (whole, name: string) => {
          if (!isAsked(name)) {
            this.#parts.add(name);
            return whole[name as keyof Library];
          }
          return (...keys: string[]) => {
            this.#parts.add([name, ...keys].join(' '));
            return (whole[name] as (...keys: string[]) => unknown)(...keys);
          };
        },
      });
    }
    return this.#watched as unknown as L;
  }

  once<T>(memory: WeakMap<object, unknown>, of: object, compute: () => T): T {
    const readFor = this.#readFor.get(memory) ?? new WeakMap<object, ReadonlySet<string>>();
    this.#readFor.set(memory, readFor);
    if (!memory.has(of)) {
      const outside = this.#parts;
      this.#parts = new Set();
      try {
        memory.set(of, compute());
        readFor.set(of, this.#parts);
      } finally {
        this.#parts = new Set([...outside, ...this.#parts]);
      }
    } else for (const part of readFor.get(of) ?? []) this.#parts.add(part);
    return memory.get(of) as T;
  }

  begin(): void {
    this.#parts = new Set();
  }

  /** The names of what was read since; null where something of it has no digest. */
  reads(): string[] | null {
    const reads = [...this.#parts].sort();
    return reads.some((part) => this.digest(part) === null) ? null : reads;
  }

  /** Whether all that was read is as it was. @param before by name: the digests of then */
  areAsBefore(reads: readonly string[], before: Readonly<Record<string, string>>): boolean {
    return reads.every((part) => this.digest(part) === before[part]);
  }

  digest(part: string): string | null {
    const known = this.#digests.get(part);
    if (known !== undefined) return known;
    const found = this.#digestOf(part);
    this.#digests.set(part, found);
    return found;
  }

  #digestOf(part: string): string | null {
    const library = this.#library;
    if (!library) return null;
    const [name, key, edition] = part.split(' ');
    if (name === 'report') return library.report(key)?.fingerprint ?? 'none';
    if (name === 'snapshot' || name === 'snapshotFile') return library.snapshots.includes(key) ? library.snapshot(key).hash : 'none';
    if (name === 'printed') return digestOf(library.printed(key, edition));
    if (name === 'marksOn') return digestOf([library.reports, library.snapshots.includes(key) ? library.snapshot(key).hash : 'none']);
    if (name === 'calendar') return library.calendarFingerprint;
    return digestOf(library[name as keyof Library]);
  }
}
