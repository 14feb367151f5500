/** The record of a version of a report, as it was committed, but for workings with numbers that may not be passed on. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { library } from '../../../../reports/library.ts';
import { type Version, versionsOf } from '../../../../reports/version-history.ts';

export const getStaticPaths = (() =>
  library().reports.flatMap((report) =>
    versionsOf(report).map((version) => ({ params: { slug: report.slug, number: String(version.number) }, props: { version } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ version: Version }> = ({ props }) =>
  new Response(props.version.text, { headers: { 'content-type': 'application/json' } });
