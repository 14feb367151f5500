/** A figure as an SVG of its own. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { figureFile } from '../../../../components/addresses.ts';
import { pictureOf } from '../../../../components/figure-picture.ts';
import { figuresWithFiles, placedFigure } from '../../../../components/figure-texts.ts';
import type { Bound } from '../../../../components/of-report.ts';

export const getStaticPaths = (() =>
  figuresWithFiles().map((bound) => ({
    params: { slug: bound.report, file: figureFile(bound.report, bound.id) },
    props: { ...bound },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<Bound> = ({ props }) =>
  new Response(pictureOf(placedFigure(props)), { headers: { 'content-type': 'image/svg+xml' } });
