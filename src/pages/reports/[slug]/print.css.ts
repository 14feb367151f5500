/**
 * What the foot of a report's pages says on paper. A style sheet of its own: the content security policy allows no inline style,
 * and the boxes in a page's margin can't read from the page.
 */
import type { APIRoute, GetStaticPaths } from 'astro';
import { cssString } from '../../../css-string.ts';
import { library, type Report } from '../../../reports/library.ts';
import { settings } from '../../../settings.ts';

export const getStaticPaths = (() =>
  library().reports.map((report) => ({ params: { slug: report.slug }, props: { report } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ report: Report }> = ({ props: { report } }) => {
  const foot = [settings().name, report.frontMatter.title, `Snapshot ${report.record.snapshot.id}`].join('\u2003');
  // Important, for the style sheet of all pages comes after this one.
  const style = `@page { @bottom-left { content: ${cssString(foot)} !important; } }\n`;
  return new Response(style, { headers: { 'content-type': 'text/css;charset=utf-8' } });
};
