import type { FrontMatter } from './front-matter.ts';
import { isLiving } from './living.ts';

/**
 * The day of the last change a reader should know of: an update, a correction, else the publication; of a living report also the
 * snapshot it was renewed with.
 * @param snapshot id of the one the report stands on
 */
export function lastRevised(
  head: Pick<FrontMatter, 'published' | 'updated' | 'corrections' | 'asOf' | 'snapshot'>,
  snapshot: string,
): string {
  const { published, updated = published, corrections } = head;
  const renewed = isLiving(head) ? [snapshot] : [];
  const [last] = [published, updated, ...corrections.map(({ date }) => date), ...renewed].sort().reverse();
  return last;
}
