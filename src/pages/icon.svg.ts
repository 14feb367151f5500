/** The mark of the site, in the colours of the desk, for tabs and bookmarks: a file of its own that follows the system's theme. */
import type { APIRoute } from 'astro';
import { library } from '../reports/library.ts';
import { colourTokens } from '../reports/pictures.ts';
import { accents } from '../settings.ts';

export const GET: APIRoute = () => {
  const { hero, other } = accents(library().settings);
  const tokens = colourTokens();
  const colours = (theme: 'light' | 'dark'): string =>
    [other, hero].map((name, k) => `.${'ab'[k]}{stroke:${tokens.get(name.slice('--'.length))?.[theme]}}`).join('');
  const strand = (name: string, path: string): string => `<path class="${name}" d="${path}" fill="none" stroke-width="2.6"/>`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 26 26"><style>${colours('light')}@media (prefers-color-scheme:dark){${colours('dark')}}</style>` +
    `${strand('a', 'M2 6.5h8l6 13h8')}${strand('b', 'M2 19.5h8l6-13h8')}</svg>\n`;
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
};
