/** All calls with their outcomes, for machines. */
import type { APIRoute } from 'astro';
import { callsFile } from '../components/calls-file.ts';
import { jsonText } from '../components/dataset-file.ts';
import { library } from '../reports/library.ts';

export const GET: APIRoute = () => new Response(jsonText(callsFile(library())), { headers: { 'content-type': 'application/json' } });
