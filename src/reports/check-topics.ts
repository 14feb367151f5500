/** No two topics may share an address, and none may be without one. */
import { error, type Finding } from '../finding.ts';
import type { ReportFile } from './compile.ts';
import { readHead } from './head.ts';
import { topicSlug } from './topics.ts';

export function checkTopics(files: readonly ReportFile[]): Finding[] {
  const taken = new Map<string, string>();
  return files.flatMap((file) => {
    const { known, placeOf } = readHead(file);
    return (known.topics ?? []).flatMap((name, index) => {
      const slug = topicSlug(name);
      const other = taken.get(slug) ?? name;
      taken.set(slug, other);
      const wrong =
        slug === ''
          ? `the topic '${name}' has no letter or digit to make an address of. Name it in words.`
          : `the topic '${name}' would have the address of '${other}', /topics/${slug}/. Write it like that, or give it another name.`;
      return slug === '' || other !== name ? [error('topic', placeOf('topics', String(index)), wrong)] : [];
    });
  });
}
