/** A line the size of a word: where a value came from. Beside its value, never alone. */
import * as Plot from '@observablehq/plot';
import type { Line } from './figure-data.ts';
import { lastOf } from './lines.ts';
import { plotted } from './render.ts';
import { ink, lineStyle } from './theme.ts';
import { sampled } from './thin.ts';

interface Form {
  /** In pixels. */
  width?: number;
  height?: number;
  /** Set where zero is drawn in any case. */
  zero?: boolean;
  /** How many stretches of it are told apart; else all its points are drawn. */
  columns?: number;
}

/** Hidden from screen readers: the value beside it says what it can. */
export function sparkline(line: Line, { width = 144, height = 40, zero = false, columns }: Form = {}): string {
  const { colour } = lineStyle(line);
  const lowest = Math.min(...line.values, ...(zero ? [0] : []));
  const highest = Math.max(...line.values, ...(zero ? [0] : []));
  const showsZero = zero || (lowest < 0 && highest > 0);
  const drawn = columns === undefined ? [...line.values.keys()] : sampled(line.days, line.values, columns);
  const inside = plotted({
    width,
    height,
    marginTop: 4,
    marginBottom: 4,
    marginLeft: 1,
    marginRight: 5,
    // Sessions, not days: a line this small has no room for weekends.
    x: { domain: [0, line.values.length - 1] },
    y: { domain: [lowest, highest] },
    marks: [
      Plot.ruleY(showsZero ? [0] : [], { stroke: ink.tick }),
      Plot.line(drawn, {
        x: (i: number) => i,
        y: (i: number) => line.values[i],
        stroke: colour,
        strokeWidth: 1.5,
        strokeLinejoin: 'round',
      }),
      Plot.dot([line], { x: () => line.values.length - 1, y: lastOf, r: 2.8, fill: colour }),
    ],
  });
  return `<svg class="sparkline" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">${inside}</svg>`;
}
