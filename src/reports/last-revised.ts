import type { FrontMatter } from './front-matter.ts';

/** The day of the last change a reader should know of: an update, a correction, else the publication. */
export function lastRevised({
  published,
  updated = published,
  corrections,
}: Pick<FrontMatter, 'published' | 'updated' | 'corrections'>): string {
  const [last] = [published, updated, ...corrections.map(({ date }) => date)].sort().reverse();
  return last;
}
