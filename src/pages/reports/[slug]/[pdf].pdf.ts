/** A report as `npm run pdf` printed it, where it did. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { printedOf } from '../../../components/edition.ts';
import { library } from '../../../reports/library.ts';
import type { Printed } from '../../../reports/printed.ts';

export const getStaticPaths = (() =>
  library().reports.flatMap((report) => {
    const printed = printedOf(report);
    return printed ? [{ params: { slug: report.slug, pdf: report.slug }, props: { printed } }] : [];
  })) satisfies GetStaticPaths;

export const GET: APIRoute<{ printed: Printed }> = ({ props }) =>
  new Response(new Uint8Array(props.printed.pdf), { headers: { 'content-type': 'application/pdf' } });
