/** The address of everything that has a page or a file of its own. No other file spells one out. */
import type { TableFormat } from '../data/manifest.ts';
import { parseExpression } from '../metrics/expression.ts';
import { printExpression } from '../metrics/print-expression.ts';
import type { CitationForm } from '../reports/citation-files.ts';
import type { FeedForm } from '../reports/feed.ts';
import type { MethodSection } from '../reports/method-sections.ts';
import { topicSlug } from '../reports/topics.ts';
import { pathTo } from './path-to.ts';

export const reportAddress = (slug: string): string => pathTo(`/reports/${slug}/`);
export const figureAddress = (slug: string, id: string): string => pathTo(`/reports/${slug}/figures/${id}/`);
/** The light page that other sites show in a frame. */
export const embedAddress = (slug: string, id: string): string => pathTo(`/embed/${slug}/${id}/`);
/** The name of a figure as a file, and of its card: after its report and itself. */
export const figureFile = (slug: string, id: string): string => `${slug}-${id}`;
export const figureCardFile = (slug: string, id: string): string => `${figureFile(slug, id)}-card`;
export const figureFileAddress = (slug: string, id: string, extension: 'csv' | 'svg' | 'png'): string =>
  pathTo(`/reports/${slug}/figures/${figureFile(slug, id)}.${extension}`);
/** The pictures that links to a report or a figure are shown with elsewhere. */
export const reportCardAddress = (slug: string): string => pathTo(`/reports/${slug}/card.png`);
export const recordAddress = (slug: string): string => pathTo(`/reports/${slug}/record.json`);
/** What a report was at each time: all its versions, and the record of one. */
export const versionsAddress = (slug: string): string => pathTo(`/reports/${slug}/versions/`);
export const versionAddress = (slug: string, number: number): string => pathTo(`/reports/${slug}/versions/#version-${number}`);
export const versionRecordAddress = (slug: string, number: number): string => pathTo(`/reports/${slug}/versions/${number}.json`);
/** A report's entry for a list of references, as a file. */
export const citationAddress = (slug: string, form: CitationForm): string => pathTo(`/reports/${slug}/cite.${form}`);
export const figureCardAddress = (slug: string, id: string): string => pathTo(`/reports/${slug}/figures/${figureCardFile(slug, id)}.png`);
/** The picture of the site, for every page without one of its own. */
export const siteCardAddress = (): string => pathTo('/card.png');
/** What a page of a report says at its foot, on paper. */
export const printStyleAddress = (slug: string): string => pathTo(`/reports/${slug}/print.css`);
/** The report as `npm run pdf` prints it. */
export const pdfAddress = (slug: string): string => pathTo(`/reports/${slug}/${slug}.pdf`);
export const topicAddress = (topic: string): string => pathTo(`/topics/${topicSlug(topic)}/`);
export { topicSlug };
/** A feed: of the site, or of the page whose path is given ('/topics/…/', '/corrections/'). */
export const feedAddress = (form: FeedForm, path = '/'): string => pathTo(`${path}feed.${form}`);
export const datasetAddress = (resource: string): string => pathTo(`/data/${resource}/`);
/** What is known of a dataset, for machines. */
export const datasetFileAddress = (resource: string): string => pathTo(`/data/${resource}.json`);
/** A whole table as it is in a snapshot, where its owner lets it be passed on. */
/** Of a whole table: as CSV every one, in another format those that are kept in it. */
export const tableAddress = (resource: string, snapshot: string, format: TableFormat = 'csv'): string =>
  pathTo(`/data/${resource}/${resource}-${snapshot}.${format}`);
export const manifestAddress = (snapshot: string): string => pathTo(`/data/snapshots/${snapshot}/datapackage.json`);
/** A kind of chart in the gallery, and the page where it is drawn at each size. */
export const kindAddress = (kind: string): string => pathTo(`/gallery/#kind-${kind}`);
export const kindSizesAddress = (kind: string): string => pathTo(`/gallery/${kind}/`);
/** A call with its outcome, by its report and its id there. */
export const callAddress = (report: string, id: string): string => pathTo(`/calls/${report}/${id}/`);
export const seriesAddress = (id: string): string => pathTo(`/series/${id}/`);
export const personAddress = (id: string): string => pathTo(`/people/${id}/`);
export const sourceAddress = (id: string): string => pathTo(`/sources/${id}/`);
export const methodAddress = (section: MethodSection): string => pathTo(`/method/#${section}`);
export const termAddress = (id: string): string => pathTo(`/glossary/#${id}`);
/** The page of a metric on a day: how its value is made. */
export const metricAddress = (metric: string, at: string): string => pathTo(`/metrics/${metricSlug(metric)}/${at}/`);

const OPERATORS: Readonly<Record<string, string>> = {
  '+': 'plus',
  '-': 'minus',
  '*': 'times',
  '/': 'over',
  '>=': 'at-least',
  '<=': 'at-most',
  '>': 'above',
  '<': 'below',
};

/** However the metric is written: 'return(rut, 5d) - return(spx, 5d)' is 'return-rut-5d-minus-return-spx-5d'. Dates keep their hyphens. */
export function metricSlug(metric: string): string {
  return printExpression(parseExpression(metric))
    .toLowerCase()
    .replace(/\d{4}-\d{2}-\d{2}|[<>]=?|[+*/-]/g, (found) => (OPERATORS[found] ? ` ${OPERATORS[found]} ` : found))
    .replace(/[^a-z0-9_.-]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
