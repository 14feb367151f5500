/**
 * Pixels as a PNG with a palette: a byte a pixel. A chart has some hundred colours, nearly all of them shades between a line and its
 * ground; where they are more than a palette holds, the rarest have the nearest of the others.
 */
import { crc32, deflateSync } from 'node:zlib';

/** What the renderer has drawn: rows of red, green, blue and opacity, all of it opaque. */
interface Pixels {
  width: number;
  height: number;
  pixels: Uint8Array;
}

const MOST = 256;
/** Of compression: the next ones take a quarter more time in all for a fifth of the bytes. */
const LEVEL = 3;
const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

export function pngOf({ width, height, pixels }: Pixels): Uint8Array<ArrayBuffer> {
  const { colours, counts, rows } = coloursOf(inWords(pixels), width);
  const order = [...colours.keys()].sort((a, b) => counts[b] - counts[a] || a - b);
  const palette = order.slice(0, MOST).map((index) => colours[index]);
  const places = new Uint8Array(colours.length);
  for (const [rank, index] of order.entries()) places[index] = rank < MOST ? rank : nearest(colours[index], palette);
  const bytes = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) bytes[i] = places[rows[i]];
  // Each row has a byte before it, a zero, that says it is as it is: what runs on in a chart runs along the row.
  for (let i = 0; i < rows.length; i += width + 1) bytes[i] = 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // eight bits a pixel, from a palette
  const data = deflateSync(bytes, { level: LEVEL });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channelsOf))),
    chunk('IDAT', data),
    chunk('IEND'),
  ]);
}

/** A pixel a number: as the bytes lie where they may be read so. */
const inWords = (pixels: Uint8Array): Uint32Array =>
  pixels.byteOffset % 4 === 0
    ? new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4)
    : new Uint32Array(new Uint8Array(pixels).buffer);

/** The colours in the order in which they come, how many pixels have each, and for each pixel its colour's index; a row begins with a gap. */
function coloursOf(pixels: Uint32Array, width: number): { colours: number[]; counts: number[]; rows: Uint16Array } {
  const indices = new Map<number, number>();
  const [colours, counts]: [number[], number[]] = [[], []];
  const rows = new Uint16Array((pixels.length / width) * (width + 1));
  for (let start = 0, gap = 1; start < pixels.length; gap++) {
    for (const rowEnd = start + width; start < rowEnd; ) {
      const colour = pixels[start];
      let end = start + 1;
      while (end < rowEnd && pixels[end] === colour) end++;
      let index = indices.get(colour);
      if (index === undefined) {
        index = colours.push(colour) - 1;
        indices.set(colour, index);
        counts.push(0);
      }
      rows.fill(index, start + gap, end + gap);
      counts[index] += end - start;
      start = end;
    }
  }
  return { colours, counts, rows };
}

function nearest(colour: number, palette: readonly number[]): number {
  const own = channelsOf(colour);
  const distances = palette.map((other) => channelsOf(other).reduce((sum, channel, k) => sum + (channel - own[k]) ** 2, 0));
  return distances.indexOf(Math.min(...distances));
}

const channelsOf = (colour: number): number[] => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];

function chunk(name: string, content: Uint8Array = new Uint8Array()): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(content.length, 0);
  whole.set(named, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
