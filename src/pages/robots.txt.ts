/** Everything may be read by everybody; where the list of pages is. */
import type { APIRoute } from 'astro';
import { absolute } from '../components/absolute.ts';
import { pathTo } from '../components/path-to.ts';

export const GET: APIRoute = () => new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute(pathTo('/sitemap-index.xml'))}\n`);
