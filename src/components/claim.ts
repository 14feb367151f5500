/** What tables say of an assertion: its statement, its value as published, and what is behind it. */
import { dayOf } from '../data/day.ts';
import { formatDay } from '../metrics/format.ts';
import type { CallMark } from '../reports/call-mark.ts';
import type { Person } from '../reports/front-matter.ts';
import { inType } from '../reports/in-type.ts';
import { lapseIn, markIn, outcomeOf } from '../reports/lapses.ts';
import type { Report } from '../reports/library.ts';
import type { AssertionRecord, ComputedRecord, FactRecord, ReportedRecord } from '../reports/record.ts';
import { conditionInWords } from './call-condition.ts';

/** Our own figure behind an assertion; null where there is none. */
export function computedOf(assertion: AssertionRecord): ComputedRecord | null {
  if (assertion.kind === 'fact') return assertion;
  return assertion.kind === 'reported' ? assertion.ours : null;
}

/** The value in full; of a count of sessions with its unit, for a bare '5' says little. */
export function fullValue({ unit, display, exact }: Pick<ComputedRecord, 'unit' | 'display' | 'exact'>): string {
  return unit === 'sessions' ? display : exact;
}

/** True for a superlative or a streak that the data bear out: a claim about history, not only about a number. */
export function isRarity({ status, checks }: FactRecord): boolean {
  return status === 'verified' && checks.some(({ what }) => what === 'superlative' || what === 'streak');
}

/** 'Nov 3, 2023', all of it on one line. */
function shortDay(iso: string): string {
  return formatDay(dayOf(iso), 'short').replace(', ', ',\u00A0');
}

/** 'the week to 2023-11-03' as a reader sees it: 'the week to Nov 3, 2023'. */
export function withDays(text: string): string {
  return inType(text.replace(/\d{4}-\d{2}-\d{2}/g, shortDay));
}

/** With a capital letter, but for names that begin without one: 'iShares …'. */
export function capitalised(text: string): string {
  return text.replace(/^[a-z]+(?= )/, (word) => word[0].toUpperCase() + word.slice(1));
}

/** 'Jul 9 to Jul 16, 2024', 'Dec 29, 2023 to Jul 16, 2024', 'Jul 16, 2024'. */
export function stretchInWords(from: string, to: string): string {
  const [first, last] = [from, to].map(shortDay);
  if (from === to) return last;
  return `${from.slice(0, 4) === to.slice(0, 4) ? first.replace(/,\u00A0\d+$/, '') : first} to ${last}`;
}

/** Lines of the column 'As published': what was found, or who said it and what we find. */
export function asPublished(assertion: AssertionRecord, people: ReadonlyMap<string, Person>): string[] {
  if (assertion.kind === 'fact') {
    const rarity = isRarity(assertion) && assertion.checks.findLast(({ what }) => what === 'superlative' || what === 'streak');
    return [capitalised(withDays(rarity ? rarity.found : fullValue(assertion)))];
  }
  const who = capitalised(people.get(assertion.by)?.name ?? assertion.by);
  return assertion.kind === 'reported' && assertion.ours ? [who, `ours: ${fullValue(assertion.ours)}`] : [who];
}

/** Lines of the column 'Latest': the value on its newest day, which is told where it is not the newest of all, and when a claim failed. */
export function asOfNow(report: Pick<Report, 'marks'>, assertion: AssertionRecord, newest: string): string[] {
  const mark = markIn(report, assertion);
  const lapse = lapseIn(report, assertion);
  if (!mark)
    return assertion.kind === 'quote'
      ? ['Not scored']
      : assertion.kind === 'call'
        ? [asFound(assertion, outcomeOf(report, assertion))]
        : ['Not checked'];
  const { latest } = mark;
  return [
    ...(latest ? [latest.at === newest ? fullValue(latest) : `${fullValue(latest)}, ${shortDay(latest.at)}`] : ['No value']),
    ...(lapse ? [`Failed ${shortDay(lapse.on)}`] : []),
  ];
}

/** Why somebody's figure is not checked. */
export function whyUnchecked({ why }: ReportedRecord): string {
  return `Not checked: ${inType(why ?? 'our data have no figure for it')}`;
}

/** '+2.810 pp on Jan 16, 2025'. */
export function valueOnDay({ exact, at }: Pick<ComputedRecord, 'exact' | 'at'>): string {
  return `${exact} on ${shortDay(at)}`;
}

/** What we find of what others said, in a few words: our own figure, whether their words were looked up, whether a forecast is scored. */
export function asFound(assertion: AssertionRecord, outcome: CallMark | null = null): string {
  switch (assertion.kind) {
    case 'fact':
      return fullValue(assertion);
    case 'reported':
      return assertion.ours ? fullValue(assertion.ours) : whyUnchecked(assertion);
    case 'quote':
      return assertion.verbatim ? 'The words stand in the source' : 'Not looked up: we do not hold the source’s text';
    case 'call':
      return outcome?.value ? valueOnDay(outcome.value) : assertion.due ? `Due ${shortDay(assertion.due)}` : 'Not scored';
  }
}

/** What our figure for somebody's statement is, or how their forecast is scored; null where there is neither. */
export function measured(assertion: AssertionRecord): string | null {
  if (assertion.kind === 'reported' && assertion.ours) return `Ours: ${withDays(assertion.ours.words)}`;
  if (assertion.kind !== 'call' || !assertion.words || !assertion.expects) return null;
  return `Comes true if this is ${conditionInWords(assertion.expects)}: ${withDays(assertion.words)}`;
}

/** What stands behind an assertion, as its link says it. */
export function proofOf(assertion: AssertionRecord): string {
  switch (assertion.kind) {
    case 'fact':
      return 'Working';
    case 'reported':
      return assertion.ours ? 'Working' : 'Source';
    case 'quote':
      return 'Quote';
    case 'call':
      return 'Call';
  }
}

/** The longest statement that is shown whole. */
const LONGEST = 170;

export interface Statement {
  before: string;
  words: string;
  after: string;
}

/** The sentence an assertion stands in; where it is long, what stands far from its words is left out. */
export function statementOf({ kind, text, sentence }: AssertionRecord): Statement {
  const words = kind === 'quote' ? `“${text}”` : text;
  const { before, after } = sentence;
  const room = LONGEST - words.length;
  if (before.length + after.length <= room) return { before: inType(before), words: inType(words), after: inType(after) };
  // Each side has half of the room, and what the other does not need.
  const half = Math.max(room, 0) / 2;
  const [forBefore, forAfter] = [Math.max(half, room - after.length), Math.max(half, room - before.length)];
  return { before: inType(endOf(before, forBefore)), words: inType(words), after: inType(beginOf(after, forAfter)) };
}

function endOf(text: string, room: number): string {
  if (text.length <= room) return text;
  return `… ${text.slice(text.length - Math.floor(room)).replace(/^\S*\s+/, '')}`;
}

function beginOf(text: string, room: number): string {
  if (text.length <= room) return text;
  const kept = text.slice(0, Math.floor(room)).replace(/[\s,;:(]*\S*$/, '');
  return kept === '' ? ' …' : `${kept} …`;
}
