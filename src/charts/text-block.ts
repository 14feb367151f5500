/** Running text inside a drawing: broken into lines by the widths of its letters, escaped, one `<text>` a line. */
import { textWidth } from './text-width.ts';

export interface TextStyle {
  size: number;
  weight: 400 | 500 | 600 | 700;
  /** Distance from line to line. */
  leading: number;
  /** A token. */
  fill: string;
  /** For headings: lines of about equal length. */
  balance?: boolean;
}

export interface TextBlock {
  svg: string;
  height: number;
}

/** Text as it may stand between tags and in attributes. */
export function escaped(text: string): string {
  // Characters that XML doesn't have at all are left out.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant
  const legal = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
  return legal.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The lines of a text that fit into a width. A no-break space holds; a word that is wider than a line is cut. */
export function wrapped(text: string, width: number, { size, weight }: Pick<TextStyle, 'size' | 'weight'>): string[] {
  const fits = (line: string): boolean => textWidth(line, size, weight) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \t\r\n]+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const character of word) {
      if (line !== '' && !fits(line + character)) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** The lines of a heading: as many as it needs, and about equally long. */
function balanced(text: string, width: number, style: TextStyle): string[] {
  const lines = wrapped(text, width, style);
  for (let narrower = width - 8; narrower > width / 2; narrower -= 8) {
    const even = wrapped(text, narrower, style);
    if (even.length > lines.length) break;
    lines.splice(0, lines.length, ...even);
  }
  return lines;
}

/** A text set from (x, y), the top of its first line, in a width. */
export function textBlock(text: string, x: number, y: number, width: number, style: TextStyle): TextBlock {
  const lines = style.balance ? balanced(text, width, style) : wrapped(text, width, style);
  return { svg: textLines(lines, x, y, style), height: lines.length * style.leading };
}

function textLines(lines: readonly string[], x: number, y: number, { size, weight, leading, fill }: TextStyle): string {
  // The baseline stands where a browser puts it: the ascent of the letters in the middle of the line.
  const baseline = (leading + size * 0.7) / 2;
  return lines
    .map(
      (line, k) =>
        `<text x="${x}" y="${Math.round((y + k * leading + baseline) * 10) / 10}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(line)}</text>`,
    )
    .join('');
}
