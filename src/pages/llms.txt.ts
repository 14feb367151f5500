/** The site told to a language model: what it is, how statements are bound, where everything stands. */
import type { APIRoute } from 'astro';
import { absolute, absoluteAddresses } from '../components/absolute.ts';
import { citationAddress, feedAddress, recordAddress } from '../components/addresses.ts';
import { pathTo } from '../components/path-to.ts';
import { library } from '../reports/library.ts';
import { siteInMarkdown } from '../reports/site-in-markdown.ts';

export const GET: APIRoute = () => {
  const page = (path: string): string => absolute(pathTo(path));
  const text = siteInMarkdown(library().reports, {
    report: absoluteAddresses.report,
    record: (slug) => absolute(recordAddress(slug)),
    citation: (slug) => absolute(citationAddress(slug, 'csl.json')),
    schema: page('/schema/record.json'),
    pages: [
      ['Reports', page('/reports/'), 'every report, newest first'],
      ['Claims', page('/claims/'), 'every checkable statement of every report, with its status'],
      ['Calls', page('/calls/'), 'every forecast that a report quotes, with its outcome and the base rate of the same bet'],
      ['Metrics', page('/metrics/'), 'every value that is printed, with its formula, its inputs and its history'],
      ['Datasets', page('/data/'), 'the tables of the snapshots, with their owners, terms and known traps'],
      ['Method', page('/method/'), 'how numbers are made and statements are checked'],
      ['Glossary', page('/glossary/'), 'the terms of the reports'],
      ['People', page('/people/'), 'who is quoted or reports a figure, with each statement'],
      ['Sources', page('/sources/'), 'where words and figures of others were read'],
      ['Corrections', page('/corrections/'), 'what was corrected, and why'],
    ],
    files: [
      ['Feed, Atom', absolute(feedAddress('xml')), 'the reports'],
      ['Feed, JSON', absolute(feedAddress('json')), 'the same'],
      ['Corrections, JSON', absolute(feedAddress('json', '/corrections/')), 'the corrections as a feed'],
      ['Calls, JSON', page('/calls.json'), 'the calls as they were entered, with their outcomes'],
      ['Sitemap', page('/sitemap-index.xml'), 'every page'],
    ],
  });
  return new Response(text);
};
