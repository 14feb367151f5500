/** What has been made once is not made again: a memory by content, in the process and, where there is one, behind it. */

/** By keys that are hashes of all that a thing is made from, the code that makes it apart. */
export interface Memory<Thing> {
  get(key: string): Thing | undefined;
  set(key: string, thing: Thing): void;
}

/** A memory that lets go of what was not asked for longest. What it has not, it asks of the memory behind it, and tells that what it is told. */
export class RecentMemory<Thing extends { readonly length: number }> implements Memory<Thing> {
  readonly #things = new Map<string, Thing>();
  readonly #most: number;
  #length = 0;
  /** One that outlives the process; undefined for none. */
  behind: Memory<Thing> | undefined;

  /** @param most characters or bytes of all that it holds */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Thing | undefined {
    const known = this.#things.get(key);
    if (known !== undefined) {
      this.#things.delete(key);
      this.#things.set(key, known);
      return known;
    }
    const kept = this.behind?.get(key);
    if (kept !== undefined) this.#hold(key, kept);
    return kept;
  }

  set(key: string, thing: Thing): void {
    this.#hold(key, thing);
    this.behind?.set(key, thing);
  }

  /** What is kept under the key, else what is made now. */
  keep(key: string, make: () => Thing): Thing {
    const known = this.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.set(key, made);
    return made;
  }

  #hold(key: string, thing: Thing): void {
    this.#length += thing.length - (this.#things.get(key)?.length ?? 0);
    this.#things.delete(key);
    this.#things.set(key, thing);
    for (const [oldest, { length }] of this.#things) {
      if (this.#length <= this.#most) break;
      this.#things.delete(oldest);
      this.#length -= length;
    }
  }
}
