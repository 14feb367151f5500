/** The frame that every chart is drawn in: Plot on the server, and an SVG of our own around what it draws. */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { DrawingSpec } from './kind.ts';
import { SIZES, type Size } from './theme.ts';

/**
 * One drawing. Plot's own style sheet, labels and fonts are dropped; coordinates are rounded to a tenth of a pixel.
 * @throws Error where Plot warns: a chart that is doubtful does not ship
 */
export function render(options: Plot.PlotOptions & { height: number }, spec: DrawingSpec, size: Size): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const width = SIZES[size];
  const plot = Plot.plot({ axis: null, label: null, ...options, width, document: document as unknown as Document });
  const drawn = String(plot.innerHTML);
  if (plot.tagName.toLowerCase() !== 'svg' || drawn.includes('\u26A0')) throw new Error(`Plot warns about '${spec.titleId}'`);
  const inside = drawn
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/ (?:aria-label|aria-description|aria-hidden|font-family|style|class)="[^"]*"/g, '')
    .replace(/(?<=[ "(,MLHVCZ-])\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10))
    // Empty groups are left where a mark had nothing to draw.
    .replace(/<g[^>]*><\/g>/g, '');
  return `<svg class="plot plot--${size}" viewBox="0 0 ${width} ${options.height}" width="${width}" height="${options.height}" text-anchor="middle" fill="currentColor" role="img" aria-labelledby="${spec.titleId}" aria-describedby="${spec.descriptionId}">${inside}</svg>`;
}
