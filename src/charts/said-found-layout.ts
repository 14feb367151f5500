/** Where things stand in a chart of what was said and found: the labels beside their marks, the names of the rows. */
import { inTwoLines } from './annotations.ts';
import type { Beside } from './beside.ts';
import type { Line } from './figure-data.ts';
import type { Claim } from './kind.ts';
import { reachOf } from './said-mark.ts';
import { textWidth } from './text-width.ts';
import { SIZES, type Size } from './theme.ts';

export const DOT = 4.5;
export const LEADING = 17;
export const CONTRADICTED = 'contradicted';
const GAP = 7;

export interface Row {
  line: Line;
  claim: Claim;
  /** The value that was found, as a ratio. */
  found: number;
  /** The labels: what was said and what was found. */
  texts: { said: string; found: string };
}

/**
 * The number said on the outer side of its ring, the number found on the other side of its dot, both clear of the arrow.
 * @param pixels for each unit of the scale
 */
export function labelsOf({ claim, found, texts }: Row, pixels: number, font: number): { said: Beside; found: Beside } {
  const side = claim.value >= found ? 1 : -1;
  const inner = side === 1 ? -1 : 1;
  const reach = Math.max(DOT, reachOf(claim, inner) - Math.abs(claim.value - found) * pixels);
  return {
    said: { text: texts.said, value: claim.value, side, distance: reachOf(claim, side) + GAP, width: textWidth(texts.said, font, 500) },
    found: { text: texts.found, value: found, side: inner, distance: reach + GAP, width: textWidth(texts.found, font, 600) },
  };
}

export interface Layout {
  /** In a narrow drawing the names stand above the rows, else to the left of them. */
  isAbove: boolean;
  /** Each in its lines. */
  names: string[][];
  /** Room for the names at the left. */
  left: number;
  row: number;
  /** Where the marks and the last line of a name stand, from the middle of a row. */
  marks: number;
  lastLine: number;
}

export function layoutOf(rows: readonly Row[], size: Size, font: number): Layout {
  const isAbove = SIZES[size] < SIZES.M;
  const most = isAbove ? SIZES[size] - textWidth(CONTRADICTED, font, 600) - 24 : SIZES[size] * 0.34;
  const names = rows.map(({ line: { title } }) => (textWidth(title, font, 500) > most ? inTwoLines(title) : title).split('\n'));
  const lines = Math.max(...names.map((name, k) => name.length + (!isAbove && rows[k].claim.isContradicted ? 1 : 0)));
  if (isAbove)
    return { isAbove, names, left: 0, row: 40 + LEADING * lines, marks: 6 + (LEADING * lines) / 2, lastLine: (LEADING * lines) / 2 - 16 };
  const widest = Math.max(...names.flat().map((text) => textWidth(text, font, 500)));
  return { isAbove, names, left: Math.ceil(widest) + 20, row: 16 + LEADING * lines, marks: 0, lastLine: 0 };
}
