/** The colours a specification may name: tokens, so that the picture follows the theme. */
import { lineStyle } from '../theme.ts';

/** Names of tokens of `src/styles/tokens.css`. Those that say a status say nothing else and are not among them. */
export const COLOURS = [
  'ink',
  'ink-2',
  'ink-3',
  'bar-muted',
  'line-muted',
  'rule-2',
  'grid',
  'band',
  's-rut',
  's-spx',
  's-ndx',
  's-m7',
  's-growth',
  's-value',
  's-ust2',
  's-cut',
] as const;

/** For categories without a colour of their own, in turn. */
const PALETTE = ['s-spx', 's-rut', 's-m7', 's-ust2', 's-growth', 's-cut', 's-value', 's-ndx'];

const variable = (token: string): string => `var(--${token})`;

/** The colour of a name; null where no token has it. */
export function tokenNamed(name: string): string | null {
  return (COLOURS as readonly string[]).includes(name) ? variable(name) : null;
}

/** A colour a category: that of its series where it has one, else the next of the palette. */
export function paletteOf(count: number, series: readonly { series: readonly string[] }[] = []): string[] {
  const own = series.map((one) => lineStyle({ series: [...one.series] }).colour);
  const isTold = own.length === count && new Set(own).size === count;
  return isTold ? own : Array.from({ length: count }, (_unused, k) => variable(PALETTE[k % PALETTE.length]));
}
