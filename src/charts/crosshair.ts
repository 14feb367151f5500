/**
 * What a crosshair needs to know of a drawing: where its sessions lie, and how the values at one of them are told. It is written into
 * the drawing; the values themselves are those of the figure's CSV.
 */
import { type Day, isoOf } from '../data/day.ts';
import { shortStyle } from '../metrics/format.ts';
import type { NumberStyle } from '../metrics/number-style.ts';
import type { Line } from './figure-data.ts';
import { lineStyle } from './theme.ts';

/** One value of a session. */
export interface Reading {
  label: string;
  /** Which value of a row in the figure's CSV, the day not counted. */
  index: number;
  style: NumberStyle;
  /** The name of its token: '--s-rut'. Left out where the line is not told by its colour. */
  colour?: string;
}

/** Where a panel stands in the drawing, in its pixels. */
export interface CrosshairPanel {
  left: number;
  top: number;
  bottom: number;
}

export interface Crosshair {
  /** The first and the last session drawn, and where they lie from a panel's left edge. */
  days: [string, string];
  x: [number, number];
  /** True where sessions stand equally far apart, days without one left out. */
  even: boolean;
  panels: CrosshairPanel[];
  readings: Reading[];
}

/** What a kind says of its drawing; where things stand is known when it is drawn. */
export interface Followed {
  from: Day;
  to: Day;
  readings: Reading[];
}

const tokenOf = (line: Line): string => lineStyle(line).colour.slice('var('.length, -1);

/** Readings of a figure's lines, in their order. A line of days has none. */
export function readingsOf(lines: readonly Line[], change: (line: Line) => Partial<Reading> = () => ({})): Reading[] {
  return lines.flatMap((line, index) =>
    line.unit === 'date' ? [] : [{ label: line.title, index, style: shortStyle(line.unit), colour: tokenOf(line), ...change(line) }],
  );
}

/** The scale of sessions as Plot has made it. */
interface Scale {
  domain?: Iterable<unknown>;
  bandwidth?: number;
  apply(value: unknown): number;
}

export function crosshairOf({ from, to, readings }: Followed, scale: Scale, panels: readonly CrosshairPanel[]): Crosshair {
  const domain = [...(scale.domain ?? [])];
  const centre = (value: unknown): number => Math.round((scale.apply(value) + (scale.bandwidth ?? 0) / 2) * 10) / 10;
  return {
    days: [isoOf(from), isoOf(to)],
    x: [centre(domain[0]), centre(domain[domain.length - 1])],
    even: scale.bandwidth !== undefined,
    panels: panels.map(({ left, top, bottom }) => ({ left: Math.round(left), top: Math.round(top), bottom: Math.round(bottom) })),
    readings,
  };
}

/** As an attribute of the drawing. */
export function crosshairAttribute(crosshair: Crosshair): string {
  const json = JSON.stringify(crosshair).replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return ` data-crosshair='${json}'`;
}
