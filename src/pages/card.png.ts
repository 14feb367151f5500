/** The picture that links to the site, and to every page without a picture of its own, are shown with elsewhere. */
import type { APIRoute } from 'astro';
import { cardOfSite } from '../components/figure-picture.ts';
import { png } from '../reports/pictures.ts';

export const GET: APIRoute = async () => new Response(await png(cardOfSite()), { headers: { 'content-type': 'image/png' } });
