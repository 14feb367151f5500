/** A figure as a PNG, at twice the size of its SVG; and the picture that links to it are shown with elsewhere. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { figureCardFile, figureFile } from '../../../../components/addresses.ts';
import { cardOfFigure, pictureOf } from '../../../../components/figure-picture.ts';
import { allFigures, figuresWithFiles, placedFigure } from '../../../../components/figure-texts.ts';
import type { Bound } from '../../../../components/of-report.ts';
import { png } from '../../../../reports/pictures.ts';

export const getStaticPaths = (() => [
  ...figuresWithFiles().map((bound) => ({
    params: { slug: bound.report, file: figureFile(bound.report, bound.id) },
    props: { ...bound, isCard: false },
  })),
  // The picture of a page of its own.
  ...allFigures().map((bound) => ({
    params: { slug: bound.report, file: figureCardFile(bound.report, bound.id) },
    props: { ...bound, isCard: true },
  })),
]) satisfies GetStaticPaths;

export const GET: APIRoute<Bound & { isCard: boolean }> = async ({ props: { isCard, ...bound } }) => {
  const placed = placedFigure(bound);
  const bytes = isCard ? await png(cardOfFigure(placed)) : await png(pictureOf(placed), 2);
  return new Response(bytes, { headers: { 'content-type': 'image/png' } });
};
