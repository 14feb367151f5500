/** Colours, weights and sizes that all charts share. Colours are CSS variables: one drawing serves light, dark and print. */
import type { Line } from './figure-data.ts';

/** A series has one colour on the whole site. */
const SERIES: Readonly<Record<string, { colour: string; weight: number }>> = {
  rut: { colour: 'var(--s-rut)', weight: 2.75 },
  iwm: { colour: 'var(--s-rut)', weight: 2.75 },
  spx: { colour: 'var(--s-spx)', weight: 2 },
  ixic: { colour: 'var(--s-ndx)', weight: 1.75 },
  m7: { colour: 'var(--s-m7)', weight: 1.75 },
  iwo: { colour: 'var(--s-growth)', weight: 2 },
  iwn: { colour: 'var(--s-value)', weight: 2 },
  ust2y: { colour: 'var(--s-ust2)', weight: 2.25 },
  ust10y: { colour: 'var(--s-cut)', weight: 2.25 },
  zqu24: { colour: 'var(--s-cut)', weight: 2.25 },
  zqz24: { colour: 'var(--s-cut)', weight: 2.25 },
};

const MAGNIFICENT_SEVEN = ['aapl', 'msft', 'goog', 'amzn', 'nvda', 'meta', 'tsla'];

const OTHER = { colour: 'var(--line-muted)', weight: 1.75 };

/** Colour and stroke of a line, by the first series in its expression. */
export function lineStyle({ series }: Pick<Line, 'series'>): { colour: string; weight: number; hero: boolean } {
  const [first = ''] = series;
  const style = MAGNIFICENT_SEVEN.includes(first) ? { colour: 'var(--s-m7)', weight: 1.75 } : (SERIES[first] ?? OTHER);
  return { ...style, hero: style.colour === 'var(--s-rut)' };
}

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
