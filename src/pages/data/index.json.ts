/** All datasets and series with their addresses, for machines. */
import type { APIRoute } from 'astro';
import { datasetsFile, jsonText } from '../../components/dataset-file.ts';
import { library } from '../../reports/library.ts';

export const GET: APIRoute = () => new Response(jsonText(datasetsFile(library())), { headers: { 'content-type': 'application/json' } });
