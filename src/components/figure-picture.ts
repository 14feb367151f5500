/** Figures and reports as pictures: files of their own, and what links are shown with elsewhere. All as SVG. */
import { card, siteCard } from '../charts/card.ts';
import { drawing } from '../charts/drawing.ts';
import { kindNamed } from '../charts/kinds/index.ts';
import { figurePicture, sizeOf } from '../charts/picture.ts';
import type { Size } from '../charts/theme.ts';
import { dayOf } from '../data/day.ts';
import { formatDay } from '../metrics/format.ts';
import type { FigureView } from '../reports/compile-figure.ts';
import type { Report } from '../reports/library.ts';
import { colourTokens } from '../reports/pictures.ts';
import { settings } from '../settings.ts';
import { figureTexts, type Placed, placedFigure } from './figure-texts.ts';

/** The drawing of a figure at a size, before a page names it. */
export function drawer({ spec, data }: FigureView): (size: Size) => string {
  return (size) => drawing(kindNamed(spec.kind), data, spec.annotations, size);
}

/** A figure with all its texts, as wide as its report shows it. */
export function pictureOf(placed: Placed): string {
  const { figure } = placed;
  return figurePicture(drawer(figure)(figure.spec.wide ? 'L' : 'M'), { ...figureTexts(placed), site: settings().name }, colourTokens());
}

/** The size of that picture. */
export function pictureSize(placed: Placed): { width: number; height: number } {
  return sizeOf(pictureOf(placed));
}

export function cardOfFigure(placed: Placed): string {
  const { title, subtitle, origin, published, description } = figureTexts(placed);
  return card(
    { site: settings().name, title, line: subtitle, foot: [origin, published], description },
    drawer(placed.figure),
    colourTokens(),
  );
}

/** The id of the figure that stands for a report; undefined where it has none. */
export function leadFigureOf({ frontMatter, figures }: Report): string | undefined {
  return frontMatter.lead ?? figures.keys().next().value;
}

export function cardOfReport(report: Report): string {
  const id = leadFigureOf(report);
  const lead = id === undefined ? undefined : placedFigure({ report: report.slug, id });
  const { title, description, published } = report.frontMatter;
  const texts = { site: settings().name, title, line: description, foot: [formatDay(dayOf(published), 'long')], description };
  return card(lead ? { ...texts, finding: figureTexts(lead).title } : texts, lead ? drawer(lead.figure) : null, colourTokens());
}

/** What the card of a report shows, for those who don't see it. */
export function altOfReportCard(report: Report): string {
  const id = leadFigureOf(report);
  if (id === undefined) return report.frontMatter.title;
  return `${report.frontMatter.title}. Chart: ${figureTexts(placedFigure({ report: report.slug, id })).title}.`;
}

export const cardOfSite = (): string => siteCard(settings(), colourTokens());
