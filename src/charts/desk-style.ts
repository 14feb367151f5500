/** The style sheets as they are for a desk: its colours in place of ours, the colours of its series, its name on paper. */
import { cssString } from '../css-string.ts';
import { accents, type Settings } from '../settings.ts';

const TOKEN = /--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g;
const SERIES_TOKENS = /(?:[ \t]*--s-[a-z0-9-]+: light-dark\([^)]*\);\n?)+/;
/** What stands in print.css for the name. */
const NAME = '"The name of the site"';

type Style = Pick<Settings, 'name' | 'colours' | 'series' | 'ownSeries'>;

export function deskStyle(css: string, settings: Style): string {
  const { name, colours, ownSeries } = settings;
  const declared = [...colours]
    .filter(([token]) => token.startsWith('s-'))
    .map(([token, { light, dark }]) => `  --${token}: light-dark(${light}, ${dark});\n`);
  return (ownSeries ? css.replace(SERIES_TOKENS, declared.join('')) : css)
    .replace(TOKEN, (_all, token: string, light: string, dark: string) => {
      const own = colours.get(token);
      return `--${token}: light-dark(${own?.light ?? light}, ${own?.dark ?? dark})`;
    })
    .replace('--accent: var(--s-1)', `--accent: var(${accents(settings).hero})`)
    .replace(NAME, () => cssString(name));
}
