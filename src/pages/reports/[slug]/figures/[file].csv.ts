/** The values that a figure shows, where its resources may be passed on. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { figureFile } from '../../../../components/addresses.ts';
import { csvOf } from '../../../../components/figure-csv.ts';
import { figuresWithFiles, type Placed, placedFigure } from '../../../../components/figure-texts.ts';
import { isDownloadable, resourcesOf } from '../../../../components/resources.ts';

export const getStaticPaths = (() =>
  figuresWithFiles()
    .map(placedFigure)
    .filter(({ figure, snapshot }) => isDownloadable(resourcesOf(figure.record.inputs, snapshot)))
    .map((placed) => ({
      params: { slug: placed.report.slug, file: figureFile(placed.report.slug, placed.figure.spec.id) },
      props: { placed },
    }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ placed: Placed }> = ({ props, site }) =>
  new Response(csvOf(props.placed, site), { headers: { 'content-type': 'text/csv;charset=utf-8' } });
