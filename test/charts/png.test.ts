import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { pngOf } from '../../src/charts/png.ts';

/** The pixels of a PNG with a palette whose rows are as they are, by the standard. */
function decoded(png: Uint8Array): { width: number; height: number; pixels: number[]; colours: number } {
  const bytes = Buffer.from(png);
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [header, palette, data] = ['IHDR', 'PLTE', 'IDAT'].map((name) => chunks.get(name) ?? expect.fail(`no ${name}`));
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(data);
  const pixels: number[] = [];
  for (let y = 0; y < height; y++) {
    expect(rows[y * (width + 1)]).toBe(0);
    for (let x = 1; x <= width; x++) {
      const place = rows[y * (width + 1) + x] * 3;
      pixels.push(...palette.subarray(place, place + 3), 255);
    }
  }
  return { width, height, pixels, colours: palette.length / 3 };
}

const drawn = (width: number, height: number, colourAt: (i: number) => number[]) => ({
  width,
  height,
  pixels: Uint8Array.from(Array.from({ length: width * height }, (_unused, i) => [...colourAt(i), 255]).flat()),
});

it('has every pixel as it is where a palette holds all colours', () => {
  const picture = drawn(20, 15, (i) => [i % 16, 200, i % 5 === 0 ? 7 : 250]);
  const { width, height, pixels } = decoded(pngOf(picture));
  expect([width, height]).toEqual([20, 15]);
  expect(pixels).toEqual([...picture.pixels]);
});

it('of more colours has the most frequent as they are, and the others near to what they are', () => {
  // 240 colours that come ten times each, and 300 shades between two of them that come once.
  const picture = drawn(100, 27, (i) => (i < 2400 ? [i % 240, 0, 0] : [(i - 2400) % 240, 0, 1 + ((i - 2400) % 2)]));
  const { pixels, colours } = decoded(pngOf(picture));
  expect(colours).toBe(256);
  expect(pixels.slice(0, 4 * 2400)).toEqual([...picture.pixels.slice(0, 4 * 2400)]);
  expect(Math.max(...pixels.map((channel, k) => Math.abs(channel - picture.pixels[k])))).toBeLessThanOrEqual(2);
});
