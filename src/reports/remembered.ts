/**
 * What is computed once for a library, a report or another thing, however many pages ask for it. Who looks on at what pages read is told each
 * time: a page that finds it made has read the same.
 */

/** Stands under this symbol where the site is built: see src/site/reads.ts. */
export const WATCHER = 'marked-to-market.watcher';

export interface Watcher {
  /** The same library, with what is read of it noted. */
  watch<L extends object>(library: L): L;
  /** The value of a computation; what was read in it counts as read by everyone who asks for the value. */
  once<T>(memory: WeakMap<object, unknown>, of: object, compute: () => T): T;
}

export function watcher(): Watcher | undefined {
  return (globalThis as { [key: symbol]: unknown })[Symbol.for(WATCHER)] as Watcher | undefined;
}

/** The same function, which computes once for each thing it is asked for. */
export function remembered<K extends object, T>(compute: (of: K) => T): (of: K) => T {
  const memory = new WeakMap<object, unknown>();
  return (of) => {
    const watching = watcher();
    if (watching) return watching.once(memory, of, () => compute(of));
    if (!memory.has(of)) memory.set(of, compute(of));
    return memory.get(of) as T;
  };
}
