/** A line the size of a word: where a value came from. Beside its value, never alone. */
import * as Plot from '@observablehq/plot';
import type { Line } from './figure-data.ts';
import { lastOf } from './lines.ts';
import { plotted } from './render.ts';
import { ink, lineStyle } from './theme.ts';

const WIDTH = 144;
const HEIGHT = 40;

/** Hidden from screen readers: the value beside it says what it can. */
export function sparkline(line: Line): string {
  const { colour } = lineStyle(line);
  const lowest = Math.min(...line.values);
  const highest = Math.max(...line.values);
  const crossesZero = lowest < 0 && highest > 0;
  const inside = plotted({
    width: WIDTH,
    height: HEIGHT,
    marginTop: 4,
    marginBottom: 4,
    marginLeft: 1,
    marginRight: 5,
    // Sessions, not days: a line this small has no room for weekends.
    x: { domain: [0, line.values.length - 1] },
    y: { domain: [lowest, highest] },
    marks: [
      Plot.ruleY(crossesZero ? [0] : [], { stroke: ink.tick }),
      Plot.line(line.values, { x: (_value, i) => i, y: (value) => value, stroke: colour, strokeWidth: 1.5, strokeLinejoin: 'round' }),
      Plot.dot([line], { x: () => line.values.length - 1, y: lastOf, r: 2.8, fill: colour }),
    ],
  });
  return `<svg class="sparkline" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true">${inside}</svg>`;
}
