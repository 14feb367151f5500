/** Topics: what reports say they are about, each with an address of its own. */
import GithubSlugger from 'github-slugger';

export interface Topic<R> {
  name: string;
  slug: string;
  /** In the order in which they were given. */
  reports: readonly R[];
}

export const topicSlug = (name: string): string => new GithubSlugger().slug(name);

/** Every topic of some reports, by name. */
export function topicsOf<R extends { frontMatter: { topics: readonly string[] } }>(reports: readonly R[]): Topic<R>[] {
  const names = [...new Set(reports.flatMap(({ frontMatter }) => frontMatter.topics))].sort((a, b) => a.localeCompare(b, 'en'));
  return names.map((name) => ({
    name,
    slug: topicSlug(name),
    reports: reports.filter(({ frontMatter }) => frontMatter.topics.includes(name)),
  }));
}
