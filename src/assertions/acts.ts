/** Verbs that are nouns too: 'cut' moves something in 'cut 100 basis points', and is a thing in 'a cut' and 'rate cuts'. */

/** What makes a noun of it: 'a cut', 'the first cut', 'rate cuts', 'deep cuts', 'more cuts'. */
const NOUN_BEFORE =
  /(?:\b(?:an?|the|this|that|these|those|each|every|any|no|its|their|of|for|more|further|first|second|third|next|last|rate|interest-rate|deep|big|small|two|three|four|five|six)|\d)[\s\u00A0-]+$/i;
/** 'A quarter-point cut', 'a 25 basis-point cut': a thing that has a size is a move, as 'a 3.5% gain' is. */
const SIZED = /(?:\bpoints?|%|\bpercent|\bbps?)[\s\u00A0-]+$/i;
const PASSIVE_BEFORE = /\b(?:is|are|was|were|be|been|being|has|have|had)\s+$/i;

/** A number, in digits, as a fraction or in words, or an assertion in its place. */
const SIZE = String.raw`(?:[a-z]+ than |nearly |almost |about |around |roughly |at least |at most |over |under )?(?:[$\d¼½¾\uFFFC]|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|half|quarter|twenty-five|fifty|seventy-five|all)\b)`;
/** The size follows, at once or after what is moved: 'cut its target by 25 basis points', 'cut rates to 4.5%'. */
const SIZE_AFTER = new RegExp(
  String.raw`^[\s\u00A0]+(?:(?:by|to|from)\s+)?${SIZE}|^[\s\u00A0]+[^,;.:\uFFFC]{1,60}?\s(?:by|to|from)\s+${SIZE}`,
  'i',
);

/** True where the word at this place of the text is the verb. */
export function isAct(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (SIZED.test(before)) return true;
  if (NOUN_BEFORE.test(before)) return false;
  return PASSIVE_BEFORE.test(before) || SIZE_AFTER.test(after) || text.trim().length === end - start;
}
