/** A report's entry for a list of references, as a file. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { cslOfReport } from '../reports/citation.ts';
import { type CitationForm, citationFile } from '../reports/citation-files.ts';
import { library, type Report } from '../reports/library.ts';
import { absoluteAddresses } from './absolute.ts';

const TYPES: Readonly<Record<CitationForm, string>> = {
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  'csl.json': 'application/vnd.citationstyles.csl+json',
};

export const citationPaths = (() =>
  library().reports.map((report) => ({ params: { slug: report.slug }, props: { report } }))) satisfies GetStaticPaths;

export function citationRoute(form: CitationForm): APIRoute<{ report: Report }> {
  return ({ props: { report } }) =>
    new Response(citationFile(cslOfReport(report, absoluteAddresses.report(report.slug)), form), {
      headers: { 'content-type': TYPES[form] },
    });
}
