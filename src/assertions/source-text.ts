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
}
