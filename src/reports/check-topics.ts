/** No two topics may share an address, and none may be without one. */
import { readReport } from '../assertions/read.ts';
import { parseCheckedYaml } from '../checked-yaml.ts';
import { error, type Finding, type Place } from '../finding.ts';
import type { CompiledReport, ReportFile } from './compile.ts';
import { frontMatterSchema } from './front-matter.ts';
import { topicSlug } from './topics.ts';

export function checkTopics(reports: readonly CompiledReport[], files: readonly ReportFile[]): Finding[] {
  const taken = new Map<string, string>();
  return files.flatMap((file) => {
    const topics = reports.find(({ slug }) => slug === file.slug)?.frontMatter?.topics ?? [];
    return topics.flatMap((name, index) => {
      const slug = topicSlug(name);
      const other = taken.get(slug) ?? name;
      taken.set(slug, other);
      const wrong =
        slug === ''
          ? `the topic '${name}' has no letter or digit to make an address of. Name it in words.`
          : `the topic '${name}' would have the address of '${other}', /topics/${slug}/. Write it like that, or give it another name.`;
      return slug === '' || other !== name ? [error('topic', placeOf(file, index), wrong)] : [];
    });
  });
}

function placeOf({ text, path }: ReportFile, index: number): Place {
  const { frontMatter } = readReport(text, path);
  return parseCheckedYaml(frontMatter.text, path, frontMatterSchema, frontMatter.line).placeOf('topics', String(index));
}
