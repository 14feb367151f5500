/** The shape of a fault, besides its colour: a full triangle; of a warning, an empty one. */
import { svgElement } from '../../browser/element.ts';

export function flagShape(severity: 'error' | 'warning'): SVGElement {
  const shape = svgElement('svg', { class: 'preview-shape', viewBox: '0 0 16 16', 'aria-hidden': 'true' });
  const full = severity === 'error';
  shape.append(
    svgElement('path', {
      d: 'M8 1.8 15 14.2H1Z',
      fill: full ? 'currentColor' : 'none',
      stroke: 'currentColor',
      'stroke-width': '1.5',
      'stroke-linejoin': 'round',
    }),
    svgElement('path', {
      d: 'M8 6.2v3.6M8 11.4v1.2',
      fill: 'none',
      stroke: full ? 'var(--paper)' : 'currentColor',
      'stroke-width': '1.6',
    }),
  );
  return shape;
}
