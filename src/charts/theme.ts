/** Colours, weights and sizes that all charts share. Colours are CSS variables: one drawing serves light, dark and print. */
import { accents, settings } from '../settings.ts';
import type { Line } from './figure-data.ts';

const OTHER = { colour: 'var(--line-muted)', weight: 1.75, hero: false };

/** Colour and stroke of a line, by the first series in its expression: a series has one colour on the whole site. */
export function lineStyle({ series }: Pick<Line, 'series'>): { colour: string; weight: number; hero: boolean } {
  const [first = ''] = series;
  const own = settings().series.find(({ of }) => of.includes(first));
  return own ? { colour: `var(--s-${own.name})`, weight: own.weight, hero: own.hero } : OTHER;
}

/** The colour of the one thing that stands out where it is no line. */
export const heroColour = (): string => `var(${accents(settings()).hero})`;

export const ink = {
  text: 'var(--ink)',
  quiet: 'var(--ink-2)',
  axis: 'var(--ink-3)',
  tick: 'var(--axis)',
  grid: 'var(--grid)',
  band: 'var(--band)',
  muted: 'var(--bar-muted)',
  context: 'var(--line-muted)',
  faint: 'var(--rule-2)',
  bad: 'var(--bad)',
  ground: 'var(--chart-bg)',
} as const;

/** A figure is drawn for each width at which it is shown, and only ever scaled up from there. H leads the home page. */
export const SIZES = { S: 328, H: 512, M: 640, L: 928 } as const;
export type Size = keyof typeof SIZES;

/** Text in charts: never under 12 px. */
export const fontSize = (size: Size): number => (size === 'S' ? 12 : 13);

/** A halo in the colour of the ground keeps a label readable over a line. */
export const halo = { stroke: ink.ground, strokeWidth: 4, strokeLinejoin: 'round', paintOrder: 'stroke' } as const;
