/** Labels beside their marks on a horizontal scale, and the room that those at its ends need. */
import * as Plot from '@observablehq/plot';
import { halo } from './theme.ts';

export interface Beside {
  text: string;
  /** Of the mark. */
  value: number;
  /** 1 to the right of the mark, -1 to the left. */
  side: 1 | -1;
  /** From the mark's middle, in pixels. */
  distance: number;
  width: number;
}

/**
 * Room left and right of a scale, in pixels: no more than the labels need.
 * @param labelsAt the labels, where the scale has so many pixels for each unit
 * @param width of the scale with its room
 * @param least room on either side, for the marks themselves
 */
export function roomFor(
  labelsAt: (pixels: number) => readonly Beside[],
  [low, high]: readonly [number, number],
  width: number,
  least: number,
): { left: number; right: number } {
  let room = { left: least, right: least };
  // Room for labels makes the scale shorter, and that moves the labels: a few rounds settle it.
  for (let round = 0; round < 8; round++) {
    const pixels = (width - room.left - room.right) / (high - low);
    const labels = labelsAt(pixels);
    const inside = ({ value, side }: Beside): number => (side === 1 ? high - value : value - low) * pixels;
    const overhang = (towards: 1 | -1): number =>
      Math.max(least, ...labels.filter(({ side }) => side === towards).map((label) => label.distance + label.width - inside(label)));
    room = { left: Math.ceil(overhang(-1)), right: Math.ceil(overhang(1)) };
  }
  return room;
}

/** @param style where it stands and how it looks */
export function besideMark({ text, value, side, distance }: Beside, style: Plot.TextOptions): Plot.Markish {
  return Plot.text([text], {
    x: () => value,
    dx: side * distance,
    textAnchor: side === 1 ? 'start' : 'end',
    fontVariant: 'tabular-nums',
    ...halo,
    ...style,
  });
}
