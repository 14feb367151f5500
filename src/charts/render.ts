/** The frame that every chart is drawn in: Plot on the server, and an SVG of our own around what it draws. */
import * as Plot from '@observablehq/plot';
import { type Crosshair, crosshairAttribute, crosshairOf, type Followed } from './crosshair.ts';
import type { DrawingSpec } from './kind.ts';
import { SvgDocument } from './svg-document.ts';
import { SIZES, type Size } from './theme.ts';

export interface Margins {
  marginTop: number;
  marginBottom: number;
  marginLeft: number;
  marginRight: number;
}

export type Options = Omit<Plot.PlotOptions, 'width' | 'height'> & Margins & { width: number; height: number };

/**
 * What Plot draws, without its own style sheet, labels and fonts; coordinates rounded to a tenth of a pixel.
 * @throws Error where Plot warns: a chart that is doubtful does not ship
 */
export function plotted(options: Options): string {
  return drawn(options).inside;
}

type ScaleName = 'x' | 'y' | 'fx' | 'fy' | 'color';

/**
 * The scales that Plot makes of what is drawn: domains that the marks give, ranges in pixels. Undefined for one that nothing uses.
 * @throws Error where nothing is drawn at all
 */
export function scalesOf(options: Options): (name: ScaleName) => Plot.Scale | undefined {
  const { plot, inside } = drawn(options);
  if (!/<(?:path|rect|circle|line|text)\b/.test(inside)) throw new Error('no mark has anything to draw');
  return (name) => plot.scale(name);
}

/**
 * Plot tells its warnings to the console and nowhere else: they are taken from there.
 * @throws Error with the first of them
 */
function drawn(options: Options): { inside: string; plot: ReturnType<typeof Plot.plot> } {
  const { warn } = console;
  const warnings: string[] = [];
  console.warn = (message) => void warnings.push(String(message));
  try {
    const plot = Plot.plot({ axis: null, label: null, ...options, document: new SvgDocument() as unknown as Document });
    const inside = plot.innerHTML;
    if (plot.tagName !== 'svg' || inside.includes('\u26A0') || warnings.length > 0)
      throw new Error(`Plot warns about this chart: ${warnings[0] ?? 'it is not one drawing'}`);
    return { inside, plot };
  } finally {
    console.warn = warn;
  }
}

const COLOUR = /(?:fill|stroke)="(?!none"|currentColor"|var\(--[a-z0-9-]+\)")[^"]*"/;

/**
 * The SVG of one size.
 * @throws Error where a colour is not one of the tokens: it would not follow the theme
 */
export function framed(inside: string, height: number, spec: DrawingSpec, size: Size, crosshair?: Crosshair): string {
  const literal = COLOUR.exec(inside)?.[0];
  if (literal) throw new Error(`a chart has the colour ${literal}; take one of the tokens`);
  const width = SIZES[size];
  return `<svg class="plot plot--${size}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" text-anchor="middle" fill="currentColor" role="img" aria-labelledby="${spec.titleId}" aria-describedby="${spec.descriptionId}"${crosshair ? crosshairAttribute(crosshair) : ''}>${inside}</svg>`;
}

/** One plot that fills the drawing. */
export function render(options: Omit<Options, 'width'>, spec: DrawingSpec, size: Size, followed?: Followed): string {
  const whole = { ...options, width: SIZES[size] } as Options;
  const { inside, plot } = drawn(whole);
  return framed(inside, options.height, spec, size, crosshair(followed, plot.scale('x'), [{ x: 0, y: 0, options: whole }]));
}

interface Panel {
  x: number;
  y: number;
  options: Options;
}

/** Several plots in one drawing, each at its place, on scales of the same sessions. */
export function renderPanels(panels: readonly Panel[], height: number, spec: DrawingSpec, size: Size, followed?: Followed): string {
  const plots = panels.map(({ options }) => drawn(options));
  const inside = panels.map(({ x, y }, k) => `<g transform="translate(${Math.round(x)},${Math.round(y)})">${plots[k].inside}</g>`);
  return framed(inside.join(''), height, spec, size, crosshair(followed, plots[0].plot.scale('x'), panels));
}

function crosshair(followed: Followed | undefined, scale: Plot.Scale | undefined, panels: readonly Panel[]): Crosshair | undefined {
  if (!followed || !scale) return undefined;
  const places = panels.map(({ x, y, options: { marginTop, marginBottom, height } }) => ({
    left: x,
    top: y + marginTop,
    bottom: y + height - marginBottom,
  }));
  return crosshairOf(followed, scale, places);
}
