/** What charts of lines share: the lines themselves, and their names at their ends. */
import * as Plot from '@observablehq/plot';
import { dateOf } from './axes.ts';
import type { Line } from './figure-data.ts';
import { spread } from './labels.ts';
import { textWidth } from './text-width.ts';
import { halo, lineStyle } from './theme.ts';
import { thinned } from './thin.ts';

export const lastOf = ({ values }: Line): number => values[values.length - 1];
export const firstOf = ({ values }: Line): number => values[0];
export const lowestOf = ({ values }: Line): number => values.reduce((a, b) => Math.min(a, b));
export const highestOf = ({ values }: Line): number => values.reduce((a, b) => Math.max(a, b));

/** A line in its colour, or in another. */
export function linePath(line: Line, width: number, style: { colour: string; weight: number } = lineStyle(line)): Plot.Markish {
  return Plot.line(thinned(line.days, line.values, width), {
    x: (i: number) => dateOf(line.days[i]),
    y: (i: number) => line.values[i],
    stroke: style.colour,
    strokeWidth: style.weight,
    strokeLinejoin: 'round',
  });
}

export interface EndLabel {
  line: Line;
  /** One line, or two with a line break. */
  text: string;
}

/** Room that the labels take to the right of the last day. */
export function endLabelsWidth(labels: readonly EndLabel[], font: number): number {
  const widths = labels.flatMap(({ line, text }) =>
    text.split('\n').map((part) => textWidth(part, font, lineStyle(line).hero ? 700 : 500)),
  );
  return Math.ceil(Math.max(...widths)) + 14;
}

/** A dot at the end of each line and its label beside it, spread apart where labels would touch. */
export function endLabels(
  labels: readonly EndLabel[],
  font: number,
  toPixel: (value: number) => number,
  top: number,
  bottom: number,
): Plot.Markish[] {
  const rows = Math.max(...labels.map(({ text }) => text.split('\n').length));
  const wanted = labels.map(({ line }) => toPixel(lastOf(line)));
  const centres = spread(wanted, rows > 1 ? 34 : 20, top, bottom);
  return labels.flatMap(({ line, text }, index) => {
    const { colour, hero } = lineStyle(line);
    const end = { x: () => dateOf(line.days[line.days.length - 1]), y: lastOf };
    return [
      Plot.dot([line], { ...end, r: 3.5, fill: colour }),
      Plot.text([line], {
        ...end,
        text: () => text,
        dx: 9,
        dy: Math.round(centres[index] - wanted[index]),
        textAnchor: 'start',
        lineHeight: 1.2,
        fill: colour,
        fontSize: font,
        fontWeight: hero ? 700 : 500,
        fontVariant: 'tabular-nums',
        ...halo,
      }),
    ];
  });
}
