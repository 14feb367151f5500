/** A text with its path, so that an offset can be told as line and column. */
import type { Place } from '../finding.ts';

export class SourceText {
  readonly path: string;
  readonly text: string;
  readonly #lineStarts: number[] = [0];

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#lineStarts.push(at + 1);
  }

  /** Line and column, both from 1, of a character counted from 0. */
  placeOf(offset: number): Place & { line: number; column: number } {
    let line = this.#lineStarts.length;
    while (this.#lineStarts[line - 1] > offset) line--;
    return { path: this.path, line, column: offset - this.#lineStarts[line - 1] + 1 };
  }

  /** Offset of the first character of a line counted from 1. */
  startOfLine(line: number): number {
    return this.#lineStarts[line - 1];
  }
}

/** A piece of a file that is parsed by itself: the whole, the value of an attribute, a text of the front matter. */
export interface Stretch {
  text: string;
  /** Offset in the file of a character of `text`. */
  offsetAt(offset: number): number;
  placeOf(offset: number): Place & { line: number; column: number };
}

/** @param offsets where in the file each character of `text` stands */
export function stretchOf(source: SourceText, text: string, offsets: (offset: number) => number): Stretch {
  return { text, offsetAt: offsets, placeOf: (offset) => source.placeOf(offsets(offset)) };
}
