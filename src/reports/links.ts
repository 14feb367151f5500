/** Links inside the site that an author writes: to a place of the same report, to another report, to a term, to a section of the method. */
import GithubSlugger from 'github-slugger';
import { type ReportSource, readWithFaults } from '../assertions/read.ts';
import { error, type Finding, type Place } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import type { ReportFile } from './compile.ts';
import type { Content } from './content.ts';
import { METHOD_SECTIONS } from './method-sections.ts';
import type { Standing } from './publication.ts';

/** What a link may lead to. */
interface Target {
  link: RegExp;
  /** Says what is not there: "there is no report 'x'". */
  missing(name: string): string;
  known: readonly string[];
}

const REPORT = /^\/reports\/([^/#]+)/;

const NOT_PUBLISHED: Readonly<Record<Exclude<Standing, 'published'>, string>> = {
  draft: 'is a draft, and has no page for readers. Publish it first, or take the link away.',
  'held-back': 'is of a later day than is built, and has no page yet. Take the link away until it has.',
};

/** The links of a report with their places, and the anchors that others may lead to. */
export interface LinksOf {
  links: { url: string; place: Place }[];
  anchors: string[];
}

/** Null where the report can't be read: that is told when it is compiled. */
export function readLinks({ text, path }: ReportFile): LinksOf | null {
  const { report } = readWithFaults(text, path);
  if (!report) return null;
  const links = report.links.map(({ url, offset }) => ({ url, place: report.source.placeOf(offset) }));
  return { links, anchors: anchorsOf(report) };
}

/**
 * @param standing of a report: one that is published does not lead to one that is not
 * @param linksOf what is known of a report's links, or read then
 */
export function checkLinks(
  { reports, glossary, unreadable = new Set() }: Pick<Content, 'reports' | 'glossary'> & Partial<Pick<Content, 'unreadable'>>,
  standing: (file: ReportFile) => Standing = () => 'published',
  linksOf = readLinks,
): Finding[] {
  const terms = [
    ...glossary.keys(),
    ...[...unreadable].flatMap((id) => (id.startsWith('glossary/') ? [id.slice('glossary/'.length)] : [])),
  ];
  const unpublished = new Map<string, string>();
  for (const file of reports) {
    const stands = standing(file);
    if (stands !== 'published') unpublished.set(file.slug, NOT_PUBLISHED[stands]);
  }
  const elsewhere: Target[] = [
    { link: REPORT, missing: (name) => `there is no report '${name}'`, known: reports.map(({ slug }) => slug) },
    { link: /^\/glossary\/?#(.*)/, missing: (name) => `there is no term '${name}' in content/glossary.yaml`, known: terms },
    { link: /^\/method\/?#(.*)/, missing: (name) => `the method has no section '${name}'`, known: Object.keys(METHOD_SECTIONS) },
  ];
  return reports.flatMap((file) => {
    const own = linksOf(file);
    if (!own) return [];
    const inReport: Target = {
      link: /^#(.*)/,
      missing: (name) => `nothing in this report has the anchor '#${name}'`,
      known: own.anchors,
    };
    return own.links.flatMap(({ url, place }) => {
      const other = REPORT.exec(url)?.[1] ?? '';
      const why = unpublished.has(file.slug) ? undefined : unpublished.get(other);
      if (why) return [error('dead-link', place, `'${other}' ${why}`)];
      for (const { link, missing, known } of [inReport, ...elsewhere]) {
        const name = link.exec(url)?.[1];
        if (name !== undefined && !known.includes(name)) return [error('dead-link', place, `${missing(name)}.${didYouMean(name, known)}`)];
      }
      return [];
    });
  });
}

function anchorsOf({ headings, elements }: ReportSource): string[] {
  const slugger = new GithubSlugger();
  return [...headings.map((heading) => slugger.slug(heading.text)), ...elements.flatMap(({ id }) => [id, `w-${id}`])];
}
