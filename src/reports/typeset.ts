/** Names and dates that must not break over a line get a no-break space: July 16, Figure 3, and what the desk names in its settings. */
import { settings } from '../settings.ts';

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?';

/** The pattern for these words, made once for as long as they are the same. */
let tied: { unbroken: readonly string[]; pattern: RegExp } | undefined;

/** The same length: a space for a space. */
export function typeset(text: string): string {
  const { unbroken } = settings();
  if (tied?.unbroken !== unbroken) tied = { unbroken, pattern: patternOf(unbroken) };
  return text.replace(tied.pattern, '$1\u00A0');
}

function patternOf(unbroken: readonly string[]): RegExp {
  const words = unbroken.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`\\b(${[...words, 'Figure', MONTHS].join('|')}) (?=\\d)`, 'g');
}
