/** Which reports are published: all but drafts and, where a build goes up to a day, those of a later day. Never by the clock. */
import type { FrontMatter } from './front-matter.ts';

export type Standing = 'published' | 'draft' | 'held-back';

/**
 * @param head as far as it can be read
 * @param until the last day of publication that is built, YYYY-MM-DD; null where none is held back
 */
export function standingOf(
  { draft = false, published }: Partial<Pick<FrontMatter, 'draft' | 'published'>>,
  until: string | null,
): Standing {
  if (draft) return 'draft';
  return until !== null && published !== undefined && published > until ? 'held-back' : 'published';
}
