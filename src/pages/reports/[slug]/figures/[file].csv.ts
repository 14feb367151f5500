/** The values that a figure shows, where its resources may be passed on. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { figureFile } from '../../../../components/addresses.ts';
import { csvOf } from '../../../../components/figure-csv.ts';
import { figuresWithFiles, placedFigure } from '../../../../components/figure-texts.ts';
import type { Bound } from '../../../../components/of-report.ts';
import { isDownloadable, resourcesOf } from '../../../../components/resources.ts';
import { library } from '../../../../reports/library.ts';

export const getStaticPaths = (() =>
  figuresWithFiles().flatMap((bound) => {
    const record = library().report(bound.report)?.record;
    const inText = record?.figures.find(({ id }) => id === bound.id);
    // Those of what followed are in no record of a report. No points are computed of any other.
    const resources =
      inText && record
        ? resourcesOf(inText.inputs, library().snapshot(record.snapshot.id))
        : [placedFigure(bound)].flatMap(({ figure, snapshot }) => resourcesOf(figure.record.inputs, snapshot));
    if (!isDownloadable(resources)) return [];
    return [{ params: { slug: bound.report, file: figureFile(bound.report, bound.id) }, props: { ...bound } }];
  })) satisfies GetStaticPaths;

export const GET: APIRoute<Bound> = ({ props, site }) =>
  new Response(csvOf(placedFigure(props), site), { headers: { 'content-type': 'text/csv;charset=utf-8' } });
