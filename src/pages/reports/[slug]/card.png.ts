/** The picture that links to a report are shown with elsewhere. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { cardOfReport } from '../../../components/figure-picture.ts';
import { library, type Report } from '../../../reports/library.ts';
import { png } from '../../../reports/pictures.ts';

export const getStaticPaths = (() =>
  library().reports.map((report) => ({ params: { slug: report.slug }, props: { report } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ report: Report }> = async ({ props }) =>
  new Response(await png(cardOfReport(props.report)), { headers: { 'content-type': 'image/png' } });
