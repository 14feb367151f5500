/** The record of a report, as it is committed, but for workings with numbers that may not be passed on. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { library, type Report } from '../../../reports/library.ts';
import { formatRecord } from '../../../reports/record.ts';

export const getStaticPaths = (() =>
  library().reports.map((report) => ({ params: { slug: report.slug }, props: { report } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ report: Report }> = ({ props }) =>
  new Response(formatRecord(props.report.record), { headers: { 'content-type': 'application/json' } });
