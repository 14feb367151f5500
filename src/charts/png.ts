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
const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

export function pngOf({ width, height, pixels }: Pixels): Uint8Array<ArrayBuffer> {
  const colours = new Uint32Array(new Uint8Array(pixels).buffer);
  const { palette, placeOf } = paletteOf(colours);
  // Each row has a byte before it that says it is as it is: what runs on in a chart runs along the row.
  const rows = new Uint8Array((width + 1) * height);
  let [last, place] = [-1, 0];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 1; x <= width; x++, i++) {
      const colour = colours[i];
      if (colour !== last) {
        last = colour;
        place = placeOf.get(colour) ?? 0;
      }
      rows[y * (width + 1) + x] = place;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // eight bits a pixel, from a palette
  const entries = Buffer.from(palette.flatMap(channelsOf));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', entries),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND'),
  ]);
}

/** The colours that are most, and for every colour its place among them. */
function paletteOf(colours: Uint32Array): { palette: number[]; placeOf: Map<number, number> } {
  const counts = new Map<number, number>();
  for (let start = 0; start < colours.length; ) {
    let end = start + 1;
    while (end < colours.length && colours[end] === colours[start]) end++;
    counts.set(colours[start], (counts.get(colours[start]) ?? 0) + end - start);
    start = end;
  }
  const ranked = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a - b);
  const palette = ranked.slice(0, MOST);
  const placeOf = new Map(palette.map((colour, place) => [colour, place]));
  for (const rare of ranked.slice(MOST)) placeOf.set(rare, nearest(rare, palette));
  return { palette, placeOf };
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
