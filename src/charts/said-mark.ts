/** How a number stands in a chart that somebody gave: an open ring, with an arrow to the side on which their words put the value. */
import * as Plot from '@observablehq/plot';
import type { Said } from './kind.ts';
import { ink } from './theme.ts';

export const RING = 7;
/** From the ring's centre to the arrow's tip. */
export const ARROW = 20;

/** A stroke through the ring, as the site's mark for what is contradicted has it. */
const STROKE: Plot.VectorShapeImplementation = {
  draw(context, length) {
    context.moveTo(0, 0);
    context.lineTo(0, -length);
  },
};

/** How far the mark reaches to one side of its number, in pixels. */
export const reachOf = ({ side }: Said, towards: 1 | -1): number => (side === towards ? ARROW : RING);

/** @param at the height: a value of the scale, or none for the top of the frame; `dy` moves it by pixels */
export function saidMark(said: Said, at: { y?: string; dy?: number }, isStruck = false): Plot.Markish[] {
  const colour = isStruck ? ink.bad : ink.quiet;
  const place = { x: said.value, ...(at.y === undefined ? { frameAnchor: 'top' as const } : { y: () => at.y }), dy: at.dy };
  const arrow = { ...place, rotate: 90 * said.side, length: ARROW, anchor: 'start' as const, stroke: colour, strokeWidth: 1.5 };
  return [
    ...(said.side === 0 ? [] : [Plot.vector([said], arrow)]),
    Plot.dot([said], { ...place, r: RING, fill: ink.ground, stroke: colour, strokeWidth: 1.75 }),
    ...(isStruck
      ? [
          Plot.vector([said], {
            ...place,
            rotate: 45,
            length: 2 * RING + 5,
            anchor: 'middle',
            shape: STROKE,
            stroke: colour,
            strokeWidth: 1.5,
          }),
        ]
      : []),
  ];
}
