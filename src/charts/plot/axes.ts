/** The axes of a specification, in the manner of all charts: grid and values at the left, time or values at the foot, words on the top label only. */
import * as Plot from '@observablehq/plot';
import { printedDecimal } from '../../metrics/format.ts';
import { axisLabel, niceDomain, tickStyle } from '../axes.ts';
import { textWidth } from '../text-width.ts';
import { halo, ink } from '../theme.ts';
import type { Dimension } from './dimension.ts';
import type { Position } from './specification.ts';

export interface Ticks {
  values: readonly (number | string)[];
  labels: readonly string[];
}

/** The ticks of numbers in [low, high]. */
export function numberTicks(
  { type, unit }: Dimension,
  [low, high]: readonly [number, number],
  { ticks, type: scale }: Position,
  most: number,
): Ticks {
  const values = Array.isArray(ticks) ? ticks : scale === 'log' ? powers(low, high) : niceDomain(low, high, ticks ?? most).values;
  const inside = values.filter((value) => value >= low - 1e-9 && value <= high + 1e-9);
  const label = type === 'share' ? (value: number) => `${printedDecimal(value * 100, 0)}%` : axisLabel(unit, inside);
  return { values: inside, labels: inside.map((value) => label(value, value === Math.max(...inside))) };
}

/** 1, 2 and 5 times the powers of ten between two values above zero. */
function powers(low: number, high: number): number[] {
  const values: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++)
    values.push(...[1, 2, 5].map((digit) => Number((digit * 10 ** power).toPrecision(12))));
  return values;
}

/** Categories, as many as have room: all, or every second, third, fifth. */
export function categoryTicks(order: readonly string[], width: number, font: number): Ticks {
  const room = Math.max(...order.map((text) => textWidth(text, font))) + 10;
  const step = [1, 2, 3, 5, 10].find((each) => (width / order.length) * each >= room) ?? order.length;
  const values = order.filter((_text, k) => k % step === 0);
  return { values, labels: values };
}

/** Horizontal lines with their labels on them at the left, inside; categories beside their bands. Of facets only the first column is labelled. */
export function yAxis(
  { values, labels }: Ticks,
  { grid = true }: Position,
  isCategory: boolean,
  marginLeft: number,
  font: number,
  isFaceted: boolean,
): Plot.Markish[] {
  const label = Plot.text(values.keys(), {
    y: (k: number) => values[k],
    text: (k: number) => labels[k],
    frameAnchor: 'left',
    facetAnchor: 'left',
    textAnchor: 'start',
    lineAnchor: isCategory ? 'middle' : 'bottom',
    dx: -marginLeft,
    dy: isCategory ? 0 : -4,
    fontSize: font,
    fill: ink.axis,
    fontVariant: 'tabular-nums',
    ...halo,
  });
  if (isCategory) return [label];
  const lines = (from: number, facetAnchor: 'left' | null): Plot.Markish[] =>
    [
      { stroke: ink.grid, at: grid ? values.filter((value) => value !== 0) : [] },
      { stroke: ink.text, at: values.filter((value) => value === 0) },
    ].map(({ stroke, at }) => Plot.ruleY(at, { stroke, insetLeft: from, facetAnchor }));
  return [...(isFaceted ? lines(0, null) : []), ...lines(-marginLeft, 'left'), label];
}

/** Under the marks: their ticks and labels; lines upwards where they are asked for. */
export function xAxis({ values, labels }: Ticks, position: Position, isCategory: boolean, font: number): Plot.Markish[] {
  const label = new Map(values.map((value, k) => [value, labels[k]]));
  const lined = position.grid && !isCategory ? values : [];
  return [
    Plot.ruleX(
      lined.filter((value) => value !== 0),
      { stroke: ink.grid },
    ),
    Plot.ruleX(
      lined.filter((value) => value === 0),
      { stroke: ink.text },
    ),
    Plot.axisX(values, { ...tickStyle(font), tickFormat: (value: number | string) => label.get(value) ?? '' }),
  ];
}

/** Words beside an axis: over its labels at the left, or under them at the right. */
export function axisWords(text: string, axis: 'x' | 'y', margin: number, marginLeft: number, font: number): Plot.Markish {
  const place =
    axis === 'y'
      ? ({
          frameAnchor: 'top-left',
          facetAnchor: 'top-left',
          textAnchor: 'start',
          lineAnchor: 'top',
          dx: -marginLeft,
          dy: -margin,
        } as const)
      : ({ frameAnchor: 'bottom-right', facetAnchor: 'bottom-right', textAnchor: 'end', lineAnchor: 'bottom', dy: margin - 4 } as const);
  return Plot.text([text], { ...place, text: (words: string) => words, fontSize: font, fill: ink.quiet, ...halo });
}

export interface LegendEntry {
  label: string;
  colour: string;
}

const DOT = 10;
const BETWEEN = 18;

/** Colours with their names over the drawing, in as many lines as they need. */
export function legend(
  entries: readonly LegendEntry[],
  width: number,
  font: number,
): { height: number; marksAt(top: number, left: number): Plot.Markish[] } {
  const leading = font + 8;
  let [x, line] = [0, 0];
  const placed = entries.map((entry) => {
    const wide = DOT + 6 + textWidth(entry.label, font, 500);
    if (x > 0 && x + wide > width) [x, line] = [0, line + 1];
    const at = { ...entry, x, y: line * leading };
    x += wide + BETWEEN;
    return at;
  });
  return {
    height: entries.length === 0 ? 0 : (line + 1) * leading + 8,
    marksAt: (top, left) =>
      placed.flatMap(({ label, colour, x: right, y }) => {
        const anchor = { frameAnchor: 'top-left', facetAnchor: 'top-left' } as const;
        return [
          Plot.dot([label], { ...anchor, dx: right - left + DOT / 2, dy: y - top + font / 2 + 2, r: DOT / 2, fill: colour }),
          Plot.text([label], {
            ...anchor,
            text: (words: string) => words,
            textAnchor: 'start',
            lineAnchor: 'middle',
            dx: right - left + DOT + 6,
            dy: y - top + font / 2 + 2,
            fontSize: font,
            fontWeight: 500,
            fill: ink.quiet,
          }),
        ];
      }),
  };
}
