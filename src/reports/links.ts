/** Links inside the site that an author writes: to a place of the same report, to another report, to a term, to a section of the method. */
import GithubSlugger from 'github-slugger';
import { type ReportSource, readReport } from '../assertions/read.ts';
import { error, Fault, type Finding } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import type { Content } from './content.ts';
import { METHOD_SECTIONS } from './method-sections.ts';

/** What a link may lead to. */
interface Target {
  link: RegExp;
  /** Says what is not there: "there is no report 'x'". */
  missing(name: string): string;
  known: readonly string[];
}

export function checkLinks({ reports, glossary }: Pick<Content, 'reports' | 'glossary'>): Finding[] {
  const elsewhere: Target[] = [
    { link: /^\/reports\/([^/#]+)/, missing: (name) => `there is no report '${name}'`, known: reports.map(({ slug }) => slug) },
    { link: /^\/glossary\/?#(.*)/, missing: (name) => `there is no term '${name}' in content/glossary.yaml`, known: [...glossary.keys()] },
    { link: /^\/method\/?#(.*)/, missing: (name) => `the method has no section '${name}'`, known: Object.keys(METHOD_SECTIONS) },
  ];
  return reports.flatMap((file) => {
    let report: ReportSource;
    try {
      report = readReport(file.text, file.path);
    } catch (fault) {
      if (fault instanceof Fault) return []; // told when it was compiled
      throw fault;
    }
    const inReport: Target = {
      link: /^#(.*)/,
      missing: (name) => `nothing in this report has the anchor '#${name}'`,
      known: anchorsOf(report),
    };
    return report.links.flatMap(({ url, offset }) => {
      for (const { link, missing, known } of [inReport, ...elsewhere]) {
        const name = link.exec(url)?.[1];
        if (name !== undefined && !known.includes(name))
          return [error('dead-link', report.source.placeOf(offset), `${missing(name)}.${didYouMean(name, known)}`)];
      }
      return [];
    });
  });
}

function anchorsOf({ headings, elements }: ReportSource): string[] {
  const slugger = new GithubSlugger();
  return [...headings.map((heading) => slugger.slug(heading.text)), ...elements.flatMap(({ id }) => [id, `w-${id}`])];
}
