/** A path of straight lines written from point to point instead of from the corner: the same drawing in half the bytes. */
import { inTenths, tenthsText } from './tenths.ts';

const [NINE, ZERO, DOT, MINUS] = [57, 48, 46, 45];

/**
 * Rewrites M, L, H, V and Z with absolute coordinates, rounded to a tenth; of a path with other commands only the numbers are rounded.
 * Every point costs this in each drawing it is in: one pass over the characters.
 */
export function compactPath(written: string): string {
  // What is next to zero is zero.
  const path = written.includes('e-') ? written.replace(/-?\d+(?:\.\d+)?e-\d+/g, '0') : written;
  let compact = '';
  /** The letters that numbers belong to, in the path and in what is written of it. */
  let [command, letter] = ['', ''];
  let [x, y, startX, startY, rise] = [0, 0, 0, 0, 0];
  /** The first number of a pair. */
  let first: number | null = null;
  for (let i = 0; i < path.length; ) {
    const code = path.charCodeAt(i);
    if (code > NINE) {
      command = path[i++];
      if (command === 'Z') {
        letter = 'z';
        compact += letter;
        [x, y] = [startX, startY];
      } else if (!'MLHV'.includes(command)) return inTenths(written);
      continue;
    }
    if (code < MINUS) {
      i++; // a space or a comma
      continue;
    }
    const start = i;
    do i++;
    while (isOfNumber(path.charCodeAt(i)));
    // Tenths as whole numbers: what is rounded at one point is made good at the next.
    const tenths = tenthsOf(path, start, i);
    if (first === null && (command === 'M' || command === 'L')) {
      first = tenths;
      continue;
    }
    const toX = command === 'V' ? x : (first ?? tenths);
    const toY = command === 'H' ? y : tenths;
    first = null;
    const [across, down] = [tenthsText(toX - x), tenthsText(toY - y)];
    if (command === 'M') {
      // At the head of a path 'm' is taken from the corner, as 'M' is.
      letter = compact === '' ? 'M' : 'm';
      compact += letter + across;
      [startX, startY] = [toX, toY];
      // What follows its first pair are lines.
      command = 'L';
    } else if (letter === 'l') {
      compact += behind(rise, across);
    } else {
      letter = 'l';
      compact += letter + across;
    }
    compact += behind(toX - x, down);
    [rise, x, y] = [toY - y, toX, toY];
  }
  return compact;
}

/** A sign parts numbers as well as a space does, and so does a point behind a number that has one. */
const behind = (tenths: number, text: string): string =>
  text.charCodeAt(0) === MINUS || (text.charCodeAt(0) === DOT && tenths % 10 !== 0) ? text : ` ${text}`;

const isOfNumber = (code: number): boolean => (code >= ZERO && code <= NINE) || code === DOT;

/** The number that stands there in tenths. Its size is rounded, so that no side of zero is favoured. */
function tenthsOf(path: string, start: number, end: number): number {
  const isNegative = path.charCodeAt(start) === MINUS;
  let i = isNegative ? start + 1 : start;
  let tenths = 0;
  for (; i < end && path.charCodeAt(i) !== DOT; i++) tenths = tenths * 10 + path.charCodeAt(i) - ZERO;
  tenths *= 10;
  if (i + 1 < end) tenths += path.charCodeAt(i + 1) - ZERO;
  if (i + 2 < end && path.charCodeAt(i + 2) >= ZERO + 5) tenths++;
  return isNegative ? -tenths : tenths;
}
