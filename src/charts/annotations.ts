/** The annotation layer: shaded stretches with their names, and a rule at a day. */
import * as Plot from '@observablehq/plot';
import { dateOf, dayLabel } from './axes.ts';
import type { Highlight, Mark } from './kind.ts';
import { halo, ink } from './theme.ts';

/** Two lines of about equal length. */
export function inTwoLines(text: string): string {
  const spaces = [...text.matchAll(/ /g)].map((match) => match.index);
  const uneven = (at: number): number => Math.abs(text.length - 1 - 2 * at);
  const [at] = spaces.sort((a, b) => uneven(a) - uneven(b));
  return at === undefined ? text : `${text.slice(0, at)}\n${text.slice(at + 1)}`;
}

export function band(highlight: Highlight | undefined, low: number, high: number): Plot.Markish[] {
  return highlight
    ? [Plot.rect([highlight], { x1: (h) => dateOf(h.from), x2: (h) => dateOf(h.to), y1: low, y2: high, fill: ink.band })]
    : [];
}

/** At the foot of the band, to its left, where the lines are not; or, where there is no room, in it. */
export function bandLabel(highlight: Highlight | undefined, low: number, font: number, side: 'left' | 'right' = 'left'): Plot.Markish[] {
  if (!highlight) return [];
  return [
    Plot.text([highlight], {
      x: (h) => dateOf(h.from),
      y: low,
      text: (h) => inTwoLines(h.label),
      dy: -8,
      ...besideAtFoot(side, font),
    }),
  ];
}

/** How words stand at the foot of a panel beside a day. */
const besideAtFoot = (side: 'left' | 'right', font: number) =>
  ({
    dx: side === 'left' ? -6 : 6,
    textAnchor: side === 'left' ? 'end' : 'start',
    lineAnchor: 'bottom',
    lineHeight: 1.2,
    fontSize: font,
    fill: ink.quiet,
    ...halo,
  }) as const;

/** A dotted rule over the whole height. */
export function markRule(mark: Mark | undefined, low: number, high: number): Plot.Markish[] {
  return mark ? [Plot.ruleX([mark], { x: (m) => dateOf(m.day), y1: low, y2: high, stroke: ink.context, strokeDasharray: '2,3' })] : [];
}

/** Beside the rule at the foot of its panel: to its left, or where the line of days begins too near to it, to its right. */
export function markLabel(mark: Mark, low: number, font: number, side: 'left' | 'right' = 'left'): Plot.Markish {
  return Plot.text([mark], {
    x: (m) => dateOf(m.day),
    y: low,
    text: (m) => markWords(m),
    dy: -6,
    ...besideAtFoot(side, font),
  });
}

/** The words at a mark: what it is called, and its day. */
export const markWords = ({ label, day }: Mark): string => `${label}\n${dayLabel(day)}`;
