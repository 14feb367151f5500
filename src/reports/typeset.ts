/** Names and dates that must not break over a line get a no-break space: S&P 500, Russell 2000, July 16. */

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?';

const TIED = new RegExp(`\\b(S&P|Russell|Magnificent|Nasdaq|Figure|${MONTHS}) (?=\\d)`, 'g');

/** The same length: a space for a space. */
export function typeset(text: string): string {
  return text.replace(TIED, '$1\u00A0');
}
