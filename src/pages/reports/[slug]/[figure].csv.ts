/** The values that a figure shows, where its resources may be passed on. */
import type { APIRoute, GetStaticPaths } from 'astro';
import type { FigureData } from '../../../charts/figure-data.ts';
import { figureTable } from '../../../charts/figure-table.ts';
import { isDownloadable, resourcesOf } from '../../../components/resources.ts';
import { library } from '../../../reports/library.ts';

export const getStaticPaths = (() => {
  const { reports, snapshot } = library();
  return reports.flatMap(({ slug, record, figures }) =>
    [...figures.values()]
      .filter((figure) => isDownloadable(resourcesOf(figure.record.inputs, snapshot(record.snapshot.id))))
      .map(({ spec, data }) => ({ params: { slug, figure: spec.id }, props: { data } })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ data: FigureData }> = ({ props }) =>
  new Response(figureTable(props.data), { headers: { 'content-type': 'text/csv;charset=utf-8' } });
