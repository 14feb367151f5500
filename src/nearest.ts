import { closest, distance } from 'fastest-levenshtein';

/**
 * The known name closest to what was written, or null when none is near enough to be a slip
 * (more than a third of its letters differ).
 */
export function nearest(written: string, known: readonly string[]): string | null {
  if (known.length === 0) return null;
  const best = closest(written.toLowerCase(), [...known]);
  return distance(written.toLowerCase(), best.toLowerCase()) <= Math.max(2, best.length / 3) ? best : null;
}

/** ` Did you mean 'rut'?`, or an empty string: to be put at the end of a message. */
export function didYouMean(written: string, known: readonly string[]): string {
  const name = nearest(written, known);
  return name === null ? '' : ` Did you mean '${name}'?`;
}

const lettersOf = (id: string): string => id.replace(/[^a-z]/gi, '').toLowerCase();

/** The same of an id that may end in a date: 'sep-2024-12-18' is no slip for 'fomc-2024-12-18', much as their digits agree. */
export function didYouMeanId(written: string, known: readonly string[]): string {
  const letters = lettersOf(written);
  const near = known.filter((id) => distance(letters, lettersOf(id)) <= Math.max(1, letters.length / 3));
  return didYouMean(written, near);
}
