/** The colours a specification may name: tokens, so that the picture follows the theme. */
import { settings } from '../../settings.ts';
import { lineStyle } from '../theme.ts';

/** Tokens of `src/styles/tokens.css`. Those that say a status say nothing else and are not among them. */
const PLAIN = ['ink', 'ink-2', 'ink-3', 'bar-muted', 'line-muted', 'rule-2', 'grid', 'band'];

/** The colours of the desk's series, in the order of its settings. */
const seriesTokens = (): string[] => settings().series.map(({ name }) => `s-${name}`);

/** Every name that a specification may give a colour. */
export const tokenNames = (): string[] => [...PLAIN, ...seriesTokens()];

const variable = (token: string): string => `var(--${token})`;

/** The colour of a name; null where no token has it. */
export function tokenNamed(name: string): string | null {
  return tokenNames().includes(name) ? variable(name) : null;
}

/** A colour a category: that of its series where it has one, else the next colour of a series. */
export function paletteOf(count: number, series: readonly { series: readonly string[] }[] = []): string[] {
  const own = series.map((one) => lineStyle({ series: [...one.series] }).colour);
  const isTold = own.length === count && new Set(own).size === count;
  const palette = seriesTokens();
  return isTold ? own : Array.from({ length: count }, (_unused, k) => variable(palette[k % palette.length]));
}
