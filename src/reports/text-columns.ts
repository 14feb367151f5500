/** Rows of text in columns, for a terminal. */

const GAP = '  ';
/** A last column narrower than this stands on lines of its own, set in by so much. */
const MOST_NARROW = 40;
const ALONE = '    ';

/**
 * Lines of aligned columns. The last one takes what is left of the width, and goes on below itself; where little is left, it stands
 * under the others, and has no head. A no-break space keeps words together, and is printed as a space.
 * @param right positions of the columns that are set to the right
 */
export function textColumns(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  right: readonly number[] = [],
): string[] {
  const last = head.length - 1;
  const widths = head.slice(0, last).map((_, column) => Math.max(...[head, ...rows].map((row) => lengthOf(row[column]))));
  const rest = width - widths.reduce((sum, one) => sum + one + GAP.length, 0);
  const leading = (row: readonly string[]): string =>
    widths.map((wide, column) => padded(row[column], wide, right.includes(column))).join(GAP);
  const isAlone = rest < MOST_NARROW;
  const lines = [head, ...rows].flatMap((row) => {
    const first = leading(row);
    if (isAlone) return [first, ...(row === head ? [] : wrapped(row[last], width - ALONE.length).map((line) => ALONE + line))];
    return wrapped(row[last], rest).map((line, i) => `${i === 0 ? first : ' '.repeat(first.length)}${GAP}${line}`);
  });
  return lines.map((line) => line.replaceAll('\u00A0', ' ').trimEnd());
}

const lengthOf = (text: string): number => [...text].length;

function padded(text: string, width: number, isRight: boolean): string {
  const space = ' '.repeat(width - lengthOf(text));
  return isRight ? space + text : text + space;
}

/** At spaces; a word that is too long has a line of its own. */
function wrapped(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1];
    if (line === '') lines[lines.length - 1] = word;
    else if (lengthOf(line) + 1 + lengthOf(word) <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Words that are not parted at the end of a line. */
export const together = (text: string): string => text.replaceAll(' ', '\u00A0');
