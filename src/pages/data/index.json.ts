/** All datasets and series with their addresses, for machines. */
import type { APIRoute } from 'astro';
import { absoluteFrom, datasetsFile, jsonText } from '../../components/dataset-file.ts';
import { library } from '../../reports/library.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(jsonText(datasetsFile(library(), absoluteFrom(site))), { headers: { 'content-type': 'application/json' } });
